// Keys, dialogs, lists that complete, and the selection. Every action is a form that the server answers with a page.
import { selected, wordsOfText } from "./selection.js";

const one = (selector, root = document) => root.querySelector(selector);
let held = null; // the selection, kept while a dialog is open

function openDialog() {
  return one("dialog[open]");
}

function visible(element) {
  return element.closest("[hidden]") === null && (element.closest("dialog") === null || element.closest("dialog[open]") !== null);
}

/** The control that a key names: in the open dialog, else in the bar of the selection, else on the page. */
function controlOf(key) {
  const dialog = openDialog();
  const roots = dialog === null ? [one("#selection"), document.body] : [dialog];
  for (const root of roots) {
    if (root === null) continue;
    for (const control of root.querySelectorAll("[data-key]")) {
      if (control.dataset.key === key && visible(control)) return control;
    }
  }
  return null;
}

/** Whether a key is text for a field; a field of a dialog that has just closed keeps the focus until the browser draws again. */
function typing(target) {
  return target.matches("input:not([type=checkbox]), textarea, select") && visible(target);
}

function place(form, span) {
  for (const [name, value] of [["start", span?.start], ["end", span?.end]]) {
    const input = one(`input[data-${name}]`, form);
    if (input !== null) input.value = value ?? "";
  }
}

function currentSentence() {
  return one(".sentence.cursor") ?? one(".act.now")?.closest(".sentence") ?? one("#text .sentence");
}

const edges = new WeakMap(); // the words of an act as they are stored, by the form that moves their edges

/** What was ticked, typed or moved before a dialog was left without saving is forgotten when it opens again. */
function asStored(form) {
  form.reset();
  if (form.dataset.nudge === undefined) return;
  const words = one("#nudged");
  if (!edges.has(form)) edges.set(form, { from: form.dataset.from, to: form.dataset.to, text: words.textContent });
  const { from, to, text } = edges.get(form);
  Object.assign(form.dataset, { from, to });
  words.textContent = text;
}

function show(id, action) {
  const dialog = document.getElementById(id);
  if (dialog === null) return;
  const form = one("form", dialog);
  asStored(form);
  if (id === "edit-type" && action !== "keep") {
    one("input[name=action]", form).value = action ?? "type";
    for (const name of ["text", "pick", "sentence"]) one(`input[name=${name}]`, form).value = "";
  }
  place(form, id === "edit-type" && action === undefined ? null : held);
  const sentence = currentSentence();
  const number = one("[data-sentence]", form);
  if (number !== null && sentence !== null) {
    number.value = sentence.id.slice(1);
    one("#edit-words-sentence").textContent = sentence.textContent.trim();
  }
  openDialog()?.close();
  dialog.showModal();
  if (!dialog.contains(one("[autofocus]", dialog))) one(".choices button, .choices input, .primary", dialog)?.focus();
  const field = one("input[name=text]:not([type=hidden])", dialog);
  if (field !== null) {
    field.value = "";
    field.focus();
  }
  for (const element of dialog.querySelectorAll("[hx-trigger*=opened]")) htmx.trigger(element, "opened");
}

// lists that complete

function pick(form, index) {
  const options = [...form.querySelectorAll("[role=option]")];
  if (options.length === 0) return;
  const at = (index + options.length) % options.length;
  options.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
  one("input[name=pick]", form).value = String(at);
  one("[role=combobox]", form).setAttribute("aria-activedescendant", options[at].id);
  options[at].scrollIntoView({ block: "nearest" });
}

function listChanged(list) {
  const form = list.closest("form");
  const field = one("[role=combobox]", form);
  const some = one("[role=option]", list) !== null;
  for (const option of list.querySelectorAll("[role=option]")) option.id = `${list.id}-${option.dataset.pick}`;
  list.hidden = !some;
  field.setAttribute("aria-expanded", String(some));
  field.removeAttribute("aria-activedescendant");
  one("input[name=pick]", form).value = "0";
  if (some) pick(form, 0);
}

function comboKey(event) {
  const form = event.target.closest("form");
  const now = Number(one("input[name=pick]", form).value || "0");
  if (event.key === "ArrowDown") pick(form, now + 1);
  else if (event.key === "ArrowUp") pick(form, now - 1);
  else return;
  event.preventDefault();
}

// moving the edges of a span by words

function nudge(button) {
  const form = button.closest("form");
  const words = wordsOfText();
  const ends = { from: Number(form.dataset.from), to: Number(form.dataset.to) };
  const at = { from: words.findIndex((word) => word.end > ends.from), to: words.findLastIndex((word) => word.start < ends.to) };
  at[button.dataset.edge] += Number(button.dataset.by);
  if (at.from < 0 || at.to >= words.length || at.from > at.to) return;
  const span = words.slice(at.from, at.to + 1);
  const bare = span[span.length - 1].text.replace(/[.,;:!?”"’')]+$/u, "");
  const last = span[span.length - 1];
  form.dataset.from = String(span[0].start);
  form.dataset.to = String(last.start + Array.from(bare || last.text).length);
  place(form, { start: form.dataset.from, end: form.dataset.to });
  one("#nudged").textContent = span.map((word) => word.text).join(" ");
}

/** What the server has refused is in its field again, with why, and can be mended there. */
function offerAgain() {
  const refused = one("#refused");
  const dialog = refused === null ? null : document.getElementById(refused.dataset.editor);
  if (dialog === null) return;
  show(dialog.id);
  const field = one("input[name=text]", dialog);
  field.value = refused.dataset.typed;
  field.select();
  refused.hidden = false;
  refused.className = "failed";
  field.after(refused);
  field.setAttribute("aria-describedby", "refused");
}

// the selection in the text

function selectionChanged() {
  if (openDialog() !== null) return;
  held = selected();
  const bar = one("#selection");
  if (bar === null) return;
  bar.hidden = held === null;
  if (held !== null) {
    const short = held.text.length > 60 ? `${held.text.slice(0, 57)}…` : held.text;
    one("#selected").textContent = short;
  }
  for (const form of document.querySelectorAll("#selection form")) place(form, held);
}

function moveSentence(by) {
  const all = [...document.querySelectorAll("#text .sentence")];
  const now = currentSentence();
  const next = all[Math.min(Math.max(all.indexOf(now) + by, 0), all.length - 1)];
  if (next === undefined) return;
  for (const sentence of all) sentence.classList.toggle("cursor", sentence === next);
  next.scrollIntoView({ block: "nearest" });
  const message = one("#message");
  if (message !== null) message.textContent = `Sentence: ${next.textContent.trim()}`;
}

// events

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target instanceof Element && event.target.matches("[role=combobox]")) comboKey(event);
  if (event.target instanceof Element && typing(event.target)) {
    if (event.key === "Escape" && openDialog() === null) event.target.blur();
    return;
  }
  if (event.key === "Escape" && openDialog() === null) document.getSelection()?.removeAllRanges();
  if ((event.key === "[" || event.key === "]") && openDialog() === null) moveSentence(event.key === "[" ? -1 : 1);
  const focused = event.target instanceof Element && event.target.matches("a, button, summary, input");
  if (event.key === "Enter" && focused && !event.target.matches("input")) return;
  if (event.repeat) return;
  if (running !== null) {
    event.preventDefault();
    if (event.key !== running) waiting.push(event.key);
    return;
  }
  if (press(event.key)) event.preventDefault();
});

/** Does what a key stands for; whether it stands for anything. */
function press(key) {
  const control = controlOf(key);
  if (control === null) return false;
  pressed = key;
  if (control.matches("input[type=checkbox]")) control.click();
  else if (control.matches("input")) control.focus();
  else control.click();
  pressed = "";
  return true;
}

// A page that the server is making: what is pressed meanwhile waits for it, and the same key again is a slip, not a second judgement.

let pressed = ""; // the key that is being acted on
let running = null; // the key that asked for the page to come, null where none is asked for
let waiting = [];

function answered() {
  running = null;
  while (running === null && openDialog() === null && !typing(document.activeElement) && waiting.length > 0) press(waiting.shift());
  if (running === null) waiting = []; // a dialog or a field is open: what was pressed was not meant for it
}

document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.target !== document.body) return;
  if (running !== null) event.preventDefault();
  else running = pressed;
});
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout", "htmx:sendAbort"]) {
  document.addEventListener(failure, (event) => {
    if (event.detail.target !== document.body) return;
    waiting = [];
    running = null;
  });
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (target === null) return;
  const opener = target.closest("[data-open]");
  if (opener !== null) {
    show(opener.dataset.open, opener.dataset.action);
    return;
  }
  if (target.closest("[data-close]") !== null) openDialog()?.close();
  const edge = target.closest("[data-edge]");
  if (edge !== null) nudge(edge);
  const option = target.closest("[role=option]");
  if (option !== null) {
    const form = option.closest("form");
    pick(form, Number(option.dataset.pick));
    form.requestSubmit();
  }
  if (target.closest("#text a") !== null && selected() !== null) event.preventDefault();
  if (target.matches("dialog")) target.close();
}, true);

// a word was chosen for an act that is missing: its type comes next
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (running !== null) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  if (!(form instanceof HTMLFormElement) || form.dataset.next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const next = one("form", document.getElementById(form.dataset.next));
  one("input[name=action]", next).value = "add";
  for (const name of ["text", "pick", "sentence"]) one(`input[name=${name}]`, next).value = one(`input[name=${name}]`, form).value;
  held = null;
  show(form.dataset.next, "keep");
}, true);

document.addEventListener("selectionchange", selectionChanged);

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target instanceof Element && event.target.matches("[role=listbox]")) listChanged(event.target);
});

// a page that came in by htmx: what was held belongs to the page before
function arrived() {
  held = null;
  const now = one(".act.now");
  const text = one("#text");
  if (now !== null && text !== null) {
    const wide = getComputedStyle(text).overflowY === "auto";
    if (wide) text.scrollTop += now.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
    const line = one(".line.here");
    const list = line?.closest("ol");
    if (list) list.scrollTop += line.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
  }
}

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target !== document.body) return;
  arrived();
  offerAgain();
  answered();
});
arrived();
offerAgain();

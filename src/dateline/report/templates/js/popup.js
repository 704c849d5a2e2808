// The record of an act: shown on hover and focus, entered with Enter or a click, left with Escape.
const pop = one("pop"), body = one("pop-body"), openers = ".chip, .dot, .onpage";
let owner = null, pinned = false, timer = 0;
const light = (number, on) => {
  all("mark[data-acts]").forEach((m) => { if (m.dataset.acts.split(" ").includes(number)) m.classList.toggle("lit", on); });
  all("[data-of]").forEach((s) => { if (s.dataset.of.split(" ").some((role) => role.split("-")[1] === number && !role.startsWith("claim"))) s.classList.toggle("lit", on); });
  all(openers).forEach((c) => { if (c.dataset.act === number) c.classList.toggle("on", on); });
};
const hide = () => {
  if (!owner) return;
  light(owner.dataset.act, false);
  owner.setAttribute("aria-expanded", "false");
  pop.hidden = true; owner = null; pinned = false;
};
const show = (link) => {
  clearTimeout(timer);
  if (owner === link) return;
  hide();
  owner = link;
  const number = link.dataset.act;
  body.replaceChildren(...all(":scope > *", one("record-" + number)).map((node) => node.cloneNode(true)));
  one("pop-row").href = "#act-" + number;
  light(number, true);
  link.setAttribute("aria-expanded", "true");
  pop.hidden = false;
  const box = link.getBoundingClientRect(), wide = document.documentElement.clientWidth;
  const left = Math.min(Math.max(box.left - 20, 16), wide - pop.offsetWidth - 16);
  const below = box.bottom + 8, above = box.top - pop.offsetHeight - 8;
  pop.style.left = left + scrollX + "px";
  pop.style.top = (below + pop.offsetHeight > innerHeight && above > 0 ? above : below) + scrollY + "px";
};
const later = () => { clearTimeout(timer); if (!pinned) timer = setTimeout(hide, 250); };
const chipOf = (number) => all(".body .chip, .notes .chip").find((c) => c.dataset.act === number);
all(openers).forEach((link) => {
  link.addEventListener("mouseenter", () => { if (!pinned) show(link); });
  link.addEventListener("mouseleave", later);
  link.addEventListener("focus", () => { if (!pinned) show(link); });
  link.addEventListener("blur", (event) => { if (!pop.contains(event.relatedTarget)) later(); });
  link.addEventListener("click", (event) => { event.preventDefault(); pinned = false; show(link); pinned = true; pop.focus({ preventScroll: true }); });
});
all("mark[data-acts]").forEach((mark) => {
  mark.addEventListener("mouseenter", () => { const chip = chipOf(mark.dataset.acts.split(" ")[0]); if (chip && !pinned) show(chip); });
  mark.addEventListener("mouseleave", later);
});
pop.addEventListener("mouseenter", () => clearTimeout(timer));
pop.addEventListener("mouseleave", later);
const leave = () => { const back = owner; hide(); if (back) { back.focus({ preventScroll: true }); hide(); } };
one("pop-close").addEventListener("click", leave);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") leave(); });
document.addEventListener("mousedown", (event) => { if (owner && !pop.contains(event.target) && !event.target.closest(openers)) hide(); });

// A claim in the text: its words light up where the link leads.
all(".find-claim").forEach((link) => link.addEventListener("click", () => {
  all(".lit-claim").forEach((part) => part.classList.remove("lit-claim"));
  all("[data-of]").forEach((part) => { if (part.dataset.of.split(" ").includes("claim-" + link.dataset.claim)) part.classList.add("lit-claim"); });
}));

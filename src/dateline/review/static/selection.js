// The selection in the document's text as offsets in code points, which is what the records count in.

/** Code points before a UTF-16 offset of a string. */
function points(text, offset) {
  return Array.from(text.slice(0, offset)).length;
}

/** Offset of a place in a text node: where its segment begins, and the code points before it. */
function offsetIn(node, offset) {
  const home = node.parentElement.closest("[data-at]");
  return home === null ? null : Number(home.dataset.at) + points(node.data, offset);
}

/** Text nodes of the document's text that a range touches, in order. */
function nodesIn(range, root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.length > 0 && range.intersectsNode(node) && node.parentElement.closest("[data-at]")) found.push(node);
  }
  return found;
}

/** {start, end, text} of the selection in the text, or null where nothing of it is selected. */
export function selected() {
  const root = document.getElementById("text");
  const selection = document.getSelection();
  if (root === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const nodes = nodesIn(range, root);
  if (nodes.length === 0) return null;
  const first = nodes[0];
  const last = nodes[nodes.length - 1];
  const start = offsetIn(first, first === range.startContainer ? range.startOffset : 0);
  const end = offsetIn(last, last === range.endContainer ? range.endOffset : last.length);
  if (start === null || end === null || start >= end) return null;
  return { start, end, text: selection.toString().trim() };
}

/** The text around an offset, as [{start, end}] of its words, in code points; for moving the edges of a span by words. */
export function wordsOfText() {
  const words = [];
  for (const piece of document.querySelectorAll("#text [data-at]")) {
    const at = Number(piece.dataset.at);
    for (const match of piece.textContent.matchAll(/\S+/gu)) {
      const start = at + points(piece.textContent, match.index);
      const end = start + Array.from(match[0]).length;
      const before = words[words.length - 1];
      if (before !== undefined && before.end === start) {
        before.end = end; // a mark ends inside the word
        before.text += match[0];
      } else words.push({ start, end, text: match[0] });
    }
  }
  return words;
}

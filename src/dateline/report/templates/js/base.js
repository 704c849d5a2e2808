const all = (what, root = document) => [...root.querySelectorAll(what)];
const one = (id) => document.getElementById(id);
const count = (number, word) => number + " " + word + (number === 1 ? "" : "s");

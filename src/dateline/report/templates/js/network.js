// The network: kinds of act can be hidden.
all(".toggles input").forEach((box) => box.addEventListener("change", () => {
  all(".network [data-quad]").forEach((part) => { if (part.dataset.quad === box.dataset.quad) part.classList.toggle("off", !box.checked); });
}));

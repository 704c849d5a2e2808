// Notes beside the text: each at the height of its marker, none over another.
const place = () => {
  const beside = matchMedia("(min-width: 66rem)").matches && !matchMedia("print").matches;
  all(".notes").forEach((notes) => {
    notes.classList.toggle("placed", beside);
    notes.style.height = "";
    const top = notes.getBoundingClientRect().top;
    let free = 0;
    all("li", notes).forEach((li) => {
      if (!beside) { li.style.top = ""; return; }
      const ref = one(li.dataset.ref);
      const at = Math.max(ref ? ref.getBoundingClientRect().top - top - 4 : 0, free);
      li.style.top = at + "px";
      free = at + li.offsetHeight + 8;
    });
    if (beside) notes.style.height = free + "px";
  });
};
place();
addEventListener("resize", place);
addEventListener("load", place);

// The table: filters, sorting, rows behind a number.
const form = document.querySelector(".table-filters"), table = one("table");
const rows = table ? all("tbody tr", table) : [], csv = table ? one("csv").value.split("\n") : [];
let picked = null, what = "";
const visible = (row, want) => {
  const data = row.dataset;
  return (!picked || picked.has(data.number))
    && (!want.type || data.type === want.type)
    && (!want.party || data.party.split("|").includes(want.party))
    && (!want.certainty || data.certainty === want.certainty)
    && (!want.told || data.told === want.told)
    && (!want.negated || data.negated === want.negated)
    && want.words.every((word) => row.textContent.toLowerCase().includes(word));
};
const apply = () => {
  const want = Object.fromEntries(new FormData(form));
  want.words = want.words.toLowerCase().split(/\s+/).filter(Boolean);
  let kept = 0;
  rows.forEach((row) => { row.hidden = !visible(row, want); if (!row.hidden) kept += 1; });
  one("shown").textContent = kept === rows.length ? count(kept, "act") : kept + " of " + count(rows.length, "act") + (what ? " (" + what + ")" : "");
};
const pick = (numbers, name) => {
  form.reset();
  picked = new Set(numbers); what = name || "the rows behind the number";
  apply();
  one("acts").scrollIntoView();
  one("acts").focus({ preventScroll: true });
};
if (table) {
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => { picked = null; what = ""; setTimeout(apply); });
  all(".goto").forEach((link) => link.addEventListener("click", (event) => { event.preventDefault(); pick(link.dataset.rows.split(" "), link.dataset.what); }));
  one("pop-row").addEventListener("click", (event) => { event.preventDefault(); const number = owner.dataset.act; hide(); pick([number], "act " + number); });
  const key = (row, by) => by === "number" ? Number(row.dataset.number) : row.dataset[by] ?? row.querySelector('[data-cell="' + by + '"]').textContent.toLowerCase();
  const certainty = ["certain", "probable", "possible"];
  all("[data-sort]", table).forEach((button) => button.addEventListener("click", () => {
    const by = button.dataset.sort, head = button.closest("th"), down = head.getAttribute("aria-sort") === "ascending";
    all("th", table).forEach((th) => th.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const value = (row) => by === "certainty" ? certainty.indexOf(row.dataset.certainty) : key(row, by);
    const order = rows.map((row) => [value(row), Number(row.dataset.number), row]);
    const unknown = (item) => by === "date" && item[0] === "9999";
    order.sort((a, b) => unknown(a) - unknown(b) || (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) * (down ? -1 : 1) || a[1] - b[1]);
    table.tBodies[0].append(...order.map((item) => item[2]));
  }));
  all("[data-find]").forEach((link) => link.addEventListener("click", (event) => {
    const chip = chipOf(link.dataset.find);
    if (!chip) return;
    event.preventDefault();
    chip.scrollIntoView({ block: "center" }); chip.focus({ preventScroll: true });
  }));
}

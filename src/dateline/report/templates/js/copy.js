// Copying and saving: text goes to the clipboard or into a file of the reader's own.
const copyText = async (text) => {
  try { await navigator.clipboard.writeText(text); return true; } catch { /* pages opened from a file may not be let near the clipboard */ }
  const area = document.createElement("textarea");
  area.value = text; document.body.append(area); area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
};
const saveText = (text, file, type) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = file;
  document.body.append(link); link.click(); link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
all("[data-copy]").forEach((button) => button.addEventListener("click", async () => {
  const done = await copyText(one(button.dataset.copy).value);
  button.parentElement.querySelector("[role=status]").textContent = done ? "Copied" : "Copy it from the box below";
}));
all("[data-save]").forEach((button) => button.addEventListener("click", () => saveText(one(button.dataset.save).value, button.dataset.file, "text/plain")));
if (one("copy")) {
  const chosen = () => [csv[0], ...all("tbody tr", table).filter((row) => !row.hidden).map((row) => csv[Number(row.dataset.number)])];
  const said = (rows, done) => count(rows.length - 1, "row") + " " + done;
  one("copy").addEventListener("click", async () => {
    const rows = chosen();
    one("copied").textContent = await copyText(rows.join("\n") + "\n") ? said(rows, "copied") : "Copy it from the box below";
  });
  one("save").addEventListener("click", () => { const rows = chosen(); saveText(rows.join("\n") + "\n", "acts.csv", "text/csv"); one("copied").textContent = said(rows, "saved"); });
}

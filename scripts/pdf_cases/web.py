"""Browsers and HTML printers: Chromium and WeasyPrint."""

from __future__ import annotations

import subprocess
import tempfile
from html import escape
from pathlib import Path

from content import CAPTION, ROWS, Case, long_day


def _table() -> str:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in ROWS)
    return f"<p class='cap'>{CAPTION}</p><table>{rows}</table>"


def _sections(case: Case, marker: str) -> str:
    """``marker``: a template with ``{label}`` and ``{note}``."""
    notes = iter(case.notes)
    parts: list[str] = []
    for number, section in enumerate(case.sections):
        parts.append(f"<h2>{escape(section.heading)}</h2>")
        for sentences in section.paragraphs:
            text = []
            for sentence in sentences:
                raised = ""
                if sentence.label is not None:
                    label, note = next(notes)
                    raised = marker.format(label=label, note=escape(note))
                text.append(escape(sentence.text) + raised)
            parts.append(f"<p>{' '.join(text)}</p>")
        if number == 1:
            parts.append(_table())
    return "".join(parts)


def chromium(case: Case, target: Path, *, bracketed: bool) -> None:
    """A web page printed with the browser's own header and footer, with a list of notes at its end."""
    marker = "<a href='#n{label}'>[{label}]</a>" if bracketed else "<sup><a href='#n{label}'>{label}</a></sup>"
    if bracketed:
        items = "".join(f"<p id='n{label}'>[{label}] {escape(text)}</p>" for label, text in case.notes)
    else:
        items = "<ol>" + "".join(f"<li id='n{label}'>{escape(text)}</li>" for label, text in case.notes) + "</ol>"
    font = "Georgia, 'DejaVu Serif', serif" if not bracketed else "sans-serif"
    page = (
        f"<html><head><meta charset='utf-8'><title>{escape(case.title)}</title><style>body{{font:15px/1.5 {font}}}sup{{font-size:70%}}"
        "td{padding:2px 18px}.cap{font-size:12px}.n{font-size:12px}</style></head><body>"
        f"<h1>{escape(case.title)}</h1><p>By {case.author}</p><p>{long_day(case.day)}</p>{_sections(case, marker)}"
        f"<h2>{'References' if bracketed else 'Notes'}</h2><div class='n'>{items}</div></body></html>"
    )
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "article.html"), Path(folder, "a.pdf")
        source.write_text(page, encoding="utf-8")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/p", f"--print-to-pdf={out}", source.as_uri()],
                       check=True, capture_output=True, timeout=180)  # fmt: skip
        target.write_bytes(out.read_bytes())


def weasy(case: Case, target: Path, *, columns: int) -> None:
    """CSS paged media: footnotes by ``float: footnote``, running heads in margin boxes."""
    from weasyprint import HTML

    style = (
        f"@page{{size:A5;margin:18mm 15mm;@top-left{{content:'{case.header.replace(chr(39), '’')}';font-size:8pt}}@bottom-center{{content:counter(page) ' / '"
        f" counter(pages);font-size:8pt}}@footnote{{border-top:0.5pt solid black;padding-top:3pt}}}}"
        f"body{{font:9.5pt/1.35 'DejaVu Serif';text-align:justify;hyphens:auto}}main{{columns:{columns}}}p{{margin:0;text-indent:1em}}"
        "h1{font-size:17pt}h2{font-size:11.5pt;text-align:left}.f{float:footnote;font-size:7.5pt;text-align:left}td{padding:1pt 8pt}.cap{font-size:8pt}"
    )
    page = (
        f"<html lang='en'><head><title>{escape(case.title)}</title><meta name='author' content='{case.author}'><style>{style}</style></head><body>"
        f"<h1>{escape(case.title)}</h1><p>By {case.author}</p><p>{long_day(case.day)}</p><main>"
        f"{_sections(case, '<span class=f>{note}</span>')}</main></body></html>"
    )
    HTML(string=page).write_pdf(str(target))

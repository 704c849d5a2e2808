"""A second set of layouts: Pandoc through groff and through Word, KOMA-Script, Typst endnotes by chapter, margin notes and columns of a
browser, numbered paragraphs as of a United Nations report, symbols that restart on each page.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from html import escape
from pathlib import Path

import typst as compiler
from content import Case, long_day
from engines import _notes_by_section, _paragraphs
from office import convert
from typeset import _tex, _typ


def _markdown(case: Case, front: str = "") -> str:
    notes = iter(range(1, 1000))
    parts = [f"---\ntitle: '{case.title}'\nauthor: {case.author}\ndate: {long_day(case.day)}\n{front}---\n"]
    for number, section in enumerate(case.sections):
        parts += [f"# {section.heading}", *_paragraphs(section, lambda _: f"[^{next(notes)}]", str)]
        if number == 1:
            rows = ["| " + " | ".join(row) + " |" for row in case.table]
            parts.append("\n".join([f": {case.caption.partition(': ')[2]}", "", rows[0], "|---|---|---|---|", *rows[1:]]))
    return "\n\n".join([*parts, *(f"[^{number}]: {text}" for number, (_, text) in enumerate(case.notes, 1))])


def pandoc_groff(case: Case, target: Path) -> None:
    """Pandoc's own template for groff."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.md").write_text(_markdown(case), encoding="utf-8")
        subprocess.run(["pandoc", "a.md", "-o", "a.pdf", "--pdf-engine=pdfroff"], cwd=folder, check=True, capture_output=True)
        target.write_bytes(Path(folder, "a.pdf").read_bytes())


def pandoc_word(case: Case, target: Path) -> None:
    """Pandoc's Word file, which has Word's own styles of footnotes, printed by LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.md").write_text(_markdown(case), encoding="utf-8")
        subprocess.run(["pandoc", "a.md", "-o", "a.docx"], cwd=folder, check=True, capture_output=True)
        convert(Path(folder, "a.docx"), target)


def koma(case: Case, target: Path) -> None:
    """KOMA-Script: labels of notes at text height in a margin of their own, an abstract, old-style running titles below a rule."""
    notes = iter(case.notes)
    lines = [
        r"\documentclass[fontsize=10pt,paper=148mm:200mm,DIV=12,headsepline,abstract=true]{scrartcl}\usepackage{scrlayer-scrpage}\usepackage{mathptmx}",
        rf"\deffootnote[1.6em]{{1.6em}}{{1em}}{{\thefootnotemark\ }}\clearpairofpagestyles\ohead{{\pagemark}}\ihead{{{_tex(case.header)}}}",
        rf"\title{{{_tex(case.title)}}}\author{{{case.author}}}\date{{{long_day(case.day)}}}\begin{{document}}\maketitle",
    ]
    for number, section in enumerate(case.sections):
        lines.append(rf"\section{{{_tex(section.heading)}}}")
        lines += [text + "\n" for text in _paragraphs(section, lambda _: rf"\footnote{{{_tex(next(notes)[1])}}}", _tex)]
        if number == 1:
            rows = r" \\ ".join(" & ".join(row) for row in case.table)
            lines.append(rf"\begin{{table}}[h]\caption{{{_tex(case.caption.partition(': ')[2])}}}\begin{{tabular}}{{lrrr}}{rows}\end{{tabular}}\end{{table}}")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.tex").write_text("\n".join([*lines, r"\end{document}"]), encoding="utf-8")
        for _ in range(2):
            subprocess.run(["pdflatex", "-interaction=nonstopmode", "a.tex"], cwd=folder, check=False, capture_output=True)
        target.write_bytes(Path(folder, "a.pdf").read_bytes())


def typst_endnotes(case: Case, target: Path) -> None:
    """Two columns, a boxed summary, raised markers before the stop's space, one list "Endnotes" with a subheading for each section, where numbers restart."""
    parts = [
        f'#set page(paper: "us-letter", columns: 2, margin: 20mm, footer: [#text(8pt)[{_typ(case.header)} #h(1fr) #context counter(page).display("1 of 1", both: true)]])',
        '#set text(size: 10pt, lang: "en", hyphenate: true)\n#set par(justify: true)\n#set heading(numbering: none)',
        f'#place(top, scope: "parent", float: true)[#text(20pt, weight: "bold")[{_typ(case.title)}]\n\n{case.author}, {long_day(case.day)}]',
    ]
    for number, section in enumerate(case.sections):
        parts.append(f"= {_typ(section.heading)}")
        parts += _paragraphs(section, lambda label: f"#super[{label}]", _typ)
        if number == 1:
            cells = ", ".join(f"[{cell}]" for row in case.table for cell in row)
            parts.append(f"#figure(table(columns: 4, stroke: none, {cells}), caption: [{_typ(case.caption.partition(': ')[2])}])")
    parts.append("= Endnotes\n#set text(size: 8pt)\n#set par(justify: false)")
    for section, notes in zip(case.sections, _notes_by_section(case), strict=True):
        parts.append(f"#text(8pt, style: \"italic\")[{_typ(section.heading)}]")
        parts += [f"#super[{label}] {_typ(text)}" for label, text in notes]
    target.write_bytes(compiler.compile("\n\n".join(parts).encode()))


def _browser(page: str, target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "article.html"), Path(folder, "a.pdf")
        source.write_text(page, encoding="utf-8")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/p", "--no-pdf-header-footer",
                        f"--print-to-pdf={out}", source.as_uri()], check=True, capture_output=True, timeout=180)  # fmt: skip
        target.write_bytes(out.read_bytes())


def _table(case: Case) -> str:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in case.table)
    return f"<figure><table>{rows}</table><figcaption>{escape(case.caption)}</figcaption></figure>"


def _page(case: Case, style: str, sections: list[list[str]], end: str = "") -> str:
    body = ""
    for number, (section, texts) in enumerate(zip(case.sections, sections, strict=True)):
        body += f"<h2>{escape(section.heading)}</h2>" + "".join(f"<p>{text}</p>" for text in texts) + (_table(case) if number == 1 else "")
    return (
        f"<html lang=en><head><meta charset=utf-8><title>{escape(case.title)}</title><style>{style}</style></head><body><header>{escape(case.header)}</header>"
        f"<h1>{escape(case.title)}</h1><p class=by>{case.author} · {long_day(case.day)}</p><main>{body}</main>{end}</body></html>"
    )


def sidenotes(case: Case, target: Path) -> None:
    """Notes in the right margin beside their markers (Tufte's style), printed by the browser."""
    notes = iter(case.notes)
    style = (
        "@page{size:A4;margin:16mm}body{font:14px/1.5 'DejaVu Serif',serif}main{width:64%}h1{font-size:26px}h2{font-size:17px}sup{font-size:65%}"
        ".s{float:right;clear:right;width:46%;margin:0 -54% 8px 0;font-size:10.5px;line-height:1.3}td{padding:1px 14px}figcaption{font-size:11px}"
    )
    sections = [
        _paragraphs(section, lambda label: f"<sup>{label}</sup><span class=s><sup>{label}</sup> {escape(next(notes)[1])}</span>")
        for section in case.sections
    ]
    _browser(_page(case, style, sections), target)


def news_columns(case: Case, target: Path) -> None:
    """Three columns of a browser, the notes below them in two, their numbers by list markers."""
    style = (
        "@page{size:A4 landscape;margin:14mm}body{font:12px/1.4 'DejaVu Sans',sans-serif}main{columns:3;column-gap:22px;text-align:justify}"
        "ol{columns:2;column-gap:44px;font-size:9.5px}h2{font-size:14px;column-span:none}td{padding:0 8px}figcaption{font-size:9px}sup{font-size:70%;vertical-align:super}"
    )
    sections = [_paragraphs(section, lambda label: f"<sup>{label}</sup>") for section in case.sections]
    _browser(_page(case, style, sections, "<h3>Notes</h3><ol>" + "".join(f"<li>{escape(text)}</li>" for _, text in case.notes) + "</ol>"), target)


def symbols(case: Case, target: Path) -> None:
    """WeasyPrint: bracketed letters that restart in each section, notes in a box under each section."""
    from weasyprint import HTML

    groups = _notes_by_section(case)
    style = (
        f"@page{{size:A5;margin:16mm 14mm;@bottom-right{{content:'{case.header} – ' counter(page);font-size:7.5pt}}}}body{{font:10pt/1.35 'DejaVu Sans'}}"
        "h1{font-size:17pt}h2{font-size:12pt}.n{font-size:7.5pt;border:0.5pt solid #999;padding:4pt}.n p{margin:2pt 0}td{padding:1pt 8pt}figcaption{font-size:7.5pt}"
        "sup{font-size:65%}"
    )
    sections = []
    for section, notes in zip(case.sections, groups, strict=True):
        texts = _paragraphs(section, lambda label: f"<sup>({label})</sup>")
        box = "".join(f"<p>({label}) {escape(text)}</p>" for label, text in notes)
        texts[-1] += f"</p><div class=n>{box}</div><p>"
        sections.append(texts)
    HTML(string=_page(case, style, sections)).write_pdf(str(target))


def numbered(case: Case, target: Path) -> None:
    """Word's way of a report: numbered paragraphs, footnotes that restart on no page, a document symbol above and a job number below."""
    count = iter(range(1, 1000))
    notes = iter(case.notes)
    paragraphs = []
    for number, section in enumerate(case.sections):
        paragraphs.append(f"<h3>{'I' * (number + 1)}. {escape(section.heading)}</h3>")
        texts = _paragraphs(section, lambda label: f'<a class="sdfootnoteanc" name="sdfootnote{label}anc" href="#sdfootnote{label}sym"><sup>{label}</sup></a>')
        paragraphs += [f"<p style='margin-bottom:8pt'>{next(count)}.&nbsp;&nbsp;&nbsp;&nbsp;{text}</p>" for text in texts]
        if number == 1:
            rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in case.table)
            paragraphs.append(f"<p>{escape(case.caption)}</p><table>{rows}</table>")
    ends = "".join(
        f'<div id="sdfootnote{label}"><p style="font-size:8pt">'
        f'<a class="sdfootnotesym" name="sdfootnote{label}sym" href="#sdfootnote{label}anc">{label}</a> {escape(text)}</p></div>'
        for label, text in notes
    )
    page = (
        "<html><head><meta charset=utf-8><style>@page{size:17cm 22cm;margin:2cm}p{font:10.5pt 'DejaVu Serif'}h1{font:bold 16pt 'DejaVu Serif'}h3{font:bold 12pt 'DejaVu Serif'}"
        f"</style></head><body><h1>{escape(case.title)}</h1><p>{case.author}</p><p>{long_day(case.day)}</p>{''.join(paragraphs)}{ends}</body></html>"
    )
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.html").write_text(re.sub(r"\s+", " ", page), encoding="utf-8")
        convert(Path(folder, "a.html"), target, "HTML (StarWriter)")

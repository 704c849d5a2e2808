"""Typesetters: LaTeX, groff with the ms macros, typst."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from content import CAPTION, ROWS, Case, long_day

_TEX = {
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
    "–": "--",
    "—": "---",
    "é": r"\'e",
}


def _tex(text: str) -> str:
    text = re.sub(r'"(?=\w|[\[(‘])', "``", text).replace('"', "''")
    return "".join(_TEX.get(character, character) for character in text)


def latex(case: Case, target: Path, *, two: bool, chapters: bool = False, endnotes: bool = False) -> None:
    """An article in two columns, or a report whose footnotes restart with each chapter, or bracketed references with a list."""
    notes = iter(case.notes)
    lines = [
        rf"\documentclass[10pt,{'twocolumn' if two else 'onecolumn'},a5paper]{{{'report' if chapters else 'article'}}}",
        r"\usepackage[margin=16mm,top=22mm]{geometry}\usepackage{fancyhdr}" + ("" if two else r"\usepackage{times}"),
        rf"\pagestyle{{fancy}}\fancyhf{{}}\fancyhead[L]{{{_tex(case.header)}}}\fancyhead[R]{{\thepage}}",
        rf"\title{{{_tex(case.title)}}}\author{{{case.author}}}\date{{{long_day(case.day)}}}\begin{{document}}\maketitle",
    ]
    for number, section in enumerate(case.sections):
        lines.append(rf"\{'chapter' if chapters else 'section'}{'' if chapters else '*'}{{{_tex(section.heading)}}}")
        for sentences in section.paragraphs:
            parts = []
            for sentence in sentences:
                text = _tex(sentence.text)
                if sentence.label is not None:
                    label, note = next(notes)
                    text += rf"~[{label}]" if endnotes else rf"\footnote{{{_tex(note)}}}"
                parts.append(text)
            lines.append(" ".join(parts) + "\n")
        if number == 1:
            rows = r" \\ ".join(" & ".join(row) for row in ROWS)
            lines.append(
                rf"\begin{{table}}[ht]\centering\caption{{{CAPTION.split(': ')[1]}}}\begin{{tabular}}{{lrrr}}\hline {rows} \\ \hline\end{{tabular}}\end{{table}}"
            )
    if endnotes:
        items = "".join(rf"\bibitem{{k{index}}} {_tex(text)} " for index, (_, text) in enumerate(case.notes))
        lines.append(rf"\begin{{thebibliography}}{{99}}{items}\end{{thebibliography}}")
    lines.append(r"\end{document}")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.tex").write_text("\n".join(lines), encoding="utf-8")
        for _ in range(2):
            subprocess.run(["pdflatex", "-interaction=nonstopmode", "a.tex"], cwd=folder, check=False, capture_output=True)
        target.write_bytes(Path(folder, "a.pdf").read_bytes())


def memoir(case: Case, target: Path, *, run_in: bool) -> None:
    """pdfLaTeX with memoir: footnotes in two columns under a text of one column, or run on in one paragraph; heads that alternate."""
    notes = iter(case.notes)
    lines = [
        r"\documentclass[10pt,a5paper,twoside]{memoir}",
        r"\setlrmarginsandblock{16mm}{16mm}{*}\setulmarginsandblock{20mm}{18mm}{*}\checkandfixthelayout\sloppy",
        r"\paragraphfootnotes" if run_in else r"\twocolumnfootnotes",
        rf"\makeevenhead{{headings}}{{\thepage}}{{}}{{{_tex(case.header)}}}\makeoddhead{{headings}}{{\rightmark}}{{}}{{\thepage}}",
        rf"\title{{{_tex(case.title)}}}\author{{{case.author}}}\date{{{long_day(case.day)}}}\begin{{document}}\counterwithout{{footnote}}{{chapter}}\maketitle",
    ]
    for number, section in enumerate(case.sections):
        lines.append(rf"\section*{{{_tex(section.heading)}}}\markright{{{_tex(section.heading)}}}")
        for sentences in section.paragraphs:
            marked = (_tex(s.text) + (rf"\footnote{{{_tex(next(notes)[1])}}}" if s.label is not None else "") for s in sentences)
            lines.append(" ".join(marked) + "\n")
        if number == 1:
            rows = r" \\ ".join(" & ".join(row) for row in case.table)
            caption = _tex(case.caption.partition(": ")[2])
            lines.append(rf"\begin{{table}}[b]\centering\begin{{tabular}}{{lrrr}}\toprule {rows} \\ \bottomrule\end{{tabular}}\caption{{{caption}}}\end{{table}}")
    lines.append(r"\end{document}")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.tex").write_text("\n".join(lines), encoding="utf-8")
        for _ in range(2):
            subprocess.run(["pdflatex", "-interaction=nonstopmode", "a.tex"], cwd=folder, check=False, capture_output=True)
        target.write_bytes(Path(folder, "a.pdf").read_bytes())


def groff(case: Case, target: Path, *, two: bool) -> None:
    """ms macros: automatic footnote numbers, running heads, hyphenation."""
    notes = iter(case.notes)
    lines = [f".ds LH {case.header}", ".ds CH", ".ds RH \\\\n%", ".nr PS 11", ".nr VS 13", ".nr LL 5.2i", ".nr FL 5.2i", ".nr PO 0.9i", ".pl 8.5i", ".TL",
             case.title, ".AU", case.author, ".AI", long_day(case.day)]  # fmt: skip
    lines += [".2C"] if two else []
    for number, section in enumerate(case.sections):
        lines += [".SH", section.heading]
        for sentences in section.paragraphs:
            lines.append(".PP")
            for sentence in sentences:
                text = _roff(sentence.text)
                lines.append(text + (r"\**" if sentence.label is not None else ""))
                if sentence.label is not None:
                    lines += [".FS", _roff(next(notes)[1]), ".FE"]
        if number == 1:
            lines += [".KS", ".LP", CAPTION, ".TS", "center;", "l r r r.", *("\t".join(row) for row in ROWS), ".TE", ".KE"]
    source = "\n".join(lines) + "\n"
    run = subprocess.run(
        ["groff", "-ms", "-t", "-K", "utf8", "-Tpdf", "-P-p8.5i,7i"], input=source.encode(), capture_output=True, check=True
    )
    target.write_bytes(run.stdout)


def _roff(text: str) -> str:
    text = text.replace("\\", r"\e")
    return "\\&" + text if text[:1] in ".'" else text


def typst(case: Case, target: Path, *, columns: int) -> None:
    """Typst: justified and hyphenated, footnotes, running heads."""
    import typst as compiler

    notes = iter(case.notes)
    parts = [
        f'#set page(paper: "a5", columns: {columns}, header: [{_typ(case.header)} #h(1fr) #context counter(page).display()])',
        '#set text(size: 9.5pt, lang: "en", hyphenate: true)\n#set par(justify: true, first-line-indent: 1em)',
        f'#set document(title: "{case.title.replace(chr(34), chr(39))}", author: "{case.author}")',
        f'#place(top + center, scope: "parent", float: true)[#text(17pt, weight: "bold")[{_typ(case.title)}] \\ {case.author} \\ {long_day(case.day)}]',
    ]
    for number, section in enumerate(case.sections):
        parts.append(f"= {_typ(section.heading)}")
        for sentences in section.paragraphs:
            text = []
            for sentence in sentences:
                note = f"#footnote[{_typ(next(notes)[1])}]" if sentence.label is not None else ""
                text.append(_typ(sentence.text) + note)
            parts.append(" ".join(text))
        if number == 1:
            cells = ", ".join(f"[{cell}]" for row in ROWS for cell in row)
            parts.append(f"#figure(table(columns: 4, {cells}), caption: figure.caption(position: top)[{CAPTION.split(': ')[1]}])")
    target.write_bytes(compiler.compile("\n\n".join(parts).encode()))


def _typ(text: str) -> str:
    return re.sub(r"([#$*_@\[\]<>`~=/\\])", r"\\\1", text)

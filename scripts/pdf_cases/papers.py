"""Layouts as journals, parliaments and institutes have them, through pdfLaTeX, Typst and groff's mom macros: a cover and a table of contents,
numbered headings, block quotations, boxes, bitmap fonts, numbered lines, side notes, notes that run over pages or start anew on each.
"""

# ruff: noqa: E501 - style sheets and templates are lines of other languages
from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import typst as compiler
from briefs import pieces
from content import Case, long_day
from typeset import _roff, _tex, _typ


def _latex(text: str) -> str:
    return _tex(text).replace("§", r"\S{}").replace("¶", r"\P{}").replace("è", r"\`e").replace("î", r"\^{\i}").replace("É", r"\'E")


def _pdflatex(source: str, target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.tex").write_text(source, encoding="utf-8")
        for _ in range(2):
            subprocess.run(["pdflatex", "-interaction=nonstopmode", "a.tex"], cwd=folder, check=False, capture_output=True)
        target.write_bytes(Path(folder, "a.pdf").read_bytes())


def _paragraphs(parts: list[tuple[str, str]], quote: tuple[str, str], items: tuple[str, str, str]) -> list[str]:
    """The paragraphs, quotations and lists of a section; ``items`` opens a list, opens an item and closes the list."""
    out: list[str] = []
    listing = False
    for kind, text in [*parts, ("", "")]:
        if kind == "*":
            out += [*([] if listing else [items[0]]), items[1] + text]
        elif listing:
            out.append(items[2])
        listing = kind == "*"
        if kind == ">":
            out.append(f"{quote[0]}{text}{quote[1]}")
        elif kind != "*" and text:
            out.append(text)
    return out


def journal(case: Case, target: Path) -> None:
    """A journal article: an abstract across two columns, bitmap fonts without a table of characters, footnotes under each column, a figure
    with its source, the volume in the foot of the first page.
    """  # fmt: skip
    assert case.extras is not None
    notes = iter(case.notes)
    lines = [
        r"\documentclass[10pt,twocolumn]{article}\usepackage[paperwidth=170mm,paperheight=240mm,margin=17mm,top=21mm]{geometry}\usepackage[T1]{fontenc}\usepackage{fancyhdr}\pdfcompresslevel=9",
        rf"\pagestyle{{fancy}}\fancyhf{{}}\fancyhead[L]{{\small\itshape {case.author}}}\fancyhead[R]{{\small Journal of Maritime Order 9(4)}}\fancyfoot[C]{{\thepage}}\renewcommand\headrulewidth{{0pt}}\setcounter{{page}}{{417}}",
        r"\fancypagestyle{plain}{\fancyhf{}\fancyfoot[L]{\footnotesize Journal of Maritime Order 9(4), 2023, pp. 417--420. ISSN 1234-5679}}",
        rf"\title{{\bfseries {_latex(case.title)}}}\author{{\scshape {case.author}}}\date{{{long_day(case.day)}}}\sloppy\begin{{document}}",
        rf"\twocolumn[\begin{{@twocolumnfalse}}\maketitle\thispagestyle{{plain}}\begin{{quote}}\small\textbf{{Abstract.}} {_latex(' '.join(case.extras.key))}\end{{quote}}\vspace{{8pt}}\end{{@twocolumnfalse}}]",
    ]
    for number, section in enumerate(case.sections):
        lines.append(rf"\section*{{{_latex(section.heading)}}}")
        parts = pieces(section, lambda _: rf"\footnote{{{_latex(next(notes)[1])}}}", _latex)
        lines += [f"{part}\n" for part in _paragraphs(parts, (r"\begin{quote}\small ", r"\end{quote}"), (r"\begin{itemize}", r"\item ", r"\end{itemize}"))]
        if number == 1:
            rows = r" \\ ".join(" & ".join(row) for row in case.table)
            lines.append(rf"\begin{{table}}[t]\centering\caption{{{_latex(case.caption.partition(': ')[2])}}}\small\begin{{tabular}}{{lrrr}}\hline {rows} \\ \hline\end{{tabular}}\end{{table}}")
            lines.append(rf"\begin{{figure}}[b]\centering\rule{{40mm}}{{18mm}}\caption{{{_latex(case.extras.figure)}}}\footnotesize {_latex(case.extras.source)}\end{{figure}}")
    _pdflatex("\n".join([*lines, r"\end{document}"]), target)


def handbook(case: Case, target: Path) -> None:
    """A working paper: one column with numbered lines in the left margin and side heads in the right one, raised numbers in bold, endnotes
    in two columns at 7 points whose numbers hang in the margin, page "Page 2 of 4".
    """  # fmt: skip
    assert case.extras is not None
    lines = [
        r"\documentclass[11pt]{article}\usepackage[a5paper,left=18mm,right=34mm,marginparwidth=24mm,marginparsep=3mm,top=20mm,bottom=17mm]{geometry}\usepackage{fancyhdr,multicol}",
        rf"\pagestyle{{fancy}}\fancyhf{{}}\fancyhead[L]{{\footnotesize Working Paper 2024/07}}\fancyhead[R]{{\footnotesize {long_day(case.day)}}}\fancyfoot[R]{{\footnotesize Page \thepage\ of 4}}",
        r"\setlength\parindent{0pt}\setlength\parskip{5pt}\raggedright\newcommand\mk[1]{\textsuperscript{\bfseries\tiny #1}}\newcommand\side[1]{\marginpar{\raggedright\footnotesize\itshape #1}}",
        rf"\begin{{document}}{{\Large\bfseries {_latex(case.title)}\par}}{case.author}\par {long_day(case.day)}\par",
    ]
    for number, section in enumerate(case.sections, 1):
        lines.append(rf"\subsection*{{{number}~~{_latex(section.heading)}}}")
        parts = pieces(section, lambda label: rf"\mk{{{label}}}", _latex)
        if number == 1:
            parts[0] = (parts[0][0], rf"\side{{{_latex(case.extras.pull)}}}" + parts[0][1])
        lines += [f"{part}\n" for part in _paragraphs(parts, (r"\begin{quotation}\itshape ", r"\end{quotation}"), (r"\begin{itemize}", r"\item ", r"\end{itemize}"))]
        if number == 2:
            rows = r" \\ ".join(" & ".join(row) for row in case.table)
            lines.append(rf"{{\footnotesize\bfseries {_latex(case.caption)}\par\begin{{tabular}}{{lrrr}}{rows}\end{{tabular}}\par}}")
    lines.append(r"\subsection*{Endnotes}\begin{multicols}{2}\fontsize{7}{8.4}\selectfont\parskip=1pt ")
    lines += [rf"\hangindent=5mm\hangafter=1\makebox[5mm][l]{{{label}}}{_latex(text)}\par" for label, text in case.notes]
    _pdflatex("\n".join([*lines, r"\end{multicols}\end{document}"]), target)


def parliament(case: Case, target: Path) -> None:
    """A research note of a parliament: a cover with a number and a date, a table of contents with dots, numbered headings, a box, footnotes
    in the text's own face across the page, a head that names the paper.
    """  # fmt: skip
    assert case.extras is not None
    notes = iter(case.notes)
    day = long_day(case.day)
    parts = [
        f'#set document(title: "{case.title}", author: "{case.author}")\n#set text(font: "Liberation Sans", size: 10pt, lang: "en")\n#set par(justify: false, spacing: 9pt)',
        '#set heading(numbering: "1.1")\n#set page(width: 160mm, height: 220mm, margin: 18mm)\n#show heading: it => block(above: 14pt, below: 8pt, it)',
        f'#rect(width: 100%, fill: rgb("#4a7729"), inset: 10pt)[#text(white, weight: "bold")[COMMONS LIBRARY] #h(1fr) #text(white)[Research Briefing]]\n#v(30pt)\n{_typ(case.author)}\n\n{day}\n\n'
        f'#text(22pt, weight: "bold")[{_typ(case.title)}]\n\n#v(20pt)\n#outline(title: [Summary and contents])\n#place(bottom)[#text(8pt)[Number CBP 9481 #h(1fr) commonslibrary.example]]\n#pagebreak()',
        f'#set page(header: text(8pt)[{_typ(case.title)}], footer: [#text(8pt)[#context counter(page).display() #h(10pt) Commons Library Research Briefing, {day}]])',
    ]
    for number, section in enumerate(case.sections):
        parts.append(f"= {_typ(section.heading)}")
        texts = pieces(section, lambda _: f"#footnote[{_typ(next(notes)[1])}]", _typ)
        parts += [f"#quote(block: true)[{text}]" if kind == ">" else f"- {text}" if kind == "*" else text for kind, text in texts]
        if number == 0:
            parts.append("#rect(width: 100%, fill: luma(230), inset: 8pt)[*Box 1: In brief* \\ " + " \\ ".join(map(_typ, case.extras.key)) + "]")
        if number == 1:
            cells = ", ".join(f"[{cell}]" for row in case.table for cell in row)
            parts.append(f"#text(9pt, weight: \"bold\")[{_typ(case.caption)}]\n#table(columns: (2fr, 1fr, 1fr, 1fr), stroke: none, fill: (_, y) => if calc.odd(y) {{luma(240)}}, {cells})")
    target.write_bytes(compiler.compile("\n\n".join(parts).encode()))


def margins(case: Case, target: Path) -> None:
    """A policy paper with a wide left margin that holds a pull quote, a list of facts and a figure's caption; raised numbers after the stop in a
    separate face, endnotes in two columns, headings in small capitals, "HARBOUR CENTRE | 2" at the foot.
    """  # fmt: skip
    assert case.extras is not None
    extras = case.extras
    side = [
        f'#text(13pt, fill: rgb("#a33"), style: "italic")[{_typ(extras.pull)}]', "*At a glance* \\ " + " \\ ".join(map(_typ, extras.key)),
        f'#rect(width: 40mm, height: 22mm, fill: luma(200))\nFigure 1: {_typ(extras.figure)} \\ #text(6.5pt)[{_typ(extras.source)}]', "",
    ]  # fmt: skip
    parts = [
        '#set page(width: 190mm, height: 250mm, margin: (left: 62mm, right: 18mm, top: 20mm, bottom: 20mm), footer: align(right)[#text(8pt)[HARBOUR CENTRE | #context counter(page).display()]])',
        '#set text(font: "Liberation Serif", size: 10.5pt, lang: "en", hyphenate: true)\n#set par(justify: true, leading: 0.6em, spacing: 8pt)\n#show heading: it => text(12pt, font: "DejaVu Sans", weight: "regular")[#smallcaps(it.body)]',
        f'#text(20pt, font: "DejaVu Sans")[{_typ(case.title)}]\n\n{case.author}\n\n{long_day(case.day)}',
        "#let sup(body) = super(size: 6pt, typographic: false)[#text(font: \"DejaVu Sans\")[#body]]",
    ]
    for section, beside in zip(case.sections, side, strict=False):
        parts.append(f"= {_typ(section.heading)}")
        if beside:
            parts.append(f"#place(dx: -50mm)[#box(width: 42mm)[#set par(justify: false)\n#text(8pt, font: \"DejaVu Sans\")[{beside}]]]")
        texts = pieces(section, lambda label: f"#sup[{label}]", _typ)
        parts += [f"#pad(x: 6mm)[#text(9.5pt)[{text}]]" if kind == ">" else f"- {text}" if kind == "*" else text for kind, text in texts]
    cells = ", ".join(f"[{cell}]" for row in case.table for cell in row)
    parts.append(f"#align(center)[#text(9pt)[{_typ(case.caption)}]\n#table(columns: 4, {cells})]")
    items = "\n\n".join(f"#grid(columns: (6mm, 1fr), [{label}.], [{_typ(text)}])" for label, text in case.notes)
    parts.append(f"= Notes\n#place(dx: -50mm)[]\n#pad(left: -44mm)[#columns(2, gutter: 8mm)[#set text(7.5pt)\n#set par(justify: false, spacing: 4pt)\n{items}]]")
    target.write_bytes(compiler.compile("\n\n".join(parts).encode()))


def mom(case: Case, target: Path) -> None:
    """groff's mom macros: a drop cap, every fifth line numbered in the margin, block quotations, footnotes that start at 1 on each page and may run
    over to the next, a head of three parts.
    """  # fmt: skip
    notes = iter(case.notes)
    lines = [
        '.TITLE "' + case.title.replace(" and the Use", '" "and the Use') + '"', f'.AUTHOR "{case.author}"', ".PAPER A5", ".PRINTSTYLE TYPESET", ".L_MARGIN 2.2c", ".R_MARGIN 1.8c", ".PT_SIZE 10.5", f'.DOCTITLE "{case.header}"', ".DOCTYPE DEFAULT",
        f'.HEADER_CENTER "{long_day(case.day)}"', ".FOOTNOTE_MARKER_STYLE NUMBER", ".FAMILY T", ".START", ".LEFT", f"{long_day(case.day)}", ".JUSTIFY", ".HEADING_STYLE 1 SIZE +1",
        ".NUMBER_LINES 1 5",
    ]  # fmt: skip
    for number, section in enumerate(case.sections):
        lines.append(f'.HEADING 1 "{section.heading}"')
        for index, (kind, sentences) in enumerate(zip(section.kinds, section.paragraphs, strict=True)):
            lines.append({">": ".BLOCKQUOTE", "*": ".PP"}.get(kind, ".PP"))
            for at, sentence in enumerate(sentences):
                text = _roff(sentence.text)
                if number == index == at == 0:
                    lines.append(f".DROPCAP {text[0]} 2")
                    text = text[1:]
                after = at and sentences[at - 1].label is not None
                lines.append((r"\ " if after else "") + text + (r"\c" if sentence.label is not None else ""))
                if sentence.label is not None:
                    lines += [".FOOTNOTE", _roff(next(notes)[1]), ".FOOTNOTE OFF"]
            if kind == ">":
                lines.append(".BLOCKQUOTE OFF")
    run = subprocess.run(["groff", "-mom", "-K", "utf8", "-Tpdf", "-P-pa5"], input=("\n".join(lines) + "\n").encode(), capture_output=True, check=True)
    target.write_bytes(run.stdout)


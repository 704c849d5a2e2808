"""Three more layouts, made after the reader had been mended on those of ``later``: conference proceedings, a memorandum of groff's mm macros, a
report of a web site with a column of related pieces.
"""

# ruff: noqa: E501 - style sheets and templates are lines of other languages
from __future__ import annotations

import subprocess
from html import escape
from pathlib import Path

from briefs import _figure, _html, _page, _table, pieces
from content import Case, long_day
from papers import _latex, _paragraphs, _pdflatex
from second import _browser
from typeset import _roff


def proceedings(case: Case, target: Path) -> None:
    """Conference proceedings: two columns, section heads in centred capitals, an abstract in bold, bracketed numbers, references of hanging bracketed
    numbers in small type, a foot with the number of the publication on the first page.
    """  # fmt: skip
    assert case.extras is not None
    lines = [
        r"\documentclass[10pt,twocolumn]{article}\usepackage[paperwidth=180mm,paperheight=240mm,margin=15mm,top=19mm]{geometry}\usepackage{fancyhdr}\sloppy\makeatletter\def\@biblabel#1{[#1]}\makeatother",
        r"\pagestyle{fancy}\fancyhf{}\fancyhead[C]{\footnotesize PROCEEDINGS OF THE 11TH SYMPOSIUM ON SECURITY, 2024}\fancyhead[R]{\footnotesize\thepage}\renewcommand\headrulewidth{0pt}\setcounter{page}{88}",
        r"\fancypagestyle{plain}{\fancyhf{}\fancyfoot[L]{\footnotesize 978-1-2345-6789-7/24/\$31.00 \copyright 2024 Harbour Press}}",
        rf"\title{{\Large {_latex(case.title)}}}\author{{{case.author}\\ {{\small Harbour Centre, Lagos}}}}\date{{\small {long_day(case.day)}}}\begin{{document}}\maketitle\thispagestyle{{plain}}",
        rf"\noindent{{\small\bfseries Abstract---{_latex(' '.join(case.extras.key))}\par}}",
    ]
    for number, section in enumerate(case.sections):
        lines.append(rf"\section*{{\centering\normalsize\normalfont {'I' * (number + 1) if number < 3 else 'IV'}. {_latex(section.heading).upper()}}}")
        parts = pieces(section, lambda label: rf"~[{label}]", _latex)
        lines += [f"{part}\n" for part in _paragraphs(parts, (r"\begin{quote}", r"\end{quote}"), (r"\begin{itemize}", r"\item ", r"\end{itemize}"))]
        if number == 1:
            rows = r" \\ ".join(" & ".join(row) for row in case.table)
            lines.append(rf"\begin{{table}}[t]\centering\caption{{{_latex(case.caption.partition(': ')[2])}}}\begin{{tabular}}{{|l|r|r|r|}}\hline {rows} \\ \hline\end{{tabular}}\end{{table}}")
    items = "".join(rf"\bibitem{{k{label}}} {_latex(text)} " for label, text in case.notes)
    _pdflatex("\n".join([*lines, rf"\renewcommand\refname{{\centering\normalsize\normalfont REFERENCES}}\begin{{thebibliography}}{{99}}\footnotesize {items}\end{{thebibliography}}\end{{document}}"]), target)


def memorandum(case: Case, target: Path) -> None:
    """groff's mm macros: headings with numbers, footnotes with automatic labels of their own form, page numbers between hyphens."""
    notes = iter(case.notes)
    lines = [".PGFORM 12c 19c 1.6c", ".S 10 12.5", ".nr Pt 1", ".SA 1", '.PH "\'\'\'"', f".PF \"'{case.header}''- \\\\\\\\nP -'\"", ".nr Hb 7", f".B \"{case.title}\"", ".br", case.author, ".br", long_day(case.day)]
    for section in case.sections:
        lines.append(f'.HU "{section.heading}"')
        for kind, sentences in zip(section.kinds, section.paragraphs, strict=True):
            lines += [".P"] if not kind else [".DS I F"] if kind == ">" else [".BL"] if kind == "*" else []
            lines += [".LI"] if kind == "*" else []
            for at, sentence in enumerate(sentences):
                after = at and sentences[at - 1].label is not None
                lines.append((r"\&" if after else "") + _roff(sentence.text) + (r"\*F" if sentence.label is not None else ""))
                if sentence.label is not None:
                    lines += [".FS", _roff(next(notes)[1]), ".FE"]
            lines += [".DE"] if kind == ">" else [".LE"] if kind == "*" else []
    run = subprocess.run(["groff", "-mm", "-K", "utf8", "-Tpdf", "-P-p22c,16c"], input=("\n".join(lines) + "\n").encode(), capture_output=True, check=True)
    target.write_bytes(run.stdout)


def web_report(case: Case, target: Path) -> None:
    """A report printed from its site: a column of related pieces at the right of the first screen, a list of contents without leaders, notes in a table
    whose first column has their numbers.
    """  # fmt: skip
    assert case.extras is not None
    style = (
        "@page{size:A4;margin:15mm 14mm;@top-right{content:'2/6/24, 9:41 AM';font:8px 'Liberation Sans'}@bottom-left{content:'https://harbourcentre.example/reports/214';font:8px 'Liberation Sans'}}body{font:13px/1.5 'Liberation Sans'}"
        "h1{font-size:26px}.row{display:flex;gap:26px}main{flex:3}.rel{flex:1;font-size:11px;border-left:1px solid #ccc;padding-left:12px}h2{font-size:17px}.toc{font-size:12px}.toc div{display:flex;justify-content:space-between}"
        "sup{font-size:64%}table.n td{vertical-align:top;font-size:10.5px;padding:1px 6px}blockquote{border-left:3px solid #999;padding-left:10px;margin-left:8px}.cap,figcaption{font-size:10.5px}.tab td{padding:1px 12px}"
    )
    body = "<div class=toc><b>Contents</b>" + "".join(f"<div><span>{escape(section.heading)}</span><span>{at + 1}</span></div>" for at, section in enumerate(case.sections)) + "</div>"
    for number, section in enumerate(case.sections):
        body += f"<h2>{escape(section.heading)}</h2>" + _html(pieces(section, lambda label: f"<sup>{label}</sup>"))
        body += _figure(case) if number == 0 else _table(case) if number == 1 else ""
    related = "<div class=rel><b>Related</b><p>Why mediators fail</p><p>The long summer of the straits</p><p>Four questions on grain</p></div>"
    notes = "".join(f"<tr><td>{label}</td><td>{escape(text)}</td></tr>" for label, text in case.notes)
    top = f"<h1>{escape(case.title)}</h1><p>By {case.author} | {long_day(case.day)}</p>"
    _browser(_page(case, style, f"{top}<div class=row><main>{body}</main>{related}</div><h2>Endnotes</h2><table class=n>{notes}</table>"), target)

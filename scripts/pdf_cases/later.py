"""Four layouts made after the reader had been mended on those of ``briefs``, ``papers`` and ``drawn``: an official journal with numbers in raised
brackets and numbered recitals, a manuscript in double spacing, a newsletter whose sources run on in one paragraph, a report with a summary
beside its first page and notes of hanging numbers.
"""

# ruff: noqa: E501 - style sheets and templates are lines of other languages
from __future__ import annotations

from html import escape
from pathlib import Path

import typst as compiler
from briefs import _figure, _html, _page, _table, pieces
from content import Case, long_day
from papers import _latex, _paragraphs, _pdflatex
from second import _browser
from typeset import _typ


def official(case: Case, target: Path) -> None:
    """An official journal: two columns with a line between them, raised numbers in brackets, notes across the page whose numbers are bracketed, too,
    paragraphs with a number in brackets, a head in three parts that differs on left and right pages.
    """  # fmt: skip
    from weasyprint import HTML

    style = (
        f"@page{{size:175mm 250mm;margin:20mm 15mm 14mm;@footnote{{border-top:0.5pt solid #000;border-clip:50pt;padding-top:3pt}}"
        f"@top-center{{content:'Official Gazette of the Union';font:8pt 'Liberation Serif'}}}}"
        f"@page:right{{@top-left{{content:'{case.day[8:]}.{int(case.day[5:7])}.{case.day[:4]}';font:8pt 'Liberation Serif'}}@top-right{{content:'C 41/' counter(page);font:8pt 'Liberation Serif'}}}}"
        f"@page:left{{@top-right{{content:'{case.day[8:]}.{int(case.day[5:7])}.{case.day[:4]}';font:8pt 'Liberation Serif'}}@top-left{{content:'C 41/' counter(page);font:8pt 'Liberation Serif'}}}}"
        "body{font:9.8pt/1.3 'Liberation Serif';text-align:justify}h1{font-size:14pt;text-align:center}.by{text-align:center;margin:2pt}main{columns:2;column-gap:16pt;column-rule:0.4pt solid #000}"
        "h2{font-size:9.8pt;text-align:center;margin:8pt 0 4pt}p{margin:0 0 5pt}blockquote{margin:0 10pt 5pt;font-style:italic}ul{padding-left:14pt;margin:0 0 5pt}"
        ".f{float:footnote;font:7.8pt/1.25 'Liberation Serif';padding-left:14pt;text-indent:-14pt}.f::footnote-marker{content:'(' counter(footnote) ')';font-size:6pt;vertical-align:super;width:14pt;display:inline-block;text-indent:0}"
        "::footnote-call{content:' (' counter(footnote) ')';font-size:6pt;vertical-align:super;line-height:0}.cap{font-size:8pt;font-style:italic}td{padding:0 6pt;font-size:8.5pt}"
    )
    notes = iter(case.notes)
    body = ""
    for number, section in enumerate(case.sections):
        body += f"<h2>{escape(section.heading)}</h2>" + _html(pieces(section, lambda _: f"<span class=f>{escape(next(notes)[1])}</span>"))
        body += _table(case) if number == 1 else ""
    top = f"<h1>{escape(case.title)}</h1><p class=by>{case.author}</p><p class=by>{long_day(case.day)}</p>"
    HTML(string=_page(case, style, f"{top}<main>{body}</main>")).write_pdf(str(target))


def manuscript(case: Case, target: Path) -> None:
    """A manuscript as sent to a journal: double spacing, every line numbered, a running head, notes on pages of their own with raised numbers,
    table and figure captions at the end.
    """  # fmt: skip
    assert case.extras is not None
    lines = [
        r"\documentclass[12pt]{article}\usepackage[letterpaper,margin=25mm]{geometry}\usepackage{setspace,lineno,fancyhdr}\setlength\headheight{15pt}",
        rf"\pagestyle{{fancy}}\fancyhf{{}}\fancyhead[L]{{Running head: {_latex(case.header.upper())}}}\fancyhead[R]{{\thepage}}\renewcommand\headrulewidth{{0pt}}\setstretch{{1.6}}",
        rf"\begin{{document}}\begin{{center}}{_latex(case.title)}\par {case.author}\par {long_day(case.day)}\end{{center}}\linenumbers",
    ]
    for section in case.sections:
        lines.append(rf"\begin{{center}}\textbf{{{_latex(section.heading)}}}\end{{center}}")
        parts = pieces(section, lambda label: rf"\textsuperscript{{{label}}}", _latex)
        lines += [f"{part}\n" for part in _paragraphs(parts, (r"\begin{quote}", r"\end{quote}"), (r"\begin{itemize}", r"\item ", r"\end{itemize}"))]
    lines.append(r"\newpage\begin{center}\textbf{Notes}\end{center}\setstretch{1.3}")
    lines += [rf"\textsuperscript{{{label}}}{_latex(text)}\par" for label, text in case.notes]
    rows = r" \\ ".join(" & ".join(row) for row in case.table)
    lines.append(rf"\newpage {_latex(case.caption)}\par\begin{{tabular}}{{lrrr}}{rows}\end{{tabular}}\par Figure 1. {_latex(case.extras.figure)}\par {_latex(case.extras.source)}")
    _pdflatex("\n".join([*lines, r"\end{document}"]), target)


def newsletter(case: Case, target: Path) -> None:
    """A newsletter in three columns: a pull quote across all of them, a dark box about the author, a drop cap, and sources that run on in one paragraph
    of small type.
    """  # fmt: skip
    assert case.extras is not None
    style = (
        "@page{size:A4;margin:12mm 13mm 15mm;@bottom-center{content:'HARBOUR LETTER · Winter · ' counter(page);font:8px 'Liberation Sans'}}body{font:11.5px/1.42 'Liberation Serif';margin:0}"
        ".top{font:bold 30px 'Liberation Sans';border-bottom:5px solid #146;color:#146}.sub{font:10px 'Liberation Sans';margin-bottom:8px}h1{font:bold 25px/1.1 'Liberation Serif'}"
        "main{columns:3;column-gap:18px}h2{font:bold 12.5px 'Liberation Sans';color:#146;margin:9px 0 3px}p{margin:0;text-indent:12px}.lead{text-indent:0}.lead::first-letter{font-size:44px;float:left;line-height:38px;padding-right:4px}"
        ".pull{column-span:all;font:bold 20px/1.25 'Liberation Sans';color:#146;text-align:center;margin:12px 40px}blockquote{margin:5px 10px;font-style:italic}ul{margin:4px 0;padding-left:14px}"
        ".dark{background:#146;color:#fff;padding:8px;font:10px/1.35 'Liberation Sans';margin:8px 0;break-inside:avoid}.src{font:8px/1.35 'Liberation Sans';text-indent:0}sup{font-size:62%;line-height:0}"
        "figure{margin:6px 0}figcaption,.cap{font:8.5px/1.3 'Liberation Sans';text-indent:0}td{padding:0 6px;font-size:10px}svg{width:150px}"
    )
    body = ""
    for number, section in enumerate(case.sections):
        html = _html(pieces(section, lambda label: f"<sup>{label}</sup>"))
        body += f"<h2>{escape(section.heading)}</h2>" + (html.replace("<p>", "<p class=lead>", 1) if number == 0 else html)
        body += (_figure(case) if number == 0 else _table(case) if number == 1 else "")
        body += f"<div class=pull>“{escape(case.extras.pull)}”</div>" if number == 0 else ""
    sources = " ".join(f"<sup>{label}</sup> {escape(text)}" for label, text in case.notes)
    end = f"<div class=dark><b>THE AUTHOR</b><br>{escape(case.extras.about)}</div><h2>Sources</h2><p class=src>{sources}</p>"
    top = f"<div class=top>HARBOUR LETTER</div><div class=sub>{long_day(case.day)}</div><h1>{escape(case.title)}</h1><p class=lead style='font-style:italic'>By {case.author}</p>"
    _browser(_page(case, style, f"{top}<main>{body}{end}</main>").replace("<p class=lead style='font-style:italic'>", "<p style='text-indent:0;font-style:italic'>"), target)


def country(case: Case, target: Path) -> None:
    """A report: a summary in a tinted column beside the first lines, lettered headings, footnotes of hanging numbers with stops below a rule of the
    full width, a landscape page with table and figure, a head with a rule, number, date and page.
    """  # fmt: skip
    assert case.extras is not None
    notes = iter(case.notes)
    day = long_day(case.day)
    parts = [
        f'#set page(width: 180mm, height: 240mm, margin: (x: 22mm, y: 24mm), header: [#text(8pt, font: "DejaVu Sans")[Harbour Centre Report N°214, {day} #h(1fr) Page #context counter(page).display()] #v(-6pt) #line(length: 100%, stroke: 0.4pt)])',
        '#set text(font: "Liberation Serif", size: 11pt, lang: "en", hyphenate: true)\n#set par(justify: true, spacing: 9pt)\n#set heading(numbering: "A.")\n#set footnote.entry(separator: line(length: 100%, stroke: 0.4pt), indent: 0pt)',
        '#show footnote.entry: it => { let n = counter(footnote).at(it.note.location()).first(); grid(columns: (7mm, 1fr), [#n.], text(8.5pt, it.note.body)) }',
        f'#text(19pt, font: "DejaVu Sans", weight: "bold")[{_typ(case.title)}]\n\n{case.author}\n\n{day}',
        '#grid(columns: (52mm, 1fr), gutter: 6mm, rect(fill: rgb("#dde8ee"), inset: 7pt)[#set par(justify: false)\n#set text(9pt, font: "DejaVu Sans")\n*What’s new?* ' + " *Why does it matter?* ".join(map(_typ, case.extras.key)) + "], [@@])",
    ]  # fmt: skip
    for number, section in enumerate(case.sections):
        texts = pieces(section, lambda _: f"#footnote[{_typ(next(notes)[1])}]", _typ)
        made = [f"#quote(block: true)[{text}]" if kind == ">" else f"+ {text}" if kind == "+" else f"- {text}" if kind == "*" else text for kind, text in texts]
        if number == 0:
            parts[-1] = parts[-1].replace("@@", f"= {_typ(section.heading)}\n\n{made[0]}")
            made = made[1:]
        else:
            parts.append(f"= {_typ(section.heading)}")
        parts += made
    cells = ", ".join(f"[{cell}]" for row in case.table for cell in row)
    parts.append(f"#page(flipped: true)[*{_typ(case.caption)}*\n#table(columns: (1fr,) * 4, stroke: (x: none, y: 0.3pt), {cells})\n#rect(width: 60mm, height: 30mm, fill: luma(210))\nFigure 1: {_typ(case.extras.figure)}\n\n#text(8pt)[{_typ(case.extras.source)}]]")
    target.write_bytes(compiler.compile("\n\n".join(parts).encode()))

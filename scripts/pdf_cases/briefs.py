"""Layouts as think tanks and magazines have them, through a browser and WeasyPrint: bands of colour with a logo, boxed key points, pull
quotes, side columns, drop caps, small capitals, endnotes in two columns with hanging numbers, figures with captions and source lines.
"""

# ruff: noqa: E501 - style sheets and templates are lines of other languages
from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from pathlib import Path

from content import Case, Section, long_day
from second import _browser

LOGO = (
    "<svg width='150' height='34' viewBox='0 0 150 34'><circle cx='17' cy='17' r='14' fill='#b33'/><text x='38' y='22' font-size='15'"
    " font-family='DejaVu Sans' fill='#333'>HARBOUR</text></svg>"
)
BARS = (
    "<svg width='220' height='80'>"
    + "".join(f"<rect x='{10 + 30 * i}' y='{70 - h}' width='18' height='{h}' fill='#47a'/>" for i, h in enumerate((20, 45, 60, 30, 52, 15)))
    + "</svg>"
)


def pieces(section: Section, mark: Callable[[str], str], quote: Callable[[str], str] = escape) -> list[tuple[str, str]]:
    """Each paragraph of a section as its kind and its text, ``mark(label)`` after each sentence that has a note."""
    made = []
    for kind, sentences in zip(section.kinds, section.paragraphs, strict=True):
        text = ""
        for sentence in sentences:
            gap = "" if not text or sentence.text[0] in ",.;" else " "
            text += gap + quote(sentence.text) + (mark(sentence.label) if sentence.label is not None else "")
        made.append((kind, text))
    return made


def _html(parts: list[tuple[str, str]]) -> str:
    out, items = "", ""
    for kind, text in [*parts, ("", "")]:
        if kind == "*":
            items += f"<li>{text}</li>"
            continue
        if items:
            out, items = f"{out}<ul>{items}</ul>", ""
        out += f"<blockquote>{text}</blockquote>" if kind == ">" else f"<p>{text}</p>" if text else ""
    return out


def _table(case: Case) -> str:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in case.table)
    return f"<div class=tab><p class=cap>{escape(case.caption)}</p><table>{rows}</table></div>"


def _figure(case: Case) -> str:
    assert case.extras is not None
    return f"<figure>{BARS}<figcaption>Figure 1. {escape(case.extras.figure)}<br><i>{escape(case.extras.source)}</i></figcaption></figure>"


def _page(case: Case, style: str, body: str) -> str:
    return (
        f"<html lang=en><head><meta charset=utf-8><title>{escape(case.title)}</title><meta name=author content='{case.author}'><style>{style}</style></head>"
        f"<body>{body}</body></html>"
    )


def _key(case: Case) -> str:
    assert case.extras is not None
    return "<aside class=key><b>Key points</b><ul>" + "".join(f"<li>{escape(text)}</li>" for text in case.extras.key) + "</ul></aside>"


def brief(case: Case, target: Path) -> None:
    """A brief of a think tank from a browser: a band with the logo, a boxed summary, two columns with a pull quote across the gutter's column,
    endnotes in two columns with hanging numbers in smaller type, "3 | Brief 12" below each page.
    """  # fmt: skip
    assert case.extras is not None
    style = (
        "@page{size:A4;margin:20mm 17mm 18mm;@bottom-left{content:counter(page) ' | Policy Brief 12';font:9px 'DejaVu Sans'}"
        "@bottom-right{content:'harbourcentre.example';font:9px 'DejaVu Sans'}}body{font:12.5px/1.45 'Liberation Serif',serif;margin:0}"
        ".band{background:#e8e4da;padding:10px 14px;display:flex;justify-content:space-between;font:10px 'DejaVu Sans'}h1{font:bold 27px/1.15 'DejaVu Sans'}"
        ".by{font:12px 'DejaVu Sans';margin:2px 0}.key{background:#dfe9f2;padding:8px 14px;font:11.5px/1.4 'DejaVu Sans';margin:12px 0}"
        "main{columns:2;column-gap:26px;text-align:justify}h2{font:bold 14.5px 'DejaVu Sans';text-align:left;margin:12px 0 4px}p{margin:0 0 7px}"
        ".pull{font:italic 18px/1.3 'DejaVu Serif';color:#b33;border-top:2px solid #b33;border-bottom:2px solid #b33;padding:8px 0;margin:10px 0;text-align:left}"
        "blockquote{margin:6px 18px;font-size:11.5px}sup{font-size:62%;line-height:0}.n{columns:2;column-gap:26px;font:9.5px/1.35 'DejaVu Sans'}"
        ".n p{padding-left:20px;text-indent:-20px;margin:0 0 3px}.n b{display:inline-block;width:20px;text-indent:0;font-weight:normal}"
        "figure{margin:8px 0;text-align:left}figcaption,.cap{font:9.5px/1.3 'DejaVu Sans'}.about{border:1px solid #999;padding:8px;font:10.5px 'DejaVu Sans';margin-top:12px}td{padding:1px 9px}"
    )
    body = ""
    for number, section in enumerate(case.sections):
        body += f"<h2>{escape(section.heading)}</h2>" + _html(pieces(section, lambda label: f"<sup>{label}</sup>"))
        body += f"<div class=pull>{escape(case.extras.pull)}</div>" if number == 0 else _figure(case) if number == 1 else ""
        body += _table(case) if number == 2 else ""
    notes = "".join(f"<p><b>{label}</b>{escape(text)}</p>" for label, text in case.notes)
    top = f"<div class=band>{LOGO}<span>Policy Brief 12<br>{long_day(case.day)}</span></div><h1>{escape(case.title)}</h1><p class=by>{case.author}</p>{_key(case)}"
    end = f"<h2>Endnotes</h2><div class=n>{notes}</div><div class=about><b>About the author</b><br>{escape(case.extras.about)}</div>"
    _browser(_page(case, style, f"{top}<main>{body}</main>{end}"), target)


def magazine(case: Case, target: Path) -> None:
    """A long read printed from its site: a drop cap, a picture with a credit, a pull quote floated into the text, a box of related pieces,
    raised numbers in brackets and notes that end with an arrow back.
    """  # fmt: skip
    assert case.extras is not None
    style = (
        "@page{size:Letter;margin:14mm}body{font:15px/1.55 'Liberation Serif',serif;max-width:640px;margin:auto}nav,.share,footer{font:11px 'Liberation Sans'}"
        "h1{font-size:34px;line-height:1.1}.dek{font-size:18px;color:#555}.by{font:13px 'Liberation Sans'}.first::first-letter{float:left;font-size:56px;line-height:46px;padding-right:5px}"
        ".pull{float:right;width:210px;margin:4px 0 8px 18px;font:bold 19px/1.25 'Liberation Sans';border-left:4px solid #222;padding-left:10px}"
        "figcaption,.cap{font:11px 'Liberation Sans';color:#666}.rel{background:#f3f3f3;padding:8px 14px;font:13px 'Liberation Sans';margin:14px 0}sup{font-size:60%}"
        "ol{font-size:12px;line-height:1.4}td{padding:1px 14px}"
    )
    body = ""
    for number, section in enumerate(case.sections):
        html = _html(pieces(section, lambda label: f"<sup><a href='#n{label}'>[{label}]</a></sup>"))
        if number == 0:
            html = html.replace("<p>", "<p class=first>", 1)
            html = html.replace("</p>", f"</p><div class=pull>{escape(case.extras.pull)}</div>", 1)
        body += f"<h2>{escape(section.heading)}</h2>{html}"
        if number == 0:
            body += "<div class=rel><b>Read more</b><br>The long summer of the straits<br>Why mediators fail</div>" + _figure(case)
        body += _table(case) if number == 1 else ""
    notes = "".join(f"<li id=n{label}>{escape(text)} <a href='#r{label}'>↩</a></li>" for label, text in case.notes)
    top = (
        f"<nav>Home · World · Analysis · Podcasts</nav><h1>{escape(case.title)}</h1><p class=by>By {case.author}</p><p class=by>{long_day(case.day)}</p>"
        "<div class=share>Share · Print · Save</div>"
    )
    end = f"<h3>Notes</h3><ol>{notes}</ol><p class=by><i>{escape(case.extras.about)}</i></p><footer>© 2024 The Quay Review. All rights reserved.</footer>"
    _browser(_page(case, style, f"{top}<main>{body}</main>{end}"), target)


def review(case: Case, target: Path) -> None:
    """A law review: long notes in smaller type without a rule, authors in small capitals, running section titles on odd pages, a drop cap,
    notes that take more of the page than the text.
    """  # fmt: skip
    from weasyprint import HTML

    assert case.extras is not None
    style = (
        f"@page{{size:165mm 240mm;margin:22mm 22mm 20mm;@footnote{{margin-top:9pt}}}}"
        "@page:right{@top-left{content:'2023]';font:8pt 'Liberation Serif'}@top-center{content:string(s);font:italic 8pt 'Liberation Serif'}@top-right{content:counter(page);font:8pt 'Liberation Serif'}}"
        f"@page:left{{@top-left{{content:counter(page);font:8pt 'Liberation Serif'}}@top-center{{content:'{case.header.upper()}';font:8pt 'Liberation Serif'}}@top-right{{content:'[Vol. 61:211';font:8pt 'Liberation Serif'}}}}"
        "@page:first{@top-left{content:none}@top-center{content:none}@top-right{content:none}@bottom-center{content:counter(page);font:8pt 'Liberation Serif'}}"
        "body{font:11pt/1.3 'Liberation Serif';text-align:justify;hyphens:auto;counter-reset:page 210}h1{font-size:17pt;text-align:center}.by{text-align:center}"
        "h2{font-size:11pt;text-align:center;font-weight:normal;font-variant:small-caps;string-set:s content()}p{margin:0;text-indent:1.4em}"
        ".first{text-indent:0}.dc{font-size:31pt;float:left;line-height:27pt;padding-right:2pt}blockquote{margin:7pt 24pt;font-size:10pt}"
        ".f{float:footnote;font:8.5pt/1.2 'Liberation Serif';text-align:justify}.f::footnote-marker{content:counter(footnote) '. ';font-size:6pt;vertical-align:super;padding-left:10pt}"
        "::footnote-call{font-size:6.5pt;vertical-align:super;line-height:0}.cap{font-size:9pt;text-indent:0;text-align:center}table{margin:4pt auto}td{padding:0 9pt;font-size:9pt}"
    )
    notes = iter(case.notes)
    body = ""
    for number, section in enumerate(case.sections):
        html = _html(pieces(section, lambda _: f"<span class=f>{escape(next(notes)[1])}</span>"))
        html = re.sub(r"^<p>(.)", r"<p class=first><span class=dc>\1</span>", html) if number == 0 else html
        body += f"<h2>{escape(section.heading)}</h2>{html}" + (_table(case) if number == 2 else "")
    top = f"<h1>{escape(case.title)}</h1><p class=by><i>{case.author}</i></p><p class=by>{long_day(case.day)}</p>"
    HTML(string=_page(case, style, top + body)).write_pdf(str(target))


def aid(case: Case, target: Path) -> None:
    """A report of an aid organisation: a coloured side column with key points and a pull quote on the first page, footnotes below a short
    rule with hanging numbers, a watermark across each page, headings whose font has no table of characters.
    """  # fmt: skip
    import pikepdf
    from weasyprint import HTML

    assert case.extras is not None
    style = (
        f"@page{{size:A5;margin:17mm 14mm 16mm;@top-left{{content:'HARBOUR RELIEF';font:bold 7pt 'DejaVu Sans'}}@top-right{{content:'{long_day(case.day)}';font:7pt 'DejaVu Sans'}}"
        "@bottom-right{content:counter(page);font:8pt 'DejaVu Sans'}@bottom-left{content:string(s);font:7pt 'DejaVu Sans'}@footnote{border-top:0.6pt solid #000;border-clip:60pt;padding-top:3pt}}"
        "body{font:9.5pt/1.35 'Liberation Sans'}h1{font:17pt 'DejaVu Sans'}h2{font:11.5pt 'DejaVu Serif';string-set:s content()}p{margin:0 0 5pt}"
        ".side{float:right;width:36mm;background:#f6e9d8;padding:5pt;margin:0 0 6pt 8pt;font-size:8pt}.side ul{padding-left:10pt}.pull{font:bold 11pt/1.25 'Liberation Sans';color:#c60}"
        ".f{float:footnote;font:7pt/1.25 'Liberation Sans';padding-left:12pt;text-indent:-12pt}.f::footnote-marker{content:counter(footnote);width:12pt;display:inline-block;text-indent:0}"
        "::footnote-call{font-size:6pt;vertical-align:super;line-height:0}blockquote{margin:5pt 12pt;font-style:italic}figcaption,.cap{font-size:7pt}td{padding:1pt 7pt;font-size:8pt}"
        ".mark{position:fixed;top:75mm;left:8mm;font:bold 60pt 'Liberation Sans';color:#eee;transform:rotate(-50deg);z-index:-1}"
    )
    notes = iter(case.notes)
    body = ""
    for number, section in enumerate(case.sections):
        html = _html(pieces(section, lambda _: f"<span class=f>{escape(next(notes)[1])}</span>"))
        body += f"<h2>{escape(section.heading)}</h2>{html}" + (_figure(case) if number == 0 else _table(case) if number == 1 else "")
    side = f"<div class=side>{_key(case)}<p class=pull>{escape(case.extras.pull)}</p></div>"
    top = f"<div class=mark>EMBARGO</div><h1>{escape(case.title)}</h1><p>{case.author}</p><p>{long_day(case.day)}</p>{side}"
    HTML(string=_page(case, style, f"{top}{body}<p class=about><b>About the author.</b> {escape(case.extras.about)}</p>")).write_pdf(str(target))
    with pikepdf.open(target, allow_overwriting_input=True) as file:
        for thing in file.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and "DejaVu-Serif" in str(thing.get("/BaseFont", "")) and "/ToUnicode" in thing:
                del thing["/ToUnicode"]
        file.save(target)

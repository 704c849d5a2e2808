"""More page engines: Apache FOP, wkhtmltopdf, xhtml2pdf, rst2pdf, RinohType, Asciidoctor, enscript with Ghostscript.

Programs of the path, and Python tools whose ``bin`` folder may be named by ``PDF_TOOLS``.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import textwrap
from collections.abc import Callable
from html import escape
from pathlib import Path

from content import Case, Section, long_day


def _run(command: list[str], folder: str, target: Path, made: str = "a.pdf") -> None:
    tools = os.environ.get("PDF_TOOLS", "")
    path = f"{tools}:{os.environ['PATH']}" if tools else os.environ["PATH"]
    run = subprocess.run(command, cwd=folder, capture_output=True, timeout=300, check=False, env={**os.environ, "PATH": path})
    if not Path(folder, made).exists():
        raise SystemExit(f"{command[0]}: {run.stderr.decode(errors='replace')[-1500:]}")
    target.write_bytes(Path(folder, made).read_bytes())


def _paragraphs(section: Section, mark: Callable[[str], str], quote: Callable[[str], str] = escape) -> list[str]:
    """The section's paragraphs with ``mark(label)`` after each sentence that has a note."""
    return [
        " ".join(quote(sentence.text) + (mark(sentence.label) if sentence.label is not None else "") for sentence in sentences)
        for sentences in section.paragraphs
    ]


def _notes_by_section(case: Case) -> list[list[tuple[str, str]]]:
    counts = [sum(sentence.label is not None for paragraph in section.paragraphs for sentence in paragraph) for section in case.sections]
    notes = list(case.notes)
    return [[notes.pop(0) for _ in range(count)] for count in counts]


def fop(case: Case, target: Path) -> None:
    """XSL-FO: footnotes as lists with a hanging label of the text's own size, running heads that name the section, odd and even pages."""
    notes = iter(case.notes)

    def mark(label: str) -> str:
        text = escape(next(notes)[1])
        raised = f'<fo:inline baseline-shift="super" font-size="6pt">{label}</fo:inline>'
        body = (
            '<fo:list-block provisional-distance-between-starts="6mm" font-size="7.5pt" line-height="9.5pt" text-align="start"><fo:list-item>'
            f'<fo:list-item-label end-indent="label-end()"><fo:block>{label}</fo:block></fo:list-item-label>'
            f'<fo:list-item-body start-indent="body-start()"><fo:block>{text}</fo:block></fo:list-item-body></fo:list-item></fo:list-block>'
        )
        return f"<fo:footnote>{raised}<fo:footnote-body>{body}</fo:footnote-body></fo:footnote>"

    parts = [f'<fo:block font-size="18pt" font-weight="bold">{escape(case.title)}</fo:block><fo:block>{case.author}</fo:block>'
             f'<fo:block space-after="12pt">{long_day(case.day)}</fo:block>']  # fmt: skip
    for number, section in enumerate(case.sections):
        parts.append(f'<fo:block font-size="12pt" font-weight="bold" space-before="10pt" keep-with-next="always"><fo:marker marker-class-name="s">'
                     f"{escape(section.heading)}</fo:marker>{escape(section.heading)}</fo:block>")  # fmt: skip
        parts += [f'<fo:block text-align="justify" space-after="5pt">{text}</fo:block>' for text in _paragraphs(section, mark)]
        if number == 1:
            rows = "".join("<fo:table-row>" + "".join(f"<fo:table-cell padding='2pt'><fo:block>{cell}</fo:block></fo:table-cell>" for cell in row)
                           + "</fo:table-row>" for row in case.table)  # fmt: skip
            parts.append(f'<fo:block font-size="8pt" font-style="italic" space-before="6pt">{escape(case.caption)}</fo:block><fo:table table-layout="fixed" width="100%"'
                         f' font-size="8pt" space-after="8pt"><fo:table-body>{rows}</fo:table-body></fo:table>')  # fmt: skip
    heads = "".join(
        f'<fo:static-content flow-name="{name}"><fo:block font-size="7.5pt" text-align="{side}">{content}</fo:block></fo:static-content>'
        for name, side, content in (("odd", "end", '<fo:retrieve-marker retrieve-class-name="s"/> <fo:page-number/>'),
                                    ("even", "start", f"<fo:page-number/> {escape(case.header)}"))
    )  # fmt: skip
    master = "".join(
        f'<fo:simple-page-master master-name="{name}" page-width="125mm" page-height="176mm" margin="11mm"><fo:region-body margin-top="9mm"/>'
        f'<fo:region-before region-name="{name}" extent="8mm"/></fo:simple-page-master>' for name in ("odd", "even")
    )  # fmt: skip
    page = (
        f'<fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format"><fo:layout-master-set>{master}<fo:page-sequence-master master-name="all">'
        '<fo:repeatable-page-master-alternatives><fo:conditional-page-master-reference odd-or-even="odd" master-reference="odd"/>'
        '<fo:conditional-page-master-reference odd-or-even="even" master-reference="even"/></fo:repeatable-page-master-alternatives>'
        '</fo:page-sequence-master></fo:layout-master-set><fo:page-sequence master-reference="all">' + heads
        + '<fo:static-content flow-name="xsl-footnote-separator"><fo:block><fo:leader leader-pattern="rule" leader-length="30mm"/></fo:block></fo:static-content>'
        + f'<fo:flow flow-name="xsl-region-body" font-family="Times" font-size="10pt" line-height="13pt">{"".join(parts)}</fo:flow></fo:page-sequence></fo:root>'
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.fo").write_text(page, encoding="utf-8")
        _run(["fop", "a.fo", "a.pdf"], folder, target)


def wkhtmltopdf(case: Case, target: Path) -> None:
    """A site's article page printed by Qt WebKit: navigation, an initial of three lines, ``[1]`` raised, notes in a ruled box at the end."""
    body = []
    for number, section in enumerate(case.sections):
        body.append(f"<h3>{escape(section.heading)}</h3>")
        texts = _paragraphs(section, lambda label: f"<sup><u>[{label}]</u></sup>")
        if not number:
            texts[0] = f"<span class=i>{texts[0][0]}</span>{texts[0][1:]}"
        body += [f"<p>{text}</p>" for text in texts]
        if number == 1:
            rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in case.table)
            body.append(f"<table><caption>{escape(case.caption)}</caption>{rows}</table>")
    items = "".join(f"<p><u>[{label}]</u> {escape(text)}</p>" for label, text in case.notes)
    page = (
        f"<html><head><meta charset=utf-8><title>{escape(case.title)}</title><style>body{{font:14px/1.5 'DejaVu Sans'}}.i{{float:left;font-size:58px;"
        "line-height:48px;padding-right:5px}nav{font-size:11px;color:#777}.n{font-size:12px;border-top:1px solid #999}td{padding:2px 14px}"
        f"sup{{font-size:65%}}</style></head><body><nav>Home &nbsp; Research &nbsp; Events &nbsp; About</nav><h1>{escape(case.title)}</h1>"
        f"<p>By {case.author} | {long_day(case.day)}</p>{''.join(body)}<div class=n><h4>Footnotes</h4>{items}</div></body></html>"
    )
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.html").write_text(page, encoding="utf-8")
        _run(["xvfb-run", "-a", "wkhtmltopdf", "-q", "--page-size", "A4", "a.html", "a.pdf"], folder, target)


def xhtml2pdf(case: Case, target: Path) -> None:
    """A report whose notes stand at the end of each section and restart there; static frames for head and foot."""
    groups = _notes_by_section(case)
    body = []
    for number, (section, notes) in enumerate(zip(case.sections, groups, strict=True)):
        body.append(f"<h2>{number + 1}. {escape(section.heading)}</h2>")
        body += [f"<p>{text}</p>" for text in _paragraphs(section, lambda label: f"<sup>{label}</sup>")]
        if number == 1:
            rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in case.table)
            body.append(f"<p class=c>{escape(case.caption)}</p><table>{rows}</table>")
        body.append("<h4>Notes</h4>" + "".join(f"<p class=n>{label} {escape(text)}</p>" for label, text in notes))
    page = (
        "<html><head><meta charset=utf-8><style>@page{size:a5;@frame h{-pdf-frame-content:head;left:40pt;width:330pt;top:20pt;height:20pt}"
        "@frame b{left:40pt;width:335pt;top:50pt;height:490pt}@frame f{-pdf-frame-content:foot;left:40pt;width:330pt;top:555pt;height:20pt}}"
        "p{font:10pt Times-Roman;text-align:justify;margin:0 0 5pt 0}.n,.c{font-size:8pt;text-align:left}h1{font-size:18pt}h2{font-size:13pt}h4{font-size:9pt}"
        f"</style></head><body><div id=head style='font-size:8pt'>{escape(case.header)}</div><div id=foot style='font-size:8pt'>page <pdf:pagenumber></div>"
        f"<h1>{escape(case.title)}</h1><p>{case.author}</p><p>{long_day(case.day)}</p>{''.join(body)}</body></html>"
    )
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.html").write_text(page, encoding="utf-8")
        _run(["xhtml2pdf", "a.html", "a.pdf"], folder, target)


def _rst(case: Case) -> str:
    notes = iter(case.notes)
    order = iter(range(1, 1000))

    def mark(_: str) -> str:
        return f" [#n{next(order)}]_"

    def quote(text: str) -> str:
        return re.sub(r"([*`|\\])", r"\\\1", text)

    lines = [case.title, "=" * len(case.title), "", f":Author: {case.author}", f":Date: {long_day(case.day)}", ""]
    for number, section in enumerate(case.sections):
        lines += [section.heading, "-" * len(section.heading), ""]
        for text in _paragraphs(section, mark, quote):
            lines += [text, ""]
        if number == 1:
            lines += [f".. table:: {case.caption.partition(': ')[2]}", ""]
            bar = "   " + " ".join(["=" * 10] * 4)
            lines += [bar, *("   " + " ".join(cell.ljust(10) for cell in row) for row in case.table), bar, ""]
    lines += [f".. [#n{number}] {quote(text)}\n" for number, (_, text) in enumerate(notes, 1)]
    return "\n".join(lines)


def rst2pdf(case: Case, target: Path) -> None:
    """reStructuredText: markers in brackets, notes in a table with their labels at the end, without a heading."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.rst").write_text(_rst(case), encoding="utf-8")
        _run(["rst2pdf", "a.rst", "-o", "a.pdf", "--header", case.header, "--footer", "###Page###"], folder, target)


def rinoh(case: Case, target: Path) -> None:
    """RinohType's article template: true footnotes from the same source as :func:`rst2pdf`."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.rst").write_text(_rst(case), encoding="utf-8")
        _run(["rinoh", "a.rst", "--template", "article", "--paper", "A4"], folder, target)


def asciidoctor(case: Case, target: Path) -> None:
    """A book of Asciidoctor PDF: chapters, ``[1]`` raised, the notes at the end of each chapter."""
    notes = iter(case.notes)

    def quote(text: str) -> str:
        return re.sub(r"([*_`#^~{}+])", r"\\\1", text) if re.search(r"[*_`#^~{}+]", text) else text

    lines = [f"= {case.title}", f"{case.author}", case.day, ":doctype: book", ":pdf-page-size: A5", ":notitle!:", ":table-caption: Table", ""]
    for number, section in enumerate(case.sections):
        lines += [f"== {section.heading}", ""]
        for text in _paragraphs(section, lambda _: f"footnote:[{next(notes)[1].replace(']', chr(92) + ']')}]", quote):
            lines += [text, ""]
        if number == 1:
            lines += [f".{case.caption.partition(': ')[2]}", "|===", *("| " + " | ".join(row) for row in case.table), "|===", ""]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.adoc").write_text("\n".join(lines), encoding="utf-8")
        _run(["asciidoctor-pdf", "a.adoc"], folder, target)


def enscript(case: Case, target: Path, width: int = 72, height: int = 44) -> None:
    """A typescript: one size of type, ``[1]``, notes below a line of underscores at the foot of each page, "Renner   Page 3" at its end."""
    lines: list[tuple[str, tuple[str, ...]]] = [(case.title.upper(), ()), ("", ()), (case.author, ()), (long_day(case.day), ()), ("", ())]
    for number, section in enumerate(case.sections):
        lines += [(f"{number + 1}. {section.heading}", ()), ("", ())]
        for text in _paragraphs(section, lambda label: f"[{label}]", str):
            lines += [(line, tuple(re.findall(r"\[(\d+)\]", line))) for line in textwrap.wrap(text, width)] + [("", ())]
        if number == 1:
            lines += [(f"    {case.caption}", ()), ("", ())]
            lines += [("    " + "".join(cell.ljust(14) for cell in row), ()) for row in case.table] + [("", ())]
    bodies = {label: textwrap.wrap(f"[{label}] {text}", width) for label, text in case.notes}
    pages: list[str] = []
    waiting: list[str] = []
    while lines or waiting:
        page: list[str] = []
        foot = waiting[: height // 3]
        waiting = waiting[height // 3 :]
        while lines:
            text, labels = lines[0]
            added = [line for label in labels for line in bodies[label]]
            room = height - len(page) - len(foot) - 4
            if room < 1 + min(len(added), 3):
                break
            lines.pop(0)
            page.append(text)
            foot, waiting = foot + added[: room - 1], waiting + added[room - 1 :]
            if waiting:
                break
        page += [""] * (height - 3 - len(page) - len(foot)) + (["_" * 20] if foot else []) + foot
        pages.append("\n".join([*page, "", f"{case.author.split()[-1]}".ljust(width - 10) + f"Page {len(pages) + 1}"]))
    printed = "\f".join(pages).translate(str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-"}))
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.txt").write_text(printed, encoding="latin-1")
        subprocess.run(["enscript", "-B", "-q", "-M", "A4", "-f", "Courier10", "-p", "a.ps", "a.txt"], cwd=folder, check=False, capture_output=True)
        _run(["gs", "-q", "-sDEVICE=pdfwrite", "-o", "a.pdf", "a.ps"], folder, target)

"""Desk programs: Scribus (linked frames in two columns), AbiWord (RTF with footnotes), LibreOffice with endnotes in Roman numerals."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import office
from content import Case, long_day

_SCRIBUS = '''
import json, scribus
case = json.load(open("case.json"))
scribus.newDocument((148, 210), (12, 12, 12, 12), scribus.PORTRAIT, 1, scribus.UNIT_MM, scribus.PAGE_1, 0, case["pages"])
scribus.createCharStyle(name="raised", font="DejaVu Serif Book", fontsize=8.5, features="superscript")
scribus.createParagraphStyle(name="body", linespacingmode=0, linespacing=11.5, alignment=3, firstindent=3)
frames = []
for page in range(1, case["pages"] + 1):
    scribus.gotoPage(page)
    head = scribus.createText(12, 7, 124, 5)
    scribus.setText(case["header"] + "  |  %d" % page, head)
    scribus.setFont("DejaVu Sans Book", head); scribus.setFontSize(6.5, head)
    top = 45 if page == 1 else 14
    if page == 1:
        title = scribus.createText(12, 14, 124, 28)
        scribus.setText(case["title"] + "\\n" + case["author"] + "\\n" + case["day"], title)
        scribus.setFont("DejaVu Sans Bold", title); scribus.setFontSize(9, title)
        scribus.selectText(0, len(case["title"]), title); scribus.setFontSize(16, title)
    for x in (12, 76):
        frame = scribus.createText(x, top, 60, 196 - top)
        if frames:
            scribus.linkTextFrames(frames[-1], frame)
        frames.append(frame)
first = frames[0]
scribus.setText("".join(run[0] for run in case["runs"]), first)
scribus.setStyle("body", first)
scribus.setFont("DejaVu Serif Book", first); scribus.setFontSize(8.5, first)
at = 0
for text, kind in case["runs"]:
    if kind:
        scribus.selectText(at, len(text), first)
        if kind == "raised":
            scribus.setCharacterStyle("raised", first) if hasattr(scribus, "setCharacterStyle") else scribus.setFontFeatures("", first)
        elif kind == "head":
            scribus.setFont("DejaVu Sans Bold", first); scribus.setFontSize(9.5, first)
        else:
            scribus.setFontSize(7, first)
    at += len(text)
pdf = scribus.PDFfile()
pdf.file = "a.pdf"
pdf.fontEmbedding = 0
pdf.subsetList = ["DejaVu Sans Book", "DejaVu Sans Bold", "DejaVu Serif Book"]
pdf.save()
scribus.fileQuit() if hasattr(scribus, "fileQuit") else None
'''


def scribus(case: Case, target: Path, pages: int = 3) -> None:
    """Two columns of linked frames, raised markers, a list of notes in small type after the text; one frame for the running head."""
    import json

    runs: list[tuple[str, str]] = []
    for number, section in enumerate(case.sections):
        runs.append((section.heading + "\n", "head"))
        for sentences in section.paragraphs:
            for index, sentence in enumerate(sentences):
                runs.append(((" " if index else "") + sentence.text, ""))
                if sentence.label is not None:
                    runs.append((sentence.label, "raised"))
            runs.append(("\n", ""))
        if number == 1:
            runs.append((case.caption + "\n", "small"))
            runs += [("\t".join(row) + "\n", "small") for row in case.table]
    runs.append(("Notes\n", "head"))
    runs += [(f"{label}. {text}\n", "small") for label, text in case.notes]
    with tempfile.TemporaryDirectory() as folder:
        data = {"runs": runs, "pages": pages, "header": case.header, "title": case.title, "author": case.author, "day": long_day(case.day)}
        Path(folder, "case.json").write_text(json.dumps(data), encoding="utf-8")
        Path(folder, "make.py").write_text(_SCRIBUS, encoding="utf-8")
        run = subprocess.run(["xvfb-run", "-a", "scribus", "-g", "-ns", "-py", "make.py"], cwd=folder, capture_output=True, timeout=240, check=False)
        if not Path(folder, "a.pdf").exists():
            raise SystemExit(run.stdout.decode()[-1500:] + run.stderr.decode()[-1500:])
        target.write_bytes(Path(folder, "a.pdf").read_bytes())


def _rtf(text: str) -> str:
    text = text.replace("\\", r"\\").replace("{", r"\{").replace("}", r"\}")
    return "".join(character if ord(character) < 128 else f"\\u{ord(character)}?" for character in text)


def abiword(case: Case, target: Path) -> None:
    """A rich text file with true footnotes, a header with a page number, tabbed rows of a table."""
    notes = iter(case.notes)
    parts = [r"{\rtf1\ansi\deff0{\fonttbl{\f0\froman DejaVu Serif;}}\paperw8390\paperh9900\margl900\margr900\margt1000\margb900",
             rf"{{\header \pard\fs14 {_rtf(case.header)}\tab\tab {{\field{{\*\fldinst PAGE}}{{\fldrslt 1}}}}\par}}",
             rf"\pard\f0\fs34\b {_rtf(case.title)}\b0\par\fs20 {_rtf(case.author)}\par {long_day(case.day)}\par"]  # fmt: skip
    for number, section in enumerate(case.sections):
        parts.append(rf"\pard\sb200\keepn\fs24\b {_rtf(section.heading)}\b0\par")
        for sentences in section.paragraphs:
            text = ""
            for sentence in sentences:
                text += (" " if text else "") + _rtf(sentence.text)
                if sentence.label is not None:
                    text += rf"{{\super\chftn{{\footnote\pard\plain\f0\fs15{{\super\chftn}} {_rtf(next(notes)[1])}}}}}"
            parts.append(rf"\pard\sb60\qj\fs20 {text}\par")
        if number == 1:
            parts.append(rf"\pard\fs16 {_rtf(case.caption)}\par")
            parts += [r"\pard\tx1800\tx3200\tx4600\fs16 " + r"\tab ".join(_rtf(cell) for cell in row) + r"\par" for row in case.table]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.rtf").write_text("\n".join(parts) + "}", encoding="ascii")
        subprocess.run(["xvfb-run", "-a", "abiword", "--to=pdf", "a.rtf"], cwd=folder, capture_output=True, timeout=240, check=False)
        target.write_bytes(Path(folder, "a.pdf").read_bytes())


def endnotes(case: Case, target: Path) -> None:
    """LibreOffice's own endnotes: on a page of their own after the text, numbered i, ii, iii as it does unless told otherwise."""
    office.make(case, target, note_class="endnote")

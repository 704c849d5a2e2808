"""Make the PDF test documents: ``python scripts/pdf_cases [NAME…]`` -> ``tests/read/pdf/*.pdf`` and ``*.json``, and ``bench/pdf``.

Needs LibreOffice, pdflatex, groff, Chromium, fop, wkhtmltopdf, asciidoctor-pdf, enscript, Ghostscript, Scribus, AbiWord and
xvfb-run on the path, and reportlab, fpdf2, weasyprint, typst, pikepdf and pillow in the environment; xhtml2pdf, rst2pdf and rinoh in the folder
that ``PDF_TOOLS`` names (they ask for other versions of the same libraries).
Text and gold come out the same each time; the PDFs carry time stamps.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import briefs
import desks
import drawn
import engines
import later
import libraries
import office
import papers
import second
import third
import typeset
import web
from content import ROOT, Case, build
from written import case_of, letter, roman

TARGET = ROOT / "tests" / "read" / "pdf"
BENCH = ROOT / "bench" / "pdf"
CASES: dict[str, tuple[Callable[[], Case], Callable[[Case, Path], None]]] = {
    "libreoffice-report": (lambda: build("libreoffice-report", 0), lambda c, p: office.make(c, p)),
    "libreoffice-columns": (lambda: build("libreoffice-columns", 1), lambda c, p: office.make(c, p, columns=2, size=9.5)),
    "latex-article": (lambda: build("latex-article", 2, long_notes=4), lambda c, p: typeset.latex(c, p, two=True)),
    "latex-report": (lambda: build("latex-report", 3, restart=True), lambda c, p: typeset.latex(c, p, two=False, chapters=True)),
    "latex-references": (lambda: build("latex-references", 4), lambda c, p: typeset.latex(c, p, two=False, endnotes=True)),
    "groff-one": (lambda: build("groff-one", 5), lambda c, p: typeset.groff(c, p, two=False)),
    "groff-two": (lambda: build("groff-two", 6, every=3), lambda c, p: typeset.groff(c, p, two=True)),
    "typst-one": (lambda: build("typst-one", 7, long_notes=3), lambda c, p: typeset.typst(c, p, columns=1)),
    "typst-two": (lambda: build("typst-two", 8), lambda c, p: typeset.typst(c, p, columns=2)),
    "chromium-notes": (lambda: build("chromium-notes", 9), lambda c, p: web.chromium(c, p, bracketed=False)),
    "chromium-brackets": (lambda: build("chromium-brackets", 10), lambda c, p: web.chromium(c, p, bracketed=True)),
    "weasyprint-one": (lambda: build("weasyprint-one", 11, long_notes=3), lambda c, p: web.weasy(c, p, columns=1)),
    "weasyprint-two": (lambda: build("weasyprint-two", 12), lambda c, p: web.weasy(c, p, columns=2)),
    "reportlab-columns": (lambda: build("reportlab-columns", 13, passages_each=4), lambda c, p: libraries.reportlab(c, p)),
    "fpdf-notes": (lambda: build("fpdf-notes", 14), lambda c, p: libraries.fpdf(c, p)),
    "fop-book": (lambda: case_of("fop-book", "strait"), lambda c, p: engines.fop(c, p)),
    "wkhtmltopdf-site": (lambda: case_of("wkhtmltopdf-site", "lake"), lambda c, p: engines.wkhtmltopdf(c, p)),
    "xhtml2pdf-chapters": (lambda: case_of("xhtml2pdf-chapters", "strait", restart=True), lambda c, p: engines.xhtml2pdf(c, p)),
    "rst2pdf-table": (lambda: case_of("rst2pdf-table", "lake"), lambda c, p: engines.rst2pdf(c, p)),
    "rinoh-article": (lambda: case_of("rinoh-article", "strait"), lambda c, p: engines.rinoh(c, p)),
    "asciidoctor-book": (lambda: case_of("asciidoctor-book", "lake", restart=True), lambda c, p: engines.asciidoctor(c, p)),
    "enscript-typescript": (lambda: case_of("enscript-typescript", "strait"), lambda c, p: engines.enscript(c, p)),
    "scribus-frames": (lambda: case_of("scribus-frames", "strait"), lambda c, p: desks.scribus(c, p)),
    "abiword-memo": (lambda: case_of("abiword-memo", "lake"), lambda c, p: desks.abiword(c, p)),
    "libreoffice-endnotes": (lambda: case_of("libreoffice-endnotes", "lake", label=roman), lambda c, p: desks.endnotes(c, p)),
    "memoir-columns": (lambda: case_of("memoir-columns", "strait"), lambda c, p: typeset.memoir(c, p, run_in=False)),
    "memoir-run-in": (lambda: case_of("memoir-run-in", "lake"), lambda c, p: typeset.memoir(c, p, run_in=True)),
    "pandoc-groff": (lambda: case_of("pandoc-groff", "grain"), lambda c, p: second.pandoc_groff(c, p)),
    "pandoc-word": (lambda: case_of("pandoc-word", "strait"), lambda c, p: second.pandoc_word(c, p)),
    "koma-article": (lambda: case_of("koma-article", "grain"), lambda c, p: second.koma(c, p)),
    "typst-endnotes": (lambda: case_of("typst-endnotes", "grain", restart=True), lambda c, p: second.typst_endnotes(c, p)),
    "chromium-sidenotes": (lambda: case_of("chromium-sidenotes", "grain"), lambda c, p: second.sidenotes(c, p)),
    "chromium-columns": (lambda: case_of("chromium-columns", "lake"), lambda c, p: second.news_columns(c, p)),
    "weasyprint-letters": (lambda: case_of("weasyprint-letters", "grain", restart=True, label=letter), lambda c, p: second.symbols(c, p)),
    "libreoffice-numbered": (lambda: case_of("libreoffice-numbered", "lake"), lambda c, p: second.numbered(c, p)),
}
#: Layouts as documents have them that people read; only the benchmark reads those in ``BENCH``.
LAYOUTS: dict[str, tuple[Path, str, Callable[[Case, Path], None]]] = {
    "harbour-brief": (BENCH, "fence", briefs.brief),
    "quay-magazine": (BENCH, "drones", briefs.magazine),
    "law-review": (BENCH, "docket", briefs.review),
    "relief-report": (BENCH, "drones", briefs.aid),
    "journal-columns": (TARGET, "docket", papers.journal),
    "working-paper": (BENCH, "fence", papers.handbook),
    "parliament-note": (BENCH, "fence", papers.parliament),
    "policy-margins": (BENCH, "drones", papers.margins),
    "mom-report": (TARGET, "docket", papers.mom),
    "foot-across": (BENCH, "fence", drawn.across),
    "official-gazette": (BENCH, "pipeline", later.official),
    "manuscript": (BENCH, "docket", later.manuscript),
    "newsletter": (TARGET, "pipeline", later.newsletter),
    "country-report": (BENCH, "fence", later.country),
    "proceedings": (BENCH, "pipeline", third.proceedings),
    "memorandum": (BENCH, "drones", third.memorandum),
    "web-report": (BENCH, "fence", third.web_report),
}


def main(names: list[str]) -> None:
    """Make the named cases, or all of them."""
    for name in names or [*CASES, *LAYOUTS, "special"]:
        if name == "special":
            libraries.scanned(TARGET / "scanned.pdf", TARGET / "fpdf-notes.pdf")
            libraries.half_scanned(TARGET / "half-scanned.pdf", TARGET / "fpdf-notes.pdf")
            libraries.encrypted(TARGET / "encrypted.pdf")
            continue
        if name in LAYOUTS:
            folder, text, lay_out = LAYOUTS[name]
            case = case_of(name, text)
        else:
            folder, (content, lay_out) = TARGET, CASES[name]
            case = content()
        folder.mkdir(exist_ok=True)
        lay_out(case, folder / f"{name}.pdf")
        (folder / f"{name}.json").write_text(json.dumps(case.gold(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(name, (folder / f"{name}.pdf").stat().st_size)


if __name__ == "__main__":
    main(sys.argv[1:])

"""PDF libraries: ReportLab and fpdf2; scanned and encrypted files."""

from __future__ import annotations

import io
from html import escape
from pathlib import Path
from typing import Any

from content import CAPTION, ROWS, Case, long_day

SERIF = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
BOLD = "/usr/share/fonts/truetype/dejavu/DejaVuSerif-Bold.ttf"


def reportlab(case: Case, target: Path) -> None:
    """Two columns in frames, bracketed markers, a list of notes; header and footer drawn by hand."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table

    body = ParagraphStyle("b", fontName="Times-Roman", fontSize=10, leading=12.5, alignment=4, spaceAfter=5)
    head = ParagraphStyle("h", parent=body, fontName="Times-Bold", fontSize=12, spaceBefore=8, alignment=0)
    title = ParagraphStyle("t", parent=head, fontSize=17, leading=20)
    small = ParagraphStyle("s", parent=body, fontSize=8, leading=10, leftIndent=14, firstLineIndent=-14)
    notes = iter(case.notes)
    story: list[Any] = [Paragraph(escape(case.title), title), Paragraph(f"By {case.author}", body), Paragraph(long_day(case.day), body)]
    for number, section in enumerate(case.sections):
        story.append(Paragraph(escape(section.heading), head))
        for sentences in section.paragraphs:
            text = " ".join(escape(s.text) + (f" [{next(notes)[0]}]" if s.label is not None else "") for s in sentences)
            story.append(Paragraph(text, body))
        if number == 1:
            story += [Paragraph(CAPTION, small), Table([list(row) for row in ROWS]), Spacer(1, 8)]
    story.append(Paragraph("Endnotes", head))
    story += [Paragraph(f"[{label}] {escape(text)}", small) for label, text in case.notes]

    def furniture(canvas: Any, document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(20 * mm, 284 * mm, case.header)
        canvas.drawRightString(190 * mm, 12 * mm, f"Page {document.page}")

    frames = [Frame(20 * mm, 20 * mm, 82 * mm, 257 * mm), Frame(108 * mm, 20 * mm, 82 * mm, 257 * mm)]
    template = BaseDocTemplate(str(target), pagesize=A4, title=case.title, author=case.author, invariant=1)
    template.addPageTemplates([PageTemplate("two", frames, onPage=furniture)])
    template.build(story)


def fpdf(case: Case, target: Path) -> None:
    """One column, raised markers, a numbered list of notes under "Notes"."""
    from fpdf import FPDF

    class Printed(FPDF):
        def header(self) -> None:
            self.set_font("D", size=8)
            self.cell(0, 6, case.header, new_x="LMARGIN", new_y="NEXT")
            self.ln(4)

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("D", size=8)
            self.cell(0, 10, f"Page {self.page_no()} of {{nb}}", align="C")

    pdf = Printed(format="A5")
    pdf.add_font("D", fname=SERIF)
    pdf.add_font("D", style="B", fname=BOLD)
    pdf.add_page()
    for style, size, text in (("B", 16, case.title), ("", 10, f"By {case.author}"), ("", 10, long_day(case.day))):
        pdf.set_font("D", style=style, size=size)
        pdf.multi_cell(0, size / 2, text, new_x="LMARGIN", new_y="NEXT", align="L")
    notes = iter(case.notes)
    for number, section in enumerate(case.sections):
        pdf.ln(3)
        pdf.set_font("D", style="B", size=12)
        pdf.multi_cell(0, 6, section.heading, new_x="LMARGIN", new_y="NEXT", align="L")
        for sentences in section.paragraphs:
            pdf.set_font("D", size=10)
            for index, sentence in enumerate(sentences):
                pdf.write(5, (" " if index else "") + sentence.text)
                if sentence.label is not None:
                    pdf.char_vpos = "SUP"
                    pdf.write(5, next(notes)[0])
                    pdf.char_vpos = "LINE"
            pdf.ln(8)
        if number == 1:
            pdf.set_font("D", size=8)
            pdf.multi_cell(0, 5, CAPTION, new_x="LMARGIN", new_y="NEXT")
            with pdf.table() as table:
                for row in ROWS:
                    table.row(row)
            pdf.ln(4)
    pdf.set_font("D", style="B", size=12)
    pdf.multi_cell(0, 6, "Notes", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("D", size=8)
    for label, text in case.notes:
        pdf.multi_cell(0, 4, f"{label}. {text}", new_x="LMARGIN", new_y="NEXT", align="L")
    pdf.output(str(target))


def scanned(target: Path, source: Path, pages: int = 2) -> None:
    """Pages that are pictures of another file's pages."""
    import pypdfium2

    document = pypdfium2.PdfDocument(source)
    images = [document[index].render(scale=0.6).to_pil().convert("1") for index in range(pages)]
    images[0].save(target, save_all=True, append_images=images[1:])


def half_scanned(target: Path, source: Path) -> None:
    """The text pages of a file, and one page that is a picture."""
    import pypdfium2

    buffer = io.BytesIO()
    pypdfium2.PdfDocument(source)[1].render(scale=0.6).to_pil().convert("1").save(buffer, "PDF")
    document = pypdfium2.PdfDocument(source)
    document.import_pages(pypdfium2.PdfDocument(buffer.getvalue()), index=1)
    document.del_page(2)
    document.save(target)


def encrypted(target: Path) -> None:
    """A file that asks for a password."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(target), encrypt=StandardEncryption("secret", ownerPassword="owner", canPrint=0))
    canvas.drawString(72, 700, "Rebels signed a truce with the government in March.")
    canvas.save()

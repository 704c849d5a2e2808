"""Make the converter test documents: ``PYTHONPATH=scripts/pdf_cases python scripts/converted_cases.py`` -> ``tests/read/converted/``.

One text of ``scripts/pdf_cases/texts`` as real converters write it, with its gold. Needs pandoc, asciidoctor, Ruby's kramdown,
LibreOffice, AbiWord and xvfb-run on the path, and rst2html5 and Python-Markdown in the folder that ``PDF_TOOLS`` names.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from html import escape
from pathlib import Path

import engines
import second
from content import ROOT, Case
from written import case_of

TARGET = ROOT / "tests" / "read" / "converted"
TEXT = "lake"
PANDOC = {"pandoc.docx": (), "pandoc.odt": (), "pandoc.html": ("-s",), "pandoc.epub": (), "pandoc.txt": ("-s", "-t", "plain"), "pandoc.md": ("-s", "-t", "gfm")}
OFFICE = {"docx": "docx:MS Word 2007 XML", "html": "html:HTML (StarWriter)", "epub": "epub"}
#: EPUB readers number notes by file, one for each section.
RESTARTS = ("pandoc.epub",)


def _asciidoc(case: Case) -> str:
    notes = iter(case.notes)
    lines = [f"= {case.title}", case.author, case.day, ""]
    for number, section in enumerate(case.sections):
        lines += [f"== {section.heading}", ""]
        for text in engines._paragraphs(section, lambda _: f"footnote:[{next(notes)[1].replace(']', chr(92) + ']')}]", str):
            lines += [text, ""]
        if number == 1:
            lines += [f".{case.caption.partition(': ')[2]}", "|===", *("| " + " | ".join(row) for row in case.table), "|===", ""]
    return "\n".join(lines)


def _framed(case: Case, body: str) -> str:
    head = f"<meta charset=utf-8><title>{escape(case.title)}</title><meta name=author content='{case.author}'><meta name=date content='{case.day}'>"
    return f"<html><head>{head}</head><body><h1>{escape(case.title)}</h1>{body}</body></html>"


def main() -> None:
    """Make all of them."""
    TARGET.mkdir(exist_ok=True)
    case = case_of(TEXT, TEXT)
    tools = os.environ.get("PDF_TOOLS", "")
    environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}" if tools else os.environ["PATH"]}
    with tempfile.TemporaryDirectory() as folder:

        def run(*command: str) -> str:
            return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True, timeout=240).stdout

        def keep(name: str, text: str | None = None) -> None:
            data = Path(folder, name).read_bytes() if text is None else text.encode()
            (TARGET / name).write_bytes(data)

        markdown = second._markdown(case)
        Path(folder, "a.md").write_text(markdown, encoding="utf-8")
        Path(folder, "body.md").write_text(re.sub(r"^---.*?---\n", "", markdown, flags=re.DOTALL), encoding="utf-8")
        Path(folder, "a.rst").write_text(engines._rst(case), encoding="utf-8")
        Path(folder, "a.adoc").write_text(_asciidoc(case), encoding="utf-8")
        for name, options in PANDOC.items():
            run("pandoc", "a.md", "-o", name, *options)
            keep(name)
        run("pandoc", "a.md", "-o", "libreoffice.odt")
        for suffix, filters in OFFICE.items():
            run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", filters, "libreoffice.odt")
            keep(f"libreoffice.{suffix}")
        run("pandoc", "-s", "a.md", "-o", "abiword.rtf")
        run("xvfb-run", "-a", "abiword", "--to=html", "abiword.rtf", "-o", "abiword.html")
        keep("abiword.html")
        run("asciidoctor", "a.adoc", "-o", "asciidoctor.html")
        keep("asciidoctor.html")
        run("rst2html5", "a.rst", "docutils.html")
        keep("docutils.html")
        ruby = "puts Kramdown::Document.new(File.read(ARGV[0], encoding: 'utf-8')).to_html"
        keep("kramdown.html", _framed(case, run("ruby", "-rkramdown", "-e", ruby, "body.md")))
        keep("python-markdown.html", _framed(case, run("python", "-m", "markdown", "-x", "footnotes", "-x", "tables", "body.md")))
    restarting = case_of(TEXT, TEXT, restart=True).gold()["notes"]
    gold = {**case.gold(), "restarting": restarting, "restarts": list(RESTARTS)}
    (TARGET / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

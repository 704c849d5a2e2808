"""Do the records stay the same where a text says the same in another dress: case, quotation marks, line breaks, what a corpus made of it?

    python bench/robustness.py [NAME ...]

Each passage of the corpus test split is changed, read as a line of a corpus and coded. Acts are compared with those of the passage as it stands:
`type` by the types alone, `full` by type, status and the countries of both sides (F1 of the two multisets, over all passages).
"""

from __future__ import annotations

import argparse
import html
import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from dateline.pipeline import CodeOptions, Pipeline
from dateline.read import ReadOptions
from dateline.read.corpus import record_document
from dateline.training.corpus import gold_rows, load_corpus
from dateline.types import Coded

CORPUS: Final = Path(__file__).parents[1] / "corpus/test"
_SMALL_WORDS: Final = frozenset("a an and as at but by for from in of on or the to with over via nor".split())
_SHORT_WORDS: Final = {"with": "w/", "between": "b/w", "government": "govt", "spokesman": "spox"}


def title_case(text: str) -> str:
    """The first line in Title Case, where it is a headline."""
    head, gap, rest = text.partition("\n\n")
    if not gap or head.endswith((".", "!", "?")):
        return text
    return " ".join(word if word in _SMALL_WORDS else word[:1].upper() + word[1:] for word in head.split(" ")) + gap + rest


def headline_in_capitals(text: str) -> str:
    """The first line in capitals, where it is a headline."""
    head, gap, rest = text.partition("\n\n")
    return head.upper() + gap + rest if gap and not head.endswith((".", "!", "?")) else text


def treebank(text: str) -> str:
    """Tokens parted as in treebanks."""
    text = re.sub(r"([,;:?!()])", r" \1 ", text)
    text = re.sub(r"\.(\s|$)", r" .\1", text)
    text = re.sub(r"(\w)(n't|'s|'re|'ve|'d|'ll|’s)\b", r"\1 \2", text)
    return re.sub(" +", " ", re.sub(r'"([^"\n]*)"', r"`` \1 ''", text))


def mojibake(text: str) -> str:
    """UTF-8 that was read as a Windows code page."""
    return text.replace("'", "’").replace('"', "“").encode().decode("cp1252", errors="ignore")


def wrapped(text: str) -> str:
    """Lines of 60 characters."""
    return "\n\n".join("\n".join(textwrap.wrap(paragraph, 60)) for paragraph in text.split("\n\n"))


DRESSES: Final[dict[str, Callable[[str], str]]] = {
    "title case": title_case,
    "headline in capitals": headline_in_capitals,
    "capitals": str.upper,
    "small letters": str.lower,
    "curly quotes": lambda text: re.sub(r'(?<![\w.,!?])"', "“", text).replace('"', "”").replace("'", "’"),
    "lines of 60": wrapped,
    "a sentence a line": lambda text: re.sub(r'(?<=[.!?]) (?=[A-Z"“])', "\n", text),
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "hard blanks": lambda text: text.replace(" ", "\u00a0"),
    "soft hyphens": lambda text: text.replace("ing ", "i\u00adng "),
    "accents apart": lambda text: unicodedata.normalize("NFD", text),
    "entities": lambda text: html.escape(text).replace("'", "&#39;").replace(" the ", "&nbsp;the "),
    "paragraph tags": lambda text: "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n")),
    "break tags": lambda text: text.replace("\n\n", "<br><br>"),
    "breaks spelt": lambda text: text.replace("\n", "\\n"),
    "mojibake": mojibake,
    "treebank tokens": treebank,
    "an address": lambda text: text.replace(". ", ". https://t.co/a8Xk2 ", 1),
    "an address in a clause": lambda text: text.replace(", ", ", https://t.co/a8Xk2 ", 1),
    "a post": lambda text: "RT @agency: " + text.replace(". ", ". #breaking #news ", 1),
    "an agency alone": lambda text: "(Reuters) - " + text if "\n\n" not in text else text.replace("\n\n", "\n\n(Reuters) - ", 1),
    "numbers in brackets": lambda text: "\n\n".join(f"[{number}] {paragraph}" for number, paragraph in enumerate(text.split("\n\n"), 1)),
    "quoted lines": lambda text: "\n\n".join(f"> {paragraph}" for paragraph in text.split("\n\n")),
    "pictures": lambda text: text.replace(". ", ". \U0001f6a8 "),
    "note signs": lambda text: re.sub(r"\. ", ".[12] ", text),
    "one line": lambda text: re.sub(r"\s*\n+\s*", " ", text),
    "ellipses": lambda text: re.sub(r"\. (?=[A-Z])", "… ", text),
    "full-width marks": lambda text: text.replace(",", "，").replace("(", "（").replace(")", "）"),
    "unbreaking hyphens": lambda text: re.sub(r"(?<=\w)-(?=\w)", "\u2011", text),
    "joined letters": lambda text: text.replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "names in emphasis": lambda text: re.sub(r"(?<![\w*])([A-Z]\w+(?: [A-Z]\w+)+)", r"_\1_", text),
    "ampersands": lambda text: re.sub(r"(?<=\w) and (?=\w)", " & ", text),
    "short words": lambda text: re.sub(r"\b(?:with|between|government|spokesman)(?= )", lambda match: _SHORT_WORDS[match.group()], text),
    "short days": lambda text: re.sub(r"\b(Mon|Tues|Wed|Thurs|Fri|Sat|Sun)(?:nes|ur)?day\b", r"\1.", text),
    "no apostrophes": lambda text: re.sub(r"(?<=\w)['’](?=\w)", "", text),
    "no punctuation": lambda text: re.sub(r"[.,;:!?\"“”]", "", text),
}


def coded(pipeline: Pipeline, dress: Callable[[str], str]) -> list[Coded]:
    """The passages of the test split in a dress, coded."""
    rows = gold_rows(load_corpus(CORPUS))
    texts = [(str(row["id"]), dress(str(row["text"])), row.get("published")) for row in rows]
    return pipeline.code([record_document({"id": name, "text": text, "date": day}, name, ReadOptions()) for name, text, day in texts])


def acts(one: Coded, *, types_only: bool) -> Counter[tuple[object, ...]]:
    """What is compared of the acts of a passage."""
    return Counter(
        (m.type,) if types_only else (m.type, m.status, tuple(sorted(str(p.country) for p in m.actors)), tuple(sorted(str(p.country) for p in m.recipients)))
        for m in one.mentions
    )


def likeness(plain: Sequence[Coded], dressed: Sequence[Coded], *, types_only: bool) -> float:
    """F1 of the acts of two codings of the same passages."""
    pairs = [(acts(a, types_only=types_only), acts(b, types_only=types_only)) for a, b in zip(plain, dressed, strict=True)]
    total = sum(a.total() + b.total() for a, b in pairs)
    return 2 * sum((a & b).total() for a, b in pairs) / total if total else 1.0


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[[], *DRESSES], metavar="NAME", help=", ".join(DRESSES))
    chosen = parser.parse_args().names or list(DRESSES)
    pipeline = Pipeline(CodeOptions())
    plain = coded(pipeline, str)
    print(f"{'dress':22} {'acts':>5}  type   full")
    for name in chosen:
        dressed = coded(pipeline, DRESSES[name])
        count = sum(len(one.mentions) for one in dressed)
        print(f"{name:22} {count:5}  {likeness(plain, dressed, types_only=True):.3f}  {likeness(plain, dressed, types_only=False):.3f}", flush=True)


if __name__ == "__main__":
    main()

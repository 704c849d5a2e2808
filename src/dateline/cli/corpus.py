"""``dateline corpus``: check the training corpus and print the figures of its data card."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.usage import Command, Group
from dateline.wording import plural

corpus = typer.Typer(cls=Group, help="Check the training corpus, or print the figures of its data card.", no_args_is_help=True)
_Folder = Annotated[Path, typer.Argument(help="Folder with notation files.")]


@corpus.command(cls=Command)
def check(
    folder: _Folder = Path("corpus"),
    complete: Annotated[bool, typer.Option("--complete", help="List the quotas that are not reached, and fail where there are any.")] = False,
) -> None:
    """Validate notation, offsets, labels, leaf codes, repeats and templates.

    Exit codes: 0 nothing is wrong, 1 something is (with --complete also a quota), or a file failed, 2 wrong usage.
    """
    from dateline.training.corpus import check_corpus, corpus_stats, load_corpus, missing_quotas

    files = load_corpus(folder)
    wrong = check_corpus(files)
    lacks = missing_quotas(corpus_stats(files))
    for line in wrong:
        typer.echo(f"wrong: {line}")
    for line in lacks if complete else ():
        typer.echo(f"lacking: {line}")
    more = " (--complete lists them)" if lacks and not complete else ""
    typer.echo(f"{plural(len(files), 'file')}, {plural(len(wrong), 'error')}, {plural(len(lacks), 'quota')} not reached{more}")
    if wrong or (complete and lacks):
        raise typer.Exit(1)


@corpus.command(cls=Command)
def stats(folder: _Folder = Path("corpus")) -> None:
    """Print the figures of the data card.

    Exit codes: 0 done, 1 a file failed, 2 wrong usage.
    """
    from dateline.training.corpus import corpus_stats, sound_corpus

    found = corpus_stats(sound_corpus(folder))
    low, middle, high = found.lengths
    typer.echo(f"passages {found.passages}, sentences {found.sentences}, mentions {found.mentions}, claims {found.claims}")
    typer.echo(f"without event {found.empty}, headlines {found.headlines}, commentary {found.commentary}, under 16 words {found.plain}")
    typer.echo(f"words a sentence: 10th percentile {low}, median {middle}, 90th {high}")
    typer.echo(f"attributed {found.attributed}, not certain {found.uncertain}, negated {found.negated}, countries {len(found.countries)}")
    for title, counts in (("types", found.types), ("modes", found.modes), ("statuses", found.statuses), ("genres", found.genres)):
        typer.echo(f"{title}: " + ", ".join(f"{name} {count}" for name, count in counts.most_common()))
    typer.echo(f"leaf codes: {len(found.leaves)}, with at least ten mentions {sum(n >= 10 for n in found.leaves.values())}")
    typer.echo("triggers a type: " + ", ".join(f"{name} {count}" for name, count in found.lemmas.items()))


@corpus.command(cls=Command)
def agreement(
    first: Annotated[Path, typer.Argument(help="Folder or file of the first annotation.")],
    second: Annotated[Path, typer.Argument(help="File of the second annotation of (some of) the same passages.")],
) -> None:
    """Agreement of two annotations: F1 of trigger, trigger+type and triple, Krippendorff's alpha per field.

    Exit codes: 0 done, however well they agree, 1 a file failed or a package is missing, 2 wrong usage.
    """
    from dateline.errors import DatelineError, install
    from dateline.training.agreement import agreement as compare
    from dateline.training.corpus import sound_corpus

    passages = [[p for file in sound_corpus(path) for p in file.passages] for path in (first, second)]
    try:
        found = compare(passages[0], passages[1])
    except ModuleNotFoundError as error:
        raise DatelineError("E402", "krippendorff", fix=install("review")) from error
    typer.echo(f"{found.sentences} sentences, {found.pairs} mentions of the same type in both")
    typer.echo(f"F1: trigger {_shown(found.trigger)}, trigger+type {_shown(found.trigger_type)}, triple {_shown(found.triple)}")
    for name, value in found.alpha.items():
        typer.echo(f"alpha {name}: {_shown(value)}")
    for path, alone in zip((first, second), found.alone, strict=True):
        if alone:
            typer.echo(f"left out: {plural(alone, 'passage')} of {path} that the other lacks", err=True)


def _shown(value: float | None) -> str:
    """A figure, "-" where it rests on nothing."""
    return "-" if value is None else f"{value:.3f}"


@corpus.command(cls=Command)
def gold(
    folder: _Folder,
    out: Annotated[Path, typer.Option(help="The gold file to write, one JSON document a line.")],
) -> None:
    """Write passages as a gold file that 'dateline evaluate' scores against.

    Exit codes: 0 done, 1 a file or the output failed, 2 wrong usage.
    """
    import json

    from dateline.store.output import write_text
    from dateline.training.corpus import gold_rows, sound_corpus

    rows = [json.dumps(row, ensure_ascii=False) for row in gold_rows(sound_corpus(folder))]
    write_text("".join(f"{row}\n" for row in rows), out)
    typer.echo(f"{out}: {plural(len(rows), 'document')}")

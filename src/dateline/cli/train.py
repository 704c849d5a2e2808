"""``dateline train``: train a coder on the corpus (extra ``train``)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def train(
    corpus: Annotated[list[Path], typer.Option(help="Notation file or folder of them; give it several times for several.")],
    out: Annotated[Path, typer.Option(help="Folder for the model.")],
    epochs: Annotated[int | None, typer.Option(help="Passes over the corpus; the recipe's own where not given. With --start, 0 writes the model anew as it is.")] = None,
    seed: Annotated[int, typer.Option(help="Seed of the training.")] = 1,
    teacher: Annotated[
        Path | None, typer.Option(help="What teachers say of the sentences (corpus/teacher.npz); without it from the annotations alone.")
    ] = None,
    plain: Annotated[
        list[Path] | None, typer.Option(help="Text without annotation that teachers have labelled (corpus/plain); needs --teacher.")
    ] = None,
    start: Annotated[
        str | None, typer.Option(help="Model folder to go on from, or 'packaged' for the package's own; from the base weights where not given.")
    ] = None,
    added: Annotated[
        list[Path] | None, typer.Option(help="With --start: files of the corpus that are new to the model; each pass takes them three times, and half of the rest.")
    ] = None,
    device: Annotated[str, typer.Option(help="Device of the training: cpu or cuda.")] = "cpu",
    threads: Annotated[int, typer.Option(help="Processor threads.")] = 2,
    version: Annotated[str, typer.Option("--model-version", help="Version written into the model and its records.")] = "local",
) -> None:
    """Train a coder on annotated passages and export it as an int8 model folder (an hour and a quarter on two cores; a third of that from a model).

    Exit codes: 0 done, 1 a file failed or a package is missing, 2 wrong usage.
    """
    if added and start is None:
        raise typer.BadParameter("--added needs --start: the model that the files are new to")
    if plain and teacher is None:
        raise typer.BadParameter("--plain needs --teacher: what teachers say of its sentences")
    from dataclasses import replace

    from dateline.errors import DatelineError, install
    from dateline.extract.classifier.model import packaged_folder
    from dateline.training.corpus import load_corpora

    notation = [path / "train" if (path / "train").is_dir() else path for path in corpus]
    begin = None if start is None else packaged_folder() if start == "packaged" else Path(start)
    # what is missing or malformed is said before the packages of the training are asked for
    for path in (*(plain or []), *(added or []), *(one for one in (teacher, begin) if one is not None)):
        if not path.exists():
            raise DatelineError("E001", str(path))
    load_corpora(notation)
    try:
        from dateline.training.fit import fit
        from dateline.training.learn import FURTHER, Recipe
    except ModuleNotFoundError as error:
        raise DatelineError("E402", str(error.name), fix=install("train")) from error
    if begin is not None and epochs == 0:
        from dateline.training.rewrite import rewrite

        typer.echo(f"{out}: written anew, scales measured on some of {rewrite(begin, out, notation)} sentences")
        return
    recipe = replace(Recipe() if begin is None else FURTHER, seed=seed, device=device)
    recipe = recipe if epochs is None else replace(recipe, epochs=epochs)
    done = fit(
        notation, out, recipe, version=version, teacher=teacher, unannotated=plain or [], start=begin, added=added or [],
        threads=threads, report=lambda line: typer.echo(line, err=True),
    )  # fmt: skip
    typer.echo(f"{out}: {done.sentences} sentences, {done.seconds / 60:.0f} minutes")
    if not done.scores:
        typer.echo("  no passage was held out, so that nothing tells how good it is: 'dateline evaluate' measures it")
    for name, score in done.scores.items():
        typer.echo(f"  {name:<12} F1 {score:.3f} at {done.thresholds[name]:.3f}")

"""The manifest of a run: what it ran on and with, written before the first part, so that a rerun does the same or says what differs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from dateline.errors import DatelineError
from dateline.pipeline import CodeOptions
from dateline.read import ReadOptions
from dateline.read.options import columns_of
from dateline.read.parts import InputHash, Part, PartKind, Plan

NAME: Final = "_manifest.json"
VERSION: Final = 1
#: Settings that manifests of earlier versions lack.
_LATER: Final = ("columns", "day_first", "country")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run that change its records; files are named with the SHA-256 of their bytes.

    ``model_sha256`` is of the model folder's description, which holds the hashes of its other files.
    """

    coder: str
    model: str | None = None
    model_sha256: str | None = None
    actors: str | None = None
    actors_sha256: str | None = None
    parser: str | None = None
    date: str | None = None
    columns: str | None = None
    day_first: bool | None = None
    country: str | None = None

    @classmethod
    def of(cls, options: CodeOptions, reading: ReadOptions) -> Settings:
        """The settings of options."""
        return cls(
            coder=options.coder,
            model=str(options.model) if options.model else None,
            model_sha256=_sha256(options.model / "model.json") if options.model else None,
            actors=str(options.actors) if options.actors else None,
            actors_sha256=_sha256(options.actors) if options.actors else None,
            parser=options.parser,
            date=reading.date.isoformat() if reading.date else None,
            columns=",".join(f"{field}={name}" for field, name in reading.columns) or None,
            day_first=reading.day_first,
            country=reading.country,
        )

    def code_options(self) -> CodeOptions:
        """The options to code with."""
        model, actors = (Path(one) if one else None for one in (self.model, self.actors))
        return CodeOptions(coder=self.coder, model=model, actors=actors, parser=self.parser)

    def read_options(self) -> ReadOptions:
        """The options to read with."""
        columns = columns_of(self.columns or "")
        return ReadOptions(date=date.fromisoformat(self.date) if self.date else None, columns=columns, day_first=self.day_first, country=self.country)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a run ran on and with.

    Args:
        program: program and coder with their versions.
        parser: the parser with its version.
        settings: what the user set.
        inputs: input files with their hashes.
        parts: how they were cut.
    """

    program: str
    parser: str
    settings: Settings
    inputs: tuple[InputHash, ...]
    parts: tuple[Part, ...]

    @property
    def run_id(self) -> str:
        """Hash of everything in the manifest: 16 hex digits, the same for the same run."""
        return hashlib.sha256(self._body()).hexdigest()[:16]

    def _body(self) -> bytes:
        return json.dumps({"version": VERSION, **self._content()}, sort_keys=True, ensure_ascii=True).encode()

    def _content(self) -> dict[str, Any]:
        """The manifest without the settings of a later version where they are not given: runs of earlier ones keep their ids."""
        content = asdict(self)
        content["settings"] = {name: value for name, value in content["settings"].items() if name not in _LATER or value is not None}
        return content

    def to_json(self) -> bytes:
        """The manifest file."""
        content = {"version": VERSION, "run_id": self.run_id, **self._content()}
        return (json.dumps(content, indent=1, ensure_ascii=True) + "\n").encode()

    @classmethod
    def of(cls, options: CodeOptions, reading: ReadOptions, plan: Plan) -> Manifest:
        """The manifest of a plan with the program as it is installed.

        Raises:
            DatelineError: as for the loading of the models.
        """
        from dateline.coders import load_coder
        from dateline.extract.parse import parser_version
        from dateline.version import __version__

        program = f"dateline {__version__}; {load_coder(options.coder, options.model).name}"
        return cls(program, parser_version(options.parser), Settings.of(options, reading), plan.inputs, plan.parts)

    @classmethod
    def from_json(cls, content: bytes, where: str) -> Manifest:
        """Read a manifest.

        Raises:
            DatelineError: ``E405`` where it is malformed, altered, or of another version.
        """
        try:
            found = json.loads(content)
            if found["version"] != VERSION:
                raise DatelineError("E405", where, f"version {found['version']}, this Dateline reads {VERSION}")
            manifest = cls(
                found["program"],
                found["parser"],
                Settings(**found["settings"]),
                tuple(InputHash(**one) for one in found["inputs"]),
                tuple(_part(one) for one in found["parts"]),
            )
        except (ValueError, TypeError, KeyError) as error:
            raise DatelineError("E405", where, f"{type(error).__name__}: {error}") from error
        if manifest.run_id != found.get("run_id"):
            raise DatelineError("E405", where, "it was altered: its id does not fit its content")
        return manifest

    def differences(self, other: Manifest) -> list[str]:
        """What is not the same in another manifest, a line each, this one's value first."""
        pairs = [("program", self.program, other.program), ("parser", self.parser, other.parser)]
        mine, theirs = asdict(self.settings), asdict(other.settings)
        pairs += [(name, mine[name], theirs[name]) for name in mine]
        found = [f"{name}: {ours or '-'}, now {now or '-'}" for name, ours, now in pairs if ours != now]
        before, after = ({one.path: one for one in inputs} for inputs in (self.inputs, other.inputs))
        for path in dict.fromkeys((*before, *after)):
            line = _changed(path, before.get(path), after.get(path))
            if line is not None:
                found.append(line)
        if not found and self.parts != other.parts:
            found.append("the inputs are cut into other parts")
        return found


def _changed(path: str, before: InputHash | None, after: InputHash | None) -> str | None:
    if before == after:
        return None
    if before is None:
        return f"input {path}: new"
    if after is None or after.sha256 is None:
        return f"input {path}: missing"
    return f"input {path}: {before.size} bytes {(before.sha256 or '-')[:12]}, now {after.size} bytes {after.sha256[:12]}"


def _part(fields: Mapping[str, Any]) -> Part:
    return Part(**{**fields, "kind": PartKind(fields["kind"]), "paths": tuple(fields["paths"])})


def _sha256(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None

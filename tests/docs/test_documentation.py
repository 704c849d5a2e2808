"""What is not documented fails: commands, options, columns, record keys, error codes, variables, extension points; and links lead somewhere."""

from __future__ import annotations

import ast
import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from blocks import DOCS, ROOT, blocks, pages
from docpages import api, codebook
from docpages import commands as cli
from docpages.data import load, schema
from make_docs import PAGES, stale

import dateline
from dateline.errors import CATALOGUE
from dateline.ontology.plover import plover
from dateline.settings import ENVIRONMENT, EXTENSION_POINTS
from dateline.store import arrow

SOURCES = sorted((ROOT / "src" / "dateline").rglob("*.py"))
#: Pages that people write, where a command should be shown at work.
WRITTEN = [page for page in pages() if str(page.relative_to(ROOT / "docs") if page.is_relative_to(DOCS) else page) not in PAGES]


def test_the_pages_made_from_the_code_are_current() -> None:
    assert stale() == [], "run: python scripts/make_docs.py"


# ---- commands


@pytest.mark.parametrize(("name", "command"), list(cli.commands()), ids=[name for name, _ in cli.commands()])
def test_every_command_and_option_says_what_it_does(name: str, command: object) -> None:
    assert len(getattr(command, "help", None) or "") > 20, name
    for parameter in cli.parameters(command):
        assert len(cli.help_of(parameter)) > 5, f"dateline {name}: {parameter.name} has no help"


@pytest.mark.parametrize("name", [name for name, _ in cli.commands()])
def test_every_command_is_in_the_readme_and_in_a_written_page(name: str) -> None:
    word = re.compile(rf"dateline {name}\b|`dateline corpus check` / .*`{name.split()[-1]}`")
    assert word.search((ROOT / "README.md").read_text("utf-8")), f"README.md does not name dateline {name}"
    assert any(word.search(page.read_text("utf-8")) for page in WRITTEN if page.name != "README.md"), f"no page of docs/ shows dateline {name}"


@pytest.mark.parametrize(("name", "command"), list(cli.commands()), ids=[name for name, _ in cli.commands()])
def test_every_command_lists_its_exit_codes(name: str, command: object) -> None:
    said = cli.exit_codes(command)
    codes = re.findall(r"(?:^|, | or )(\d+) ", said)
    assert codes[:3] == ["0", "1", "2"] and codes == sorted(codes, key=int), f"dateline {name}: {said}"
    assert f"| `{name}` | {said} |" in (DOCS / "reference" / "commands.md").read_text("utf-8")


def _shown() -> Iterator[tuple[str, list[str]]]:
    """Every ``dateline …`` in code of the written pages: blocks, indented lines and code in a line."""
    for page in WRITTEN:
        text = page.read_text("utf-8")
        code = [line for block in blocks(page) if block.language in ("", "console", "bash") for line in block.text.splitlines()]
        code += re.findall(r"^    (.+)$", text, re.MULTILINE) + re.findall(r"`(dateline [^`]+)`", text)
        for line in code:
            for part in re.split(r" && | \| |; ", line.removeprefix("$ ")):
                if part.startswith("dateline "):
                    yield f"{page.relative_to(ROOT)}: {part}", _words(part)


def _words(line: str) -> list[str]:
    line = re.sub(r"\s+# .*$", "", line.replace("\\|", "|"))
    try:
        return shlex.split(line)[1:]
    except ValueError:
        return line.split()[1:]


def test_commands_and_options_in_the_pages_exist() -> None:
    known = dict(cli.commands())
    groups = {name.split()[0] for name in known if " " in name}
    for where, words in _shown():
        if not words or words[0].startswith("-") or words[0].isupper():
            continue
        name = " ".join(words[:2]) if words[0] in groups and len(words) > 1 else words[0]
        if name in groups:
            continue
        assert name in known, where
        options = {one for parameter in cli.parameters(known[name]) for one in (*parameter.opts, *parameter.secondary_opts)} | {"--help"}
        for word in words:
            option = re.match(r"\[?(--[a-z][a-z-]*)", word)
            assert option is None or option[1] in options, f"{where}: {name} has no {option[1] if option else ''}"


# ---- columns, keys, errors


@pytest.mark.parametrize("name", [*arrow.table_names(), *dict(arrow.VIEWS)])
def test_every_column_is_described(name: str) -> None:
    schema_ = dict((*arrow.TABLES, *arrow.VIEWS))[name]
    assert len(arrow.description(schema_)) > 10, name
    assert [column.name for column in schema_ if len(arrow.description(column)) < 4] == [], name


def test_every_key_of_a_record_is_described() -> None:
    for where in ("properties", "$defs"):
        assert [name for name, part in schema()[where].items() if len(part.get("description", "")) < 4] == []


def test_every_error_says_what_and_what_to_do() -> None:
    for code, (severity, what, remedy) in CATALOGUE.items():
        assert re.fullmatch(r"[EW]\d{3}", code) and severity in ("error", "warning", "info"), code
        assert len(what) > 10 and len(remedy) > 10, code


def test_no_error_is_raised_that_is_not_listed() -> None:
    raised = {code for path in SOURCES for code in re.findall(r'"([EW]\d{3})"', path.read_text("utf-8"))}
    assert raised - set(CATALOGUE) == set()


def test_no_error_is_listed_that_is_raised_nowhere() -> None:
    elsewhere = "\n".join(path.read_text("utf-8") for path in SOURCES if path.name != "errors.py")
    assert [code for code in CATALOGUE if f'"{code}"' not in elsewhere] == []


# ---- variables and extension points


def test_every_environment_variable_is_listed() -> None:
    read = {name for path in SOURCES if path.name != "settings.py" for name in re.findall(r"[\"' ](DATELINE_[A-Z_]+)[\"' ,]", path.read_text("utf-8"))}
    assert read == {one.name for one in ENVIRONMENT}, "src/dateline/settings.py lists them"
    assert all(len(one.help) > 10 and one.default for one in ENVIRONMENT)


def _groups(path: Path) -> Iterator[str]:
    """Groups that a module asks for by ``entry_points(group=…)``, names looked up in the module."""
    tree = ast.parse(path.read_text("utf-8"))
    values = {}
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        if targets and isinstance(targets[0], ast.Name) and isinstance(getattr(node, "value", None), ast.Constant):
            values[targets[0].id] = node.value.value
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "entry_points":
            for keyword in node.keywords:
                if keyword.arg == "group":
                    value = keyword.value
                    yield str(value.value if isinstance(value, ast.Constant) else values[value.id])  # type: ignore[attr-defined]


def test_every_extension_point_is_listed_and_has_a_worked_example() -> None:
    asked = {group for path in SOURCES for group in _groups(path)}
    assert asked == {point.group for point in EXTENSION_POINTS}, "src/dateline/settings.py lists them"
    written = (DOCS / "howto" / "engineer.md").read_text("utf-8")
    for point in EXTENSION_POINTS:
        assert len(load(point.contract).__doc__) > 20 and len(load(point.built_in)) > 0, point.group
        assert point.group in written, f"docs/howto/engineer.md does not show {point.group}"


# ---- python


def test_every_public_name_is_described() -> None:
    for name in api.public():
        assert len(getattr(dateline, name).__doc__ or "") > 10, name
    for name in api.values():
        doc = getattr(dateline.types, name).__doc__ or ""
        assert len(doc) > 10 and not doc.startswith(f"{name}("), f"{name} has no docstring of its own"


# ---- codebook


def test_every_type_mode_and_context_has_an_example() -> None:
    found = list(codebook.examples())
    for event_type in plover().types:
        assert any(one.type == event_type.name and not one.modes for one in found) or event_type.modes, event_type.name
        for mode in event_type.modes:
            assert any(one.type == event_type.name and mode.name in one.modes for one in found), f"{event_type.name} {mode.name}"
    assert set(codebook.contexts()) == {term.name for term in plover().contexts}


# ---- tables, and what to cite


def cut_rows(text: str) -> list[str]:
    """Rows that stand below no head of a table, which are shown as raw text with bars."""
    rows = ["", *re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL).splitlines(), ""]
    return [row for above, row, below in zip(rows, rows[1:], rows[2:], strict=False) if row.startswith("|") and not above.startswith("|") and not re.match(r"\|[-:| ]+\|$", below)]


def test_no_row_is_cut_off_its_table() -> None:
    assert {page.name: cut for page in pages() if (cut := cut_rows(page.read_text("utf-8")))} == {}


@pytest.mark.parametrize(
    ("text", "cut"),
    [("| a | b |\n|---|:--|\n| 1 | 2 |\n", 0), ("| a |\n|---|\n| 1 |\n\n| 2 |\n| 3 |\n", 1), ("```text\n| x |\n```\n", 0), ("Some | words\n", 0)],
)
def test_cut_rows_are_found(text: str, cut: int) -> None:
    assert len(cut_rows(text)) == cut


def test_the_page_for_scholars_says_what_to_cite() -> None:
    page = (DOCS / "howto" / "scholar.md").read_text("utf-8")
    assert "CITATION.cff" in page.partition("## What to write in the paper")[2]
    assert {"title", "authors", "version", "date-released"} <= set(re.findall(r"^([\w-]+):", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE))


# ---- what is to be installed


def test_install_lines_name_the_copy_of_the_repository_and_an_extra_there_is() -> None:
    """There is no package of this name on an index: a line that names none but Dateline's name installs nothing, or something else."""
    extras = set(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"])
    texts = [*((page, page.read_text("utf-8")) for page in pages()), *((path, path.read_text("utf-8")) for path in SOURCES)]
    for where, text in texts:
        assert not re.search(r"pip install [\"'\\]*dateline\b", text), where
        for extra in re.findall(r"pip install [\"'\\]*\.{0,2}/?(?:dateline)?\[(\w+)\]", text) + re.findall(r"\binstall\(\"(\w+)\"\)", text):
            assert extra in extras, f"{where}: {extra}"


# ---- links


def _anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"https?://|mailto:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path) if path else page
        assert file.exists(), f"{page.name}: {target}"
        assert not anchor or anchor in _anchors(file), f"{page.name}: {target}"


def test_every_page_can_be_reached_from_the_index() -> None:
    seen: set[Path] = set()
    wait = [DOCS / "index.md"]
    while wait:
        page = wait.pop().resolve()
        if page in seen:
            continue
        seen.add(page)
        wait += [page.parent / t.partition("#")[0] for t in re.findall(r"\]\(([^)\s:]+\.md[^)\s]*)\)", page.read_text("utf-8"))]
    assert [str(page.relative_to(ROOT)) for page in pages() if page.resolve() not in seen and page.name != "README.md"] == []


def test_no_page_names_a_machine() -> None:
    for page in pages():
        assert not re.search(r"/(?:home|root|work|opt)/|/tmp/\w", page.read_text("utf-8")), page



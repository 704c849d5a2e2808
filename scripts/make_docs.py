"""Make the pages of docs/ that come from the code: ``python scripts/make_docs.py``; with ``--check`` only say which are not current."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from docpages import api, codebook, commands, data

DOCS = Path(__file__).parents[1] / "docs"

PAGES: dict[str, Callable[[], str]] = {
    "reference/commands.md": commands.page,
    "reference/python.md": api.page,
    "reference/tables.md": data.tables_page,
    "reference/record.md": data.record_page,
    "reference/errors.md": data.errors_page,
    "reference/settings.md": data.settings_page,
    "reference/extensions.md": data.extensions_page,
    "codebook/types.md": codebook.types_page,
    "codebook/contexts.md": codebook.contexts_page,
}


def stale() -> list[str]:
    """Pages that differ from what the code says now."""
    return [name for name, make in PAGES.items() if not (DOCS / name).exists() or (DOCS / name).read_text("utf-8") != make()]


def main() -> int:
    """Write the pages, or check them."""
    behind = stale()
    for name in behind:
        print(name)
        if "--check" not in sys.argv:
            (DOCS / name).parent.mkdir(parents=True, exist_ok=True)
            (DOCS / name).write_text(PAGES[name](), encoding="utf-8")
    return 1 if behind and "--check" in sys.argv else 0


if __name__ == "__main__":
    raise SystemExit(main())

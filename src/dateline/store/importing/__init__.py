"""Import of other data sets' files into the table ``imported``, streamed, with malformed lines reported by number."""

from dateline.store.importing.load import ImportResult, Malformed, forget_imports, import_file, imports_of

__all__ = ["ImportResult", "Malformed", "forget_imports", "import_file", "imports_of"]

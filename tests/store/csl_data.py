"""The rules of CSL-JSON as a JSON Schema: types and variables of CSL 1.0.2 (the csl-data schema of the Citation Style Language project)."""

from __future__ import annotations

from typing import Any

TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry "
    "entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture "
    "musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review "
    "review-book software song speech standard thesis treaty webpage"
).split()
NUMBERS = "chapter-number collection-number edition issue locator number number-of-pages number-of-volumes page page-first section version volume".split()
TEXTS = "abstract annote archive authority container-title genre language medium note publisher publisher-place source status title URL DOI".split()

NAME: dict[str, Any] = {
    "type": "object",
    "properties": {name: {"type": "string", "minLength": 1} for name in ("family", "given", "literal", "suffix", "non-dropping-particle")},
    "additionalProperties": False,
    "minProperties": 1,
}
DATE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["string", "number"]}},
        }
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "type": {"enum": TYPES},
            "id": {"type": ["string", "number"]},
            "author": {"type": "array", "items": NAME},
            "issued": DATE,
            "accessed": DATE,
            **{name: {"type": ["string", "number"]} for name in NUMBERS},
            **{name: {"type": "string"} for name in TEXTS},
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}

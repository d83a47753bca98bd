"""``references.json``: every source as CSL-JSON, which Zotero imports."""

from typing import Any

from guide import citations
from guide.data.base import as_json
from guide.library import Library


def files(library: Library) -> dict[str, str]:
    """Return the files on the sources."""
    items = [citations.csl(key, reference) for key, reference in library.references.items()]
    return {
        "references.json": as_json(items),
        "schemas/references.json": as_json(CSL_SCHEMA),
    }


# What a reference manager may count on; the full CSL schema allows more.
CSL_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "References as CSL-JSON items",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type", "title", "accessed"],
        "properties": {
            "id": {"type": "string"},
            "type": {"type": "string"},
            "title": {"type": "string", "minLength": 1},
            "DOI": {"type": "string", "pattern": "^10\\."},
            "PMID": {"type": "string", "pattern": "^\\d+$"},
            "URL": {"type": "string", "pattern": "^https?://"},
            "author": {"type": "array", "items": {"type": "object"}},
            "issued": {"$ref": "#/$defs/date"},
            "accessed": {"$ref": "#/$defs/date"},
        },
    },
    "$defs": {
        "date": {
            "type": "object",
            "required": ["date-parts"],
            "properties": {
                "date-parts": {
                    "type": "array",
                    "minItems": 1,
                    "items": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 3,
                        "items": {"type": "integer"},
                    },
                }
            },
        }
    },
}

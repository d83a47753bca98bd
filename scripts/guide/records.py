"""TOML text -> a record of a given shape, or problems with their lines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import tomli
from pydantic import BaseModel, ValidationError

from guide.problem import Problem

Record = TypeVar("Record", bound=BaseModel)

_CODES = {"extra_forbidden": "key-unknown", "missing": "key-missing"}
_MESSAGES = {
    "extra_forbidden": "unknown key {key}; delete it or mend its spelling",
    "missing": "key {key} is missing; add it",
}


def tables(text: str, path: str) -> tuple[dict[str, Any], list[Problem]]:
    """Parse TOML; a syntax error is one problem with its line."""
    try:
        return tomli.loads(text), []
    except tomli.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        message = f"not TOML: {str(error)[:120]}; mend the line"
        where = int(line[1]) if line else text.count("\n") + 1
        return {}, [Problem(path, where, "toml-malformed", message)]


def shaped(
    model: type[Record], data: Mapping[str, Any], text: str, path: str, table: str = ""
) -> tuple[Record | None, list[Problem]]:
    """Give ``data`` the shape of ``model``; every misfit is a problem with its line.

    ``table`` is the name of the table that the data stands under, if it is one
    of several in the file.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, list(_misfits(error, text, path, table))


def _misfits(error: ValidationError, text: str, path: str, table: str) -> Iterator[Problem]:
    for misfit in error.errors():
        place = (table, *misfit["loc"]) if table else misfit["loc"]
        key = ".".join(str(part) for part in misfit["loc"]) or "(file)"
        kind = misfit["type"]
        message = _MESSAGES.get(kind, "{key}: {fault}").format(key=key, fault=misfit["msg"])
        yield Problem(path, line_of(text, place), _CODES.get(kind, "value-wrong"), message)


def line_of(text: str, place: Sequence[str | int]) -> int:
    """Return the line where a key stands, as near as its name tells (1 if not found).

    ``place`` is a path of keys and list positions, as pydantic gives it.
    """
    lines = text.split("\n")
    at = 0
    for position, part in enumerate(place):
        if isinstance(part, int):
            continue
        following = place[position + 1] if position + 1 < len(place) else None
        nth = following if isinstance(following, int) else 0
        found = _find(lines, at, str(part), nth)
        if found is None:
            break
        at = found
    return at + 1


def _find(lines: Sequence[str], start: int, key: str, nth: int) -> int | None:
    """Return the ``nth`` line from ``start`` on that opens ``key``."""
    name = re.escape(key)
    opens = re.compile(rf"""\s*\[{{1,2}}(?:[^\]]*\.)?"?{name}"?\]|.*?\b"?{name}"?\s*[=.]""")
    hits = [n for n in range(start, len(lines)) if opens.match(lines[n])]
    if not hits:
        return None
    return hits[nth] if nth < len(hits) else hits[-1]

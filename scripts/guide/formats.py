"""Models of the records -> a page that describes their files, for those who write them.

The words come from the models' own docstrings and from the strings under their
fields, so that the page cannot say anything else than the code.
"""

import ast
import datetime
import inspect
import itertools
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from guide import shapes

FILES: tuple[type[BaseModel], ...] = (
    shapes.TextRecord,
    shapes.ClaimRecord,
    shapes.ReferenceRecord,
    shapes.Word,
    shapes.TermRecord,
    shapes.WordingRecord,
    shapes.TherapyRecord,
    shapes.ComparisonRecord,
    shapes.DrawingRecord,
)
HEAD = """# Record formats

Made from the models in `scripts/guide/shapes/` by `make formats`; edit those, not this page.
Every file is TOML in UTF-8 with LF line ends. `zh` and `en` stand side by side wherever readers
see words: `gist.zh = "…"` and `gist.en = "…"`. A key that is not listed here is an error.
"""
SIMPLE = {
    shapes.Bilingual: "words in `zh` and `en`",
    str: "words",
    int: "whole number",
    float: "number",
    datetime.date: "day",
    bool: "yes/no",
}


def formats() -> str:
    """Return the page in Markdown: a section a kind of file, a table of keys each."""
    return "\n".join([HEAD, *(_section(model, level=2) for model in FILES)])


def _section(model: type[BaseModel], level: int) -> str:
    lines = [f"{'#' * level} {model.__name__}", "", inspect.cleandoc(model.__doc__ or ""), ""]
    lines += ["| key | what | needed | meaning |", "|---|---|---|---|", *_rows(model), ""]
    parts = (_section(part, level=3) for part in _parts(model))
    return "\n".join([*lines, *parts])


def _rows(model: type[BaseModel]) -> Iterator[str]:
    said = _field_docstrings(model)
    for name, field in model.model_fields.items():
        needed = "yes" if field.is_required() else ""
        kind = _kind(field.annotation)
        yield f"| `{field.alias or name}` | {kind} | {needed} | {said[name]}{_limits(field)} |"


def _parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield the tables within a record, in order, each once; words in two languages are plain."""
    seen: list[type[BaseModel]] = []
    for field in model.model_fields.values():
        for part in _models(field.annotation):
            for inner in (part, *_parts(part)):
                if inner not in (shapes.Bilingual, *seen):
                    seen.append(inner)
    yield from (part for part in seen if part is not shapes.Bilingual)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def _kind(annotation: Any) -> str:
    """Say a type in words: ``list of Evidence``, ``day``, ``one of: full, quoted``."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is None:
        name = annotation.__name__
        return SIMPLE.get(annotation) or f"[{name}](#{name.lower()})"
    words = [f"`{a}`" if a else "nothing" for a in arguments if isinstance(a, str)]
    inner = [a for a in arguments if a is not type(None)]
    kinds = [_kind(a) for a in inner if isinstance(a, type) or get_origin(a)]
    forms = {
        Literal: f"one of: {', '.join(words)}",
        tuple: f"list of {kinds[0]}" if kinds else "",
        dict: f"table of {kinds[-1]}" if kinds else "",
    }
    return forms.get(origin) or " or ".join(kinds)


def _limits(field: FieldInfo) -> str:
    """Return what the field's numbers may be, if that is limited."""
    signs = {"ge": "≥", "gt": ">", "le": "≤"}
    limits = [
        f"{sign} {getattr(limit, name)}"
        for limit in field.metadata
        for name, sign in signs.items()
        if getattr(limit, name, None) is not None
    ]
    return f" ({', '.join(limits)})" if limits else ""


@cache
def _field_docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Return field -> the string that stands under it in the source."""
    body = ast.parse(inspect.getsource(model)).body[0].body
    return {
        field.target.id: words.value.value
        for field, words in itertools.pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(words, ast.Expr)
    }

"""A page before it is rendered, and the one way in which it is rendered."""

import datetime
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any

import tomli
from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
    Undefined,
    pass_context,
)
from markupsafe import Markup

from guide.lines import HAN
from guide.pages import foreign, words
from guide.pages.icons import icon
from guide.prose import address

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"

# Characters that Markdown or HTML could read as markup.
_MARKUP = str.maketrans({character: f"&#{ord(character)};" for character in '&<>"*_`[]{}#|\\~^$'})
_BLOCK_MARK = re.compile(r"(\d+)?((?(1)[.)]|[-+=:!]))")


@dataclass(frozen=True)
class Page:
    """One Markdown file in each language.

    ``file`` is its place under ``docs/<language>/``; ``values`` is what its
    template is given beside the language's words and links.
    """

    file: str
    template: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The address under the language's root: ``claims/nk/x/``; home is empty."""
        return address(self.file)


def inline(value: object) -> Markup:
    """Turn data into text that neither Markdown nor HTML can read as markup.

    Raises :class:`TypeError` for what has no printed form of its own, such as the
    words of both languages together: a template has to choose.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, str | int | float | datetime.date | Undefined):
        return _encoded(str(value))
    raise TypeError(f"{value!r} cannot be printed; choose a language or a field of it")


@lru_cache(maxsize=1 << 14)  # the words of the interface come thousands of times
def _encoded(words: str) -> Markup:
    text = words.translate(_MARKUP)
    mark = _BLOCK_MARK.match(text)
    if mark:
        text = f"{mark[1] or ''}&#{ord(mark[2])};{text[mark.end() :]}"
    return Markup(text)  # noqa: S704


def relative(url: str, target: str) -> str:
    """Return the link from one page's address to another's, both under the language's root.

    A target may climb out of it: ``../data/claims.csv``.
    """
    here, there = url.split("/")[:-1], target.split("/")
    pairs = zip(here, there[:-1], strict=False)
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"


def _compiled() -> FileSystemBytecodeCache | None:
    """Keep compiled templates where Python keeps its own; without the right to, do without."""
    folder = TEMPLATES / "__pycache__"
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=inline,
        autoescape=True,  # macros give markup; everything else passes through finalize
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="{##",  # "{#" opens an id in Markdown
        comment_end_string="##}",
        bytecode_cache=_compiled(),
    )
    environment.filters.update(
        day=pass_context(lambda context, value: words.day(value, context["language"])),
        number=words.number,
        shortened=shortened,
        tagged=tagged,
        yaml=lambda value: Markup(words.yaml(value)),  # noqa: S704 - front matter, no HTML
    )
    environment.globals["icon"] = icon
    return environment


def template(name: str) -> Template:
    """Return a template of ``scripts/templates``."""
    return _environment().get_template(name)


def shortened(text: str, length: int = 24) -> str:
    """Cut a long quotation for a title."""
    return text if len(text) <= length else text[: length - 1] + "…"


@lru_cache(maxsize=1 << 14)
def tagged(text: str) -> Markup:
    """Mark text that may be in either language: Chinese if it has a Chinese character."""
    tag = "zh-Hans" if re.search(f"[{HAN}]", text) else "en"
    return Markup('<span lang="{}">{}</span>').format(tag, inline(text))


@cache
def interface() -> Mapping[str, Mapping[str, str]]:
    """Return the words of the interface, ``key -> language -> words``."""
    return tomli.loads((TEMPLATES / "interface.toml").read_text(encoding="utf-8"))


class Words:
    """The interface in one language; an unknown key is an error."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __getattr__(self, key: str) -> str:
        """Return the words for ``key`` in this language."""
        return interface()[key][self._language]


def rendered(page: Page, language: str, shared: Mapping[str, Any]) -> str:
    """Render a page in a language; ``shared`` is given to every template."""

    def href(target: str = "", anchor: str = "") -> Markup:
        return Markup(relative(page.url, target) + (f"#{anchor}" if anchor else ""))  # noqa: S704

    values = {
        "language": language,
        "words": Words(language),
        "href": href,
        "page": page,
        **shared,
        **page.values,
    }
    text = template(page.template).render(values)
    return foreign.marked(text, language)

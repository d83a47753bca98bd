"""Hand-written pages (``docs/prose``): Markdown that passes through, with a frame around it.

A line ``<!-- insert: name -->`` is replaced by what is made from the records:
the words of a closed list, the contact line, the log of changes.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from guide.library import Library, Prose
from guide.pages.page import Page, rendered
from guide.pages.views import ClaimView

_FRONT_MATTER = re.compile(r"---\n(?P<front>.*?)\n---\n(?P<body>.*)", re.DOTALL)
_INSERT = re.compile(r"^<!-- insert: (?P<name>[a-z-]+) -->$", re.MULTILINE)
_TITLE = re.compile(r"^title: *(?P<title>.+)$", re.MULTILINE)
INSERTS = frozenset({"trace", "finding", "stage", "flag", "confidence", "contact", "history"})


def all_prose(
    library: Library, views: Sequence[ClaimView], shared: Mapping[str, Any]
) -> dict[str, str]:
    """Return ``<language>/<file> -> Markdown`` for every hand-written page."""
    return {
        f"{prose.language}/{prose.file}": _framed(prose, library, views, shared)
        for prose in library.prose
    }


def inserts(text: str) -> list[tuple[int, str]]:
    """Return (line, name) of every insert that a page asks for."""
    return [(text.count("\n", 0, m.start()) + 1, m["name"]) for m in _INSERT.finditer(text)]


def _framed(
    prose: Prose, library: Library, views: Sequence[ClaimView], shared: Mapping[str, Any]
) -> str:
    match = _FRONT_MATTER.fullmatch(prose.text)
    front, body = (match["front"], match["body"]) if match else ("", prose.text)
    title = _TITLE.search(front)
    page = Page(
        prose.file,
        "prose.md.j2",
        {
            "front": Markup(front),  # noqa: S704 - the page's own YAML
            "title": title["title"].strip('"') if title else "",
            "body": Markup(  # noqa: S704 - hand-written Markdown of this project
                _INSERT.sub(
                    lambda m: _insert(m["name"], prose, library, views, shared), body.strip()
                )
            ),
        },
    )
    return rendered(page, prose.language, shared)


def _insert(
    name: str,
    prose: Prose,
    library: Library,
    views: Sequence[ClaimView],
    shared: Mapping[str, Any],
) -> str:
    values = {
        "name": name,
        "words_of_list": library.vocabulary.get(name, {}),
        "examples": _examples(name, views),
        "changed": [v for v in views if v.record.history],
    }
    template = "history.j2" if name in ("history", "contact") else "scale.j2"
    return rendered(Page(prose.file, template, values), prose.language, shared).strip()


def _examples(name: str, views: Sequence[ClaimView]) -> dict[str, ClaimView]:
    """Return, for each word of a list, the first claim that carries it, the figures first."""
    found: dict[str, ClaimView] = {}
    for view in sorted(views, key=lambda v: not v.claim.has_figure):
        carried = view.record.flags if name == "flag" else (getattr(view.record, name, None),)
        for word in carried:
            if word is not None:
                found.setdefault(str(word), view)
    return found

"""Hand-written pages (``docs/prose``): Markdown that passes through, with a frame around it."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from guide import prose
from guide.library import Library, Prose
from guide.pages.page import Page, rendered
from guide.pages.views import ClaimView

# The sections that hand-written pages stand in: folder -> (key of its words, its page).
SECTIONS = {"about": ("about", "about/"), "cards": ("cards", None), "explain": ("explain", None)}


def all_prose(
    library: Library, views: Sequence[ClaimView], shared: Mapping[str, Any]
) -> dict[str, str]:
    """Return ``<language>/<file> -> Markdown`` for every hand-written page."""
    return {
        f"{page.language}/{page.file}": _framed(page, library, views, shared)
        for page in library.prose
    }


def _framed(
    page: Prose, library: Library, views: Sequence[ClaimView], shared: Mapping[str, Any]
) -> str:
    body = prose.with_inserts(
        prose.body(page.text), lambda name: _insert(name, page, library, views, shared)
    )
    section, target = SECTIONS.get(page.file.split("/")[0], ("", None))
    values = {
        "front": Markup(prose.front_matter(page.text)),  # noqa: S704 - the page's own YAML
        "title": prose.front(page.text).get("title", ""),
        "section": section,
        "section_target": target,
        "body": Markup(prose.with_links(body, page.file)),  # noqa: S704 - this project's Markdown
    }
    return rendered(Page(page.file, "prose.md.j2", values), page.language, shared)


def _insert(
    name: str,
    page: Prose,
    library: Library,
    views: Sequence[ClaimView],
    shared: Mapping[str, Any],
) -> str:
    """Make what an insert asks for: the words of a closed list, the contact, the changes."""
    values = {
        "name": name,
        "words_of_list": library.vocabulary.get(name, {}),
        "examples": _examples(name, views),
        "changed": [v for v in views if v.record.history],
    }
    template = "history.j2" if name in ("history", "contact") else "scale.j2"
    return rendered(Page(page.file, template, values), page.language, shared).strip()


def _examples(name: str, views: Sequence[ClaimView]) -> dict[str, ClaimView]:
    """Return, for each word of a list, the first claim that carries it, the figures first."""
    found: dict[str, ClaimView] = {}
    for view in sorted(views, key=lambda v: not v.claim.has_figure):
        carried = view.record.flags if name == "flag" else (getattr(view.record, name, None),)
        for word in carried:
            if word is not None:
                found.setdefault(str(word), view)
    return found

"""Hand-written pages (``docs/prose``): Markdown that passes through, with a frame around it."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from guide import prose
from guide.drawings import INSERT, drawn
from guide.library import Prose
from guide.pages.front import text_values
from guide.pages.page import Page, rendered
from guide.pages.shared import Shelf
from guide.pages.views import ClaimView
from guide.review import page_review

# The sections that hand-written pages stand in: folder -> (key of its words, its page).
SECTIONS = {
    "about": ("about", "about/"),
    "cards": ("cards", "compare/"),
    "explain": ("explain", "explain/"),
    "texts": ("articles", "texts/"),
}
# Inserts whose template needs nothing but what every page has.
PLAIN = ("contact", "offline-copy")


def framed(page: Prose, shelf: Shelf, values: Mapping[str, Any]) -> str:
    """Return a hand-written page as the Markdown that MkDocs is given."""
    body = prose.with_inserts(
        prose.body(page.text), lambda name: _insert(name, page, shelf, values)
    )
    section, target = SECTIONS.get(page.file.split("/")[0], ("", None))
    own = {
        "front": Markup(prose.front_matter(page.text)),  # noqa: S704 - the page's own YAML
        "title": prose.front(page.text).get("title", ""),
        "review": page_review(prose.front(page.text)),
        "section": section,
        "section_target": target,
        "body": Markup(prose.with_links(body, page.file)),  # noqa: S704 - this project's Markdown
    }
    return rendered(Page(page.file, "prose.md.j2", own), page.language, values)


def _insert(name: str, page: Prose, shelf: Shelf, values: Mapping[str, Any]) -> str:
    """Make what an insert asks for: a drawing, a closed list, or what its own template shows."""
    if name.startswith(INSERT):
        drawings = {INSERT + d.id: d for d in shelf.library.drawings}
        return str(drawn(drawings[name], page.language))
    template, own = f"{name}.j2", {}
    if name.startswith("text-"):
        own = text_values(shelf, shelf.library.text(page.file.split("/")[1]))
    elif name == "history":
        own = {"changed": [v for v in shelf.claims if v.record.history]}
    elif name not in PLAIN:
        words = shelf.library.vocabulary.get(name, {})
        template = "scale.j2"
        own = {"name": name, "words_of_list": words, "examples": _examples(name, shelf.claims)}
    return rendered(Page(page.file, template, own), page.language, values).strip()


def _examples(name: str, views: Sequence[ClaimView]) -> dict[str, ClaimView]:
    """Return, for each word of a list, the first claim that carries it, the figures first."""
    found: dict[str, ClaimView] = {}
    for view in sorted(views, key=lambda v: not v.claim.has_figure):
        carried = view.record.flags if name == "flag" else (getattr(view.record, name, None),)
        for word in carried:
            if word is not None:
                found.setdefault(str(word), view)
    return found

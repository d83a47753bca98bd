"""A saved web page -> the lines of its article, and what the page says of itself.

Resiliparse (Apache-2.0; Bevendorff et al., ECIR 2018) parses the page and tells
its main content. We take the smallest element that holds nearly all of that, and
then keep every line of the element: main-content filters also drop lists, notes
and price tables, and no line of an article may be lost. What stands outside is
returned too, so that an editor can see it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from guide.intake import RefusedError
from guide.intake.page_lines import Row, plain, rows

DEEPEST = 500  # elements inside each other
_NEARLY_ALL = 0.95  # of the main content's text, by characters
_MOST = 0.6  # the same, of an element that says that it is the article
_NAMED = ("article", "main", "[itemprop=articleBody]", "[role=main]")
_CONTAINERS = frozenset({"div", "section", "article", "main", "td", "tr", "tbody", "table"})
_SHORT = 200  # characters below which nothing of a page is left out
_GRAM = 5  # characters by which a piece of text is known again
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+) -->")
_WITHOUT_SITE = re.compile(r"\s*[-_|–—｜]\s*[^-_|–—｜]*$")
ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_LOOKS = re.compile(
    r"\s*<(?:p|div|section|article|table|h[1-6])\b|.*?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_PUBLISHERS = ("og:site_name", "author", "article:author", "og:article:author", "application-name")
_DATES = ("article:published_time", "datePublished", "pubdate", "publishdate")


@dataclass(frozen=True)
class WebPage:
    """The rows of the article, what the page says of itself, and the lines left out."""

    rows: tuple[Row, ...]
    title: str
    publisher: str
    date: str
    where: str
    left_out: tuple[str, ...]


def looks_like_one(text: str) -> bool:
    """Does a file begin as a web page does?"""
    return bool(_LOOKS.match(text[:2000]))


def declared_encoding(raw: bytes) -> str:
    """Return the encoding that a page names in its first lines, or nothing."""
    found = _CHARSET.search(raw[:4000])
    return found[1].decode("ascii") if found else ""


def read(html: str, *, whole: bool = False) -> WebPage:
    """Return the article of a page; ``whole`` takes everything that the page shows.

    Raises :class:`RefusedError` for a page without text or beyond all measure.
    """
    from resiliparse.parse.html import HTMLTree  # noqa: PLC0415 - only a web page needs it

    tree = HTMLTree.parse(html)
    if tree.body is None:
        raise RefusedError("the page has no text; save it again once it is fully shown")
    root = tree.body if whole else _article(tree)
    found = rows(root)
    every = rows(tree.body) if root != tree.body else found
    kept = Counter(row.text for row in found)
    left_out = tuple(row.text for row in every if not _was_kept(kept, row))
    title = _title(tree, found)
    return WebPage(
        rows=_with_title(title, found),
        title=title,
        publisher=_shown(tree, "#js_name") or _meta(tree, _PUBLISHERS),
        date=_meta(tree, _DATES) or _shown(tree, "#publish_time"),
        where=_where(tree, html),
        left_out=left_out,
    )


def _shown(tree: Any, selector: str) -> str:
    """Return the words of an element; WeChat writes an account's name and the day into some."""
    node = tree.body.query_selector(selector)
    return " ".join(plain(node.text).split()) if node is not None else ""


def _was_kept(kept: Counter[str], row: Row) -> bool:
    kept[row.text] -= 1
    return kept[row.text] >= 0


# ------------------------------------------------------------- which part it is
def _article(tree: Any) -> Any:
    """Return the smallest element that holds nearly all of the main content."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    main = _squeezed(extract_plain_text(tree, main_content=True, alt_texts=False))
    grams = {main[n : n + _GRAM] for n in range(len(main) - _GRAM + 1)}
    weights = _weights(tree.body, grams)
    total = weights[tree.body]
    if total < _SHORT:
        return tree.body
    for selector in _NAMED:
        for node in tree.body.query_selector_all(selector):
            if weights[node] > _MOST * total:
                return node
    node = tree.body
    while heavy := [
        child
        for child in node.child_nodes
        if child.tag in _CONTAINERS and weights[child] > _NEARLY_ALL * total
    ]:
        node = heavy[0]
    return node


def _weights(body: Any, grams: set[str]) -> Counter[Any]:
    """Count, for each element, the characters of the main content inside it."""
    weights: Counter[Any] = Counter()
    for node in body:
        text = _squeezed(node.text) if node.tag == "#text" else ""
        if text[:_GRAM] in grams:
            above = list(islice(_ancestors(node), DEEPEST + 1))
            if len(above) > DEEPEST:
                raise RefusedError("the page is nested beyond all measure; copy its text instead")
            weights.update(dict.fromkeys(above, len(text)))
    return weights


def _ancestors(node: Any) -> Iterator[Any]:
    while (node := node.parent) is not None:
        yield node


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


# -------------------------------------------------------- what it says of itself
def _title(tree: Any, found: Sequence[Row]) -> str:
    """Return the first-rank heading, in the article or above it; else the page's own title."""
    inside = [row.text for row in found if row.form == "heading" and row.level == 1]
    above = [line.text for node in tree.body.query_selector_all("h1") for line in rows(node)]
    named = [_meta(tree, ("og:title",)), _WITHOUT_SITE.sub("", plain(tree.title or "")).strip()]
    return next((title for title in (*inside, *above, *named) if title), "")


def _with_title(title: str, found: Sequence[Row]) -> tuple[Row, ...]:
    """Put the title first where the article itself does not carry it."""
    if not title or any(title in row.text for row in found[:5]):
        return tuple(found)
    return (Row(title, "heading", 1), *found)


def _meta(tree: Any, names: Sequence[str]) -> str:
    for name in names:
        for attribute in ("property", "name", "itemprop"):
            node = tree.document.query_selector(f'meta[{attribute}="{name}"]')
            if node is not None and (node.getattr("content") or "").strip():
                return " ".join(plain(node.getattr("content")).split())
    return ""


def _where(tree: Any, html: str) -> str:
    """Return the address that the page gives itself, or that the browser noted on saving."""
    link = tree.document.query_selector('link[rel="canonical"]')
    saved = _SAVED_FROM.search(html[:2000])
    found = (
        (link.getattr("href") or "") if link is not None else "",
        _meta(tree, ("og:url",)),
        saved[1] if saved else "",
    )
    return next((address for address in found if ADDRESS.fullmatch(address)), "")

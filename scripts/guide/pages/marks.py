"""A sentence with its claims and terms marked in place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from guide.library import Text
from guide.pages.icons import icon
from guide.pages.page import inline, relative
from guide.pages.views import ClaimView
from guide.pages.words import TAGS
from guide.source import Sentence

_PUNCTUATION = re.compile(r"[,，.。;；:：!！?？、)）”’\"》]+")


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a text that becomes a link, given by its opening tag."""

    start: int
    end: int
    opening: Markup


def marked(
    text: Text,
    sentence: Sentence,
    views: Sequence[ClaimView],
    flags: Mapping[str, Markup],
    links: Sequence[Link] = (),
) -> Markup:
    """Return the Chinese of a sentence, its claimed passages in ``<mark>``, its terms linked.

    ``flags`` gives, by claim id, what stands where a quotation ends (see
    :func:`flag`); quotations may overlap, so the sentence is cut at every border.
    """
    start = text.starts[sentence.id]
    end = start + len(sentence.zh)
    spans = [
        (max(a, start), min(b, end), b, view.claim.id)
        for view in views
        for a, b in view.claim.spans
        if a < end and b > start
    ]
    borders = sorted({start, end, *(s[0] for s in spans), *(s[1] for s in spans)})
    pieces: list[Markup] = []
    waiting: list[Markup] = []
    for left, right in pairwise(borders):
        inside = [claim for a, b, _, claim in spans if a <= left and b >= right]
        words = text.source[left:right]
        head = _punctuation(words) if waiting else ""
        pieces += [_wrapped(inline(head), inside), *waiting]
        at = left + len(head)
        pieces.append(_wrapped(linked(text.source, at, right, links), inside))
        waiting = [
            flags[claim]
            for _, b, last, claim in spans
            if b == right and last <= end and claim in flags
        ]
    return Markup("").join([*pieces, *waiting])


def linked(text: str, start: int, end: int, links: Sequence[Link]) -> Markup:
    """Encode ``text[start:end]`` and make the links that lie wholly inside it."""
    pieces = []
    at = start
    for link in links:
        if link.start >= at and link.end <= end:
            pieces.append(inline(text[at : link.start]))
            pieces.append(link.opening + inline(text[link.start : link.end]) + Markup("</a>"))
            at = link.end
    return Markup("").join([*pieces, inline(text[at:end])])


def _punctuation(words: str) -> str:
    """Return the punctuation in front: a flag follows it, lest a full stop begin a line."""
    match = _PUNCTUATION.match(words)
    return match[0] if match else ""


def _wrapped(words: Markup, claims: Sequence[str]) -> Markup:
    if not words or not claims:
        return words
    return Markup('<mark data-claims="{}">{}</mark>').format(" ".join(claims), words)


def flag(view: ClaimView, language: str, url: str) -> Markup:
    """Return the mark that opens a claim's verdict, for a page at ``url``."""
    return Markup(
        '<a class="flag finding--{finding}" href="{href}" data-verdict="verdict-{id}" '
        'title="{word}">{icon}<span class="visually-hidden" lang="{tag}">{word}</span></a>'
    ).format(
        finding=view.record.finding,
        href=relative(url, view.url),
        id=view.claim.id,
        word=view.finding.label[language],
        tag=TAGS[language],
        icon=icon(view.record.finding),
    )

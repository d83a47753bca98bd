"""A sentence with its claims marked in place."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from markupsafe import Markup

from guide.library import Text
from guide.pages.icons import icon
from guide.pages.page import inline, relative
from guide.pages.views import ClaimView
from guide.pages.words import TAGS
from guide.source import Sentence

_PUNCTUATION = re.compile(r"[,，.。;；:：!！?？、)）”’\"》]+")


def marked(
    text: Text, sentence: Sentence, views: Sequence[ClaimView], flags: Mapping[str, Markup]
) -> Markup:
    """Return the Chinese of a sentence, its claimed passages in ``<mark>``.

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
        head, words = _punctuation_first(text.source[left:right]) if waiting else ("", None)
        words = text.source[left:right] if words is None else words
        pieces += [_wrapped(head, inside), *waiting, _wrapped(words, inside)]
        waiting = [
            flags[claim]
            for _, b, last, claim in spans
            if b == right and last <= end and claim in flags
        ]
    return Markup("").join([*pieces, *waiting])


def _punctuation_first(words: str) -> tuple[str, str]:
    """Cut the punctuation off the front: a flag follows it, lest a full stop begin a line."""
    match = _PUNCTUATION.match(words)
    cut = match.end() if match else 0
    return words[:cut], words[cut:]


def _wrapped(words: str, claims: Sequence[str]) -> Markup:
    if not words:
        return Markup("")
    if not claims:
        return inline(words)
    return Markup('<mark data-claims="{}">{}</mark>').format(" ".join(claims), inline(words))


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

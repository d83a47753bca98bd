"""The reading page: a whole article, sentence by sentence, claims marked in place."""

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup

from guide.blocks import parts
from guide.library import Library, Text
from guide.pages.marks import flag, marked
from guide.pages.page import Page
from guide.pages.views import ClaimView
from guide.source import Sentence


def page(library: Library, text: Text, views: Sequence[ClaimView]) -> Page:
    """Return the reading page of a text."""
    shown = library.shown(text)
    findings = library.vocabulary.get("finding", {})
    used = {v.record.finding for v in views}
    return Page(
        f"texts/{text.id}/read.md",
        "read.md.j2",
        {
            "text": text,
            "parts": parts(text.sentences, shown),
            "headings": [
                s
                for s in text.sentences
                if s.form == "heading" and s.role in ("body", "question") and s.id in shown
            ],
            "mark": partial(_mark, text, views),
            "key": {f: word for f, word in findings.items() if f in used},
            "claims": views,
        },
    )


def _mark(
    text: Text, views: Sequence[ClaimView], sentence: Sentence, language: str, url: str
) -> Markup:
    """Mark a sentence for a page in a language (called by the template)."""
    here = [v for v in views if sentence.id in v.claim.sentences]
    flags = {v.claim.id: flag(v, language, url) for v in here}
    return marked(text, sentence, here, flags)

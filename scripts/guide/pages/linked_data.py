"""JSON-LD: ClaimReview for claims, DefinedTerm for the glossary (https://schema.org).

``reviewRating`` carries our word only: the scale has no order that a number
could stand for.
"""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from guide.pages.views import ClaimView
from guide.pages.words import OTHER, TAGS

if TYPE_CHECKING:
    from guide.pages.glossary import TermView


def claim_review(view: ClaimView, language: str, guide: str) -> dict[str, Any]:
    """Return the ClaimReview of a claim in a language."""
    publisher = view.text.record.publisher.name[language]
    where = view.text.record.published.where
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "inLanguage": TAGS[language],
        "datePublished": view.record.checked.isoformat(),
        "claimReviewed": view.record.quote,
        "author": {"@type": "Organization", "name": guide},
        "itemReviewed": {
            "@type": "Claim",
            "text": view.record.quote,
            "inLanguage": "zh-Hans",
            "appearance": {
                "@type": "Article",
                **({"url": where} if where else {}),
                "publisher": {"@type": "Organization", "name": publisher},
            },
        },
        "reviewRating": {"@type": "Rating", "alternateName": view.finding.label[language]},
        "reviewBody": view.record.gist[language],
    }


def defined_term(view: "TermView", language: str, glossary: str) -> dict[str, Any]:
    """Return the DefinedTerm of a glossary entry in a language."""
    return {"@context": "https://schema.org", **_term(view, language)} | {
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": glossary}
    }


def defined_term_set(views: Sequence["TermView"], language: str, glossary: str) -> dict[str, Any]:
    """Return the DefinedTermSet: the names alone, each page carries its definition."""
    return {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "name": glossary,
        "inLanguage": TAGS[language],
        "hasDefinedTerm": [
            {"@type": "DefinedTerm", "name": _name(v, language), "termCode": v.term.id}
            for v in views
        ],
    }


def _term(view: "TermView", language: str) -> dict[str, Any]:
    return {
        "@type": "DefinedTerm",
        "termCode": view.term.id,
        "name": _name(view, language),
        "alternateName": [_name(view, OTHER[language]), *filter(None, [view.record.abbr])],
        "description": view.record.plain[language],
        "inLanguage": TAGS[language],
    }


def _name(view: "TermView", language: str) -> str:
    return view.record.zh if language == "zh" else view.record.en


def script(data: dict[str, Any]) -> Markup:
    """Write JSON that no HTML parser can take for markup."""
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704

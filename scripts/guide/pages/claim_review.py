"""JSON-LD for a claim: schema.org ClaimReview, with our words and no invented number.

https://schema.org/ClaimReview; ``reviewRating`` carries ``alternateName`` only,
because the scale has no order that a number could stand for.
"""

import json
from typing import Any

from markupsafe import Markup

from guide.pages.views import ClaimView
from guide.pages.words import TAGS


def claim_review(view: ClaimView, language: str, guide: str) -> dict[str, Any]:
    """Return the ClaimReview of a claim in a language."""
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
                "url": view.text.record.published.where,
                "publisher": {
                    "@type": "Organization",
                    "name": view.text.record.publisher.name[language],
                },
            },
        },
        "reviewRating": {"@type": "Rating", "alternateName": view.finding.label[language]},
        "reviewBody": view.record.gist[language],
    }


def script(data: dict[str, Any]) -> Markup:
    """Write JSON that no HTML parser can take for markup."""
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704

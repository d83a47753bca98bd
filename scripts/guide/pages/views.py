"""What the templates of claims are given: records joined to their words and links."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from guide import citations
from guide.library import Claim, Library, Text
from guide.review import review_by
from guide.shapes import Evidence, ReferenceRecord, TermSource, Word


@dataclass(frozen=True)
class Source:
    """A place where a record cites a source, with the source itself."""

    cited: Evidence | TermSource
    reference: ReferenceRecord
    citation: Markup
    links: Sequence[tuple[str, str]]


def sources(library: Library, cited: Iterable[Evidence | TermSource]) -> tuple[Source, ...]:
    """Return what a record cites, each piece joined to its reference."""
    return tuple(
        Source(
            item,
            reference := library.references[item.reference],
            citations.citation(reference),
            citations.links(reference),
        )
        for item in cited
    )


@dataclass(frozen=True)
class ClaimView:
    """A claim with everything that its page shows beside the record."""

    claim: Claim
    text: Text
    library: Library
    today: datetime.date

    @property
    def record(self):  # noqa: ANN201 - the record's own type
        """The record as written."""
        return self.claim.record

    @property
    def key(self) -> str:
        """Its name among the claims of all texts: ``<text>/<id>``."""
        return self.claim.key

    @property
    def url(self) -> str:
        """The address of its page under the language's root."""
        return self.claim.url

    def word(self, kind: str, key: str) -> Word:
        """Return a word of the vocabulary."""
        return self.library.vocabulary[kind][key]

    def article_says(self, language: str) -> str:
        """Return the article's words: as printed, or the translation of where they stand."""
        english = " ".join(map(self.text.english, self.claim.sentences[:1]))
        return english if language == "en" and english else self.record.quote

    @property
    def finding(self) -> Word:
        """The word of its finding."""
        return self.word("finding", self.record.finding)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Its evidence, each piece joined to its reference."""
        return sources(self.library, self.record.evidence)

    @property
    def review_by(self) -> datetime.date:
        """The day by which it is to be looked at again, by its kind."""
        return review_by(self.record, self.library.vocabulary)

    @property
    def overdue(self) -> bool:
        """Has that day passed?"""
        return self.today > self.review_by

    @property
    def forecast_is_due(self) -> bool:
        """Has a forecast reached its day?"""
        return self.record.finding == "forecast" and bool(
            self.record.due and self.today > self.record.due
        )


def views(library: Library, today: datetime.date) -> tuple[ClaimView, ...]:
    """Return a view of every claim, in the order of the texts."""
    texts = {t.id: t for t in library.texts}
    return tuple(ClaimView(c, texts[c.text], library, today) for c in library.claims)


def tally(claims: Sequence[ClaimView], findings: Mapping[str, Word]) -> dict[str, dict[str, int]]:
    """Count the claims by finding and, within, by text (``""`` for all texts)."""
    counts = Counter((v.record.finding, v.claim.text) for v in claims)
    texts = dict.fromkeys(v.claim.text for v in claims)
    return {
        finding: {"": sum(counts[finding, t] for t in texts)}
        | {t: counts[finding, t] for t in texts}
        for finding in findings
    }

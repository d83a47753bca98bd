"""A page for every therapy, and the list of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from guide.library import Library, Text, Therapy
from guide.pages.page import Page, inline, interface
from guide.pages.views import ClaimView
from guide.pages.words import day
from guide.shapes import Event, TherapyRecord, Word
from guide.timeline import Dot, decimal_year, timeline


@dataclass(frozen=True)
class TherapyView:
    """A therapy with its claims, its events and its place in time."""

    therapy: Therapy
    library: Library
    claims: Sequence[ClaimView]

    @property
    def record(self) -> TherapyRecord:
        """The record as written."""
        return self.therapy.record

    @property
    def url(self) -> str:
        """The address of its page under the language's root."""
        return self.therapy.url

    @property
    def stage(self) -> Word:
        """The word of its stage."""
        return self.library.vocabulary["stage"][self.record.stage]

    @property
    def overtaking(self) -> Sequence[Event]:
        """The events that have left something behind that an article says."""
        return [event for event in self.record.events if event.overtakes]

    def picture(self, language: str) -> Markup:
        """Draw its events beside the article that names it."""
        article = self._article()
        dots = [
            Dot(decimal_year(event.date), number, bool(event.overtakes))
            for number, event in enumerate(self.record.events, start=1)
        ]
        words = interface()
        label = words["article_not_before"][language].format(date=day(article, language))
        listed = "; ".join(
            f"{n}. {day(e.date, language)}: {e.what[language]}"
            for n, e in enumerate(self.record.events, start=1)
        )
        return timeline(dots, decimal_year(article), (inline(label), inline(f"{listed}; {label}")))

    def _article(self) -> str:
        """Return when the article that makes most of its claims was written, at the earliest."""
        texts = [claim.text for claim in self.claims] or list(self.library.texts)
        return max(_written(text) for text in texts)


def _written(text: Text) -> str:
    published = text.record.published
    return str(published.date or published.not_before or published.seen)


def views(library: Library, claims: Sequence[ClaimView]) -> list[TherapyView]:
    """Return a view of every therapy."""
    return [
        TherapyView(t, library, [c for c in claims if t.id in c.record.therapies])
        for t in library.therapies
    ]


def pages(therapies: Sequence[TherapyView]) -> Iterator[Page]:
    """Yield the list and every therapy."""
    yield Page("therapies/index.md", "therapies.md.j2", {"therapies": therapies})
    for view in therapies:
        yield Page(view.therapy.file, "therapy.md.j2", {"view": view})


def banners(library: Library, views: Sequence[TherapyView]) -> Mapping[str, list]:
    """Return, by claim, the (therapy, event) pairs that have overtaken it."""
    by_id = {view.therapy.id: view for view in views}
    return {
        claim: [(by_id[therapy.id], event) for therapy, event in pairs]
        for claim, pairs in library.overtaken.items()
    }

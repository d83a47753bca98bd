"""Rules on therapies and their events."""

import datetime
from collections.abc import Iterator

from guide.library import Library, Therapy
from guide.problem import Problem
from guide.records import line_of
from guide.shapes import THERAPY_SECTIONS, Cited


def words_are_in_the_vocabulary(library: Library) -> Iterator[Problem]:
    """Stage, jurisdiction and kind of event are words of ``vocabulary.toml``."""
    for therapy in library.therapies:
        words = [("stage", "stage", therapy.record.stage)]
        for event in therapy.record.events:
            words += [("jurisdiction", "jurisdiction", event.jurisdiction)]
            words += [("event", "kind", event.kind)]
        for kind, key, word in words:
            known = library.vocabulary.get(kind, {})
            if word not in known:
                message = f"{word} is no {kind}; use one of: {', '.join(known)}"
                yield _at(therapy, key, "word-unknown", message)


def sources_exist(library: Library) -> Iterator[Problem]:
    """Every section and every event rests on references and claims that exist."""
    known = known_sources(library)
    claims = {c.key for c in library.claims}
    for therapy in library.therapies:
        for key in THERAPY_SECTIONS:
            cited: Cited = getattr(therapy.record, key)
            for source in cited.sources:
                if source not in known:
                    message = f"{source} is neither a reference nor claim:<text>/<id>; mend it"
                    yield _at(therapy, key, "source-unknown", message)
        for event in therapy.record.events:
            if event.reference not in known:
                message = f"{event.reference} is not in seeds/references.toml; add it or mend it"
                yield _at(therapy, "events", "source-unknown", message)
            for claim in event.overtakes:
                if claim not in claims:
                    message = f"{claim} is no claim; write <text>/<id>"
                    yield _at(therapy, "overtakes", "claim-unknown", message)


def known_sources(library: Library) -> frozenset[str]:
    """Return what may stand under ``sources``: references and claims."""
    claims = {f"claim:{c.key}" for c in library.claims}
    return frozenset(library.references) | claims


def names_exist(library: Library) -> Iterator[Problem]:
    """A claim's therapies, and the terms under which a therapy is named, exist."""
    therapies = {t.id for t in library.therapies}
    for claim in library.claims:
        for therapy_id in claim.record.therapies:
            if therapy_id not in therapies:
                line = line_of(claim.toml, ("therapies",))
                message = f"{therapy_id} is no therapy; add seeds/therapies/{therapy_id}.toml"
                yield Problem(claim.path, line, "therapy-unknown", message)
    terms = {t.id for t in library.terms}
    for therapy in library.therapies:
        for term in therapy.record.terms:
            if term not in terms:
                yield _at(therapy, "terms", "term-unknown", f"{term} is no term; mend the id")


def every_product_has_its_page(library: Library) -> Iterator[Problem]:
    """A product that an article names, by the glossary, has a therapy page."""
    named = {term for therapy in library.therapies for term in therapy.record.terms}
    for term in library.terms:
        if term.record.category == "product" and term.id not in named:
            message = f"{term.record.zh} has no page; name it under terms of a therapy"
            line = line_of(term.toml, ("category",))
            yield Problem(term.path, line, "therapy-missing", message)


def events_have_happened(library: Library, today: datetime.date) -> Iterator[Problem]:
    """No event lies in the future."""
    for therapy in library.therapies:
        for number, event in enumerate(therapy.record.events):
            if event.date > today.isoformat():
                line = line_of(therapy.toml, ("events", number, "date"))
                message = f"{event.date} has not come yet; an event is what has happened"
                yield Problem(therapy.path, line, "event-future", message)


def _at(therapy: Therapy, key: str, code: str, message: str) -> Problem:
    return Problem(therapy.path, line_of(therapy.toml, (key,)), code, message)

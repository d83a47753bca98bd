"""Where each source is cited: by claims, terms, therapies, comparisons and hand-written pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guide.library import LANGUAGES, Library
from guide.prose import address, front, targets
from guide.shapes import THERAPY_SECTIONS, Bilingual, TherapyRecord


@dataclass(frozen=True)
class Use:
    """A page that cites a source: its address under the language's root and its name.

    A hand-written page has a name in its own language only.
    """

    reference: str
    url: str
    name: Mapping[str, str]


def uses(library: Library) -> Iterator[Use]:
    """Yield every citation, in the order of the records; one page may cite a source twice."""
    for claim in library.claims:
        for item in (*claim.record.evidence, *claim.record.groups):
            yield Use(item.reference, claim.url, dict.fromkeys(LANGUAGES, claim.record.quote))
    for term in library.terms:
        name = {"zh": term.record.zh, "en": term.record.en}
        for source in term.record.sources:
            yield Use(source.reference, term.url, name)
    for therapy in library.therapies:
        for reference in _of_therapy(therapy.record):
            yield Use(reference, therapy.url, _both(therapy.record.name))
    for comparison in library.comparisons:
        cells = (c for q in comparison.record.questions for c in q.cells.values())
        for reference in (source for cell in cells for source in cell.sources):
            yield Use(reference, comparison.url, _both(comparison.record.title))
    for page in library.prose:
        name = {page.language: front(page.text).get("title", "")}
        for target in targets(page.text):
            if target.scheme == "ref":
                yield Use(target.id, address(page.file), name)


def _both(words: Bilingual) -> dict[str, str]:
    return {language: words[language] for language in LANGUAGES}


def _of_therapy(record: TherapyRecord) -> Iterator[str]:
    yield from (event.reference for event in record.events)
    for section in THERAPY_SECTIONS:
        yield from getattr(record, section).sources

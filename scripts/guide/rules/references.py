"""Rules on the sources: known, used, and to be found."""

from collections.abc import Iterator

from guide.citing import uses
from guide.library import Library
from guide.problem import Problem
from guide.records import line_of

PATH = "seeds/references.toml"


def references_exist(library: Library) -> Iterator[Problem]:
    """Whatever is cited stands in ``references.toml``."""
    for claim in library.claims:
        for item in (*claim.record.evidence, *claim.record.groups):
            if item.reference not in library.references:
                message = f"{item.reference} is not in {PATH}; add it there or mend the id"
                line = line_of(claim.toml, ("reference",))
                yield Problem(claim.path, line, "reference-unknown", message)
    for term in library.terms:
        for source in term.record.sources:
            if source.reference not in library.references:
                message = f"{source.reference} is not in {PATH}; add it there or mend the id"
                line = line_of(term.toml, ("reference",))
                yield Problem(term.path, line, "reference-unknown", message)


def references_are_used(library: Library) -> Iterator[Problem]:
    """Every source is cited by a record or a page."""
    used = {use.reference for use in uses(library)}
    for key in library.references:
        if key not in used:
            message = f"{key} is cited nowhere; cite it or delete it"
            yield Problem(PATH, _line(library, key), "reference-unused", message)


def references_can_be_found(library: Library) -> Iterator[Problem]:
    """A source has an identifier or an address, or says which copy was read."""
    for key, reference in library.references.items():
        found = (reference.DOI, reference.PMID, reference.PMCID, reference.NCT, reference.URL)
        if not any(found) and reference.copy_read is None:
            message = f"{key} has no DOI, PMID, PMCID, NCT or URL; add one, or copy_read"
            yield Problem(PATH, _line(library, key), "reference-unlocated", message)


def grades_are_known(library: Library) -> Iterator[Problem]:
    """A source's grade is a word of the vocabulary."""
    grades = library.vocabulary.get("grade", {})
    for key, reference in library.references.items():
        if reference.grade not in grades:
            message = f"{reference.grade} is no grade; use one of: {', '.join(grades)}"
            yield Problem(PATH, _line(library, key), "word-unknown", message)


def _line(library: Library, key: str) -> int:
    return line_of(library.references_toml, (key,))

"""Rules on the comparison tables: no empty cell, and every number sourced, dated and graded."""

from collections.abc import Iterator

from guide.library import Comparison, Library
from guide.problem import Problem
from guide.records import line_of
from guide.rules.therapies import known_sources
from guide.shapes import Cell, Question

LONGEST = {"zh": 160, "en": 480}  # characters of a cell; more does not fit a printed column


def every_cell_is_filled(library: Library) -> Iterator[Problem]:
    """Each question has an answer for each option, and for nothing else."""
    for comparison in library.comparisons:
        options = {option.id for option in comparison.record.options}
        for question in comparison.record.questions:
            for option in sorted(options - set(question.cells)):
                message = f"{question.id}: no cell for {option}; say it, or not-reported"
                yield _at(comparison, question, "cell-missing", message)
            for option in sorted(set(question.cells) - options):
                message = f"{question.id}: {option} is no option; mend the id"
                yield _at(comparison, question, "option-unknown", message)


def reported_cells_are_supported(library: Library) -> Iterator[Problem]:
    """What is reported has words, a source, a date and a word for its certainty."""
    certainties = library.vocabulary.get("certainty", {})
    for comparison, question, option, cell in _cells(library):
        if cell.status != "reported":
            continue
        for code, fault in _faults(cell):
            message = f"{question.id}, {option}: {fault}"
            yield _at(comparison, question, code, message)
        if cell.certainty and cell.certainty not in certainties:
            message = f"{cell.certainty} is no certainty; use one of: {', '.join(certainties)}"
            yield _at(comparison, question, "word-unknown", message)


def _faults(cell: Cell) -> Iterator[tuple[str, str]]:
    if cell.says is None:
        yield "cell-empty", "reported without words; add says, or a status"
    if not cell.sources:
        yield "cell-unsourced", "no source; add a reference or claim:<text>/<id>"
    if not cell.as_of:
        yield "cell-undated", "no date; add as_of"
    if not cell.certainty:
        yield "cell-ungraded", "no certainty; add a word of vocabulary.toml"


def cells_are_short(library: Library) -> Iterator[Problem]:
    """A cell fits a column on paper."""
    for comparison, question, option, cell in _cells(library):
        for language, longest in LONGEST.items():
            if cell.says and len(cell.says[language]) > longest:
                message = f"{question.id}, {option}: {language} longer than {longest}; cut it"
                yield _at(comparison, question, "cell-long", message)


def one_denominator_a_row(library: Library) -> Iterator[Problem]:
    """Counts stand only in a row that says of how many, and can be brought to it."""
    for comparison, question, option, cell in _cells(library):
        if cell.counts and question.denominator is None:
            message = f"{question.id}, {option}: counts in a row without denominator; add it"
            yield _at(comparison, question, "denominator-missing", message)
        for count in cell.counts:
            if count.percent is None and (count.numerator is None or not count.denominator):
                message = f"{question.id}, {option}: a count needs percent or numerator/denominator"
                yield _at(comparison, question, "count-incomplete", message)


def sources_and_therapies_exist(library: Library) -> Iterator[Problem]:
    """Sources, and the therapies that options stand for, exist."""
    known = known_sources(library)
    therapies = {t.id for t in library.therapies}
    for comparison, question, option, cell in _cells(library):
        for source in cell.sources:
            if source not in known:
                message = f"{question.id}, {option}: {source} is no reference and no claim"
                yield _at(comparison, question, "source-unknown", message)
    for comparison in library.comparisons:
        for entry in comparison.record.options:
            if entry.therapy and entry.therapy not in therapies:
                line = line_of(comparison.toml, ("options",))
                message = f"{entry.therapy} is no therapy; mend the id"
                yield Problem(comparison.path, line, "therapy-unknown", message)


def _cells(library: Library) -> Iterator[tuple[Comparison, Question, str, Cell]]:
    for comparison in library.comparisons:
        for question in comparison.record.questions:
            for option, cell in question.cells.items():
                yield comparison, question, option, cell


def _at(comparison: Comparison, question: Question, code: str, message: str) -> Problem:
    at = comparison.toml.find(f'id = "{question.id}"')
    line = comparison.toml.count("\n", 0, max(at, 0)) + 1
    return Problem(comparison.path, line, code, message)

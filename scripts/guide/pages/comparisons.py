"""The comparison tables: a reader's questions down, the options across."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from guide import pictures
from guide.library import Comparison, Library
from guide.pages.page import Page, inline
from guide.pages.words import number
from guide.shapes import Cell, ComparisonRecord, Count, Question, Word


@dataclass(frozen=True)
class ComparisonView:
    """A comparison with what its table shows beside the record."""

    comparison: Comparison
    library: Library

    @property
    def record(self) -> ComparisonRecord:
        """The record as written."""
        return self.comparison.record

    @property
    def url(self) -> str:
        """The address of its page under the language's root."""
        return self.comparison.url

    def certainty(self, cell: Cell) -> Word | None:
        """Return the word of a cell's certainty."""
        return self.library.vocabulary["certainty"][cell.certainty] if cell.certainty else None

    def quotes_table(self) -> bool:
        """Does any cell say what the article's own table said?"""
        return any(c.article for q in self.record.questions for c in q.cells.values())


def count_words(count: Count) -> str:
    """Write a count as its source gives it: ``8/11`` or ``59.2%``."""
    if count.numerator is not None and count.denominator:
        share = f" ({number(count.percent)}%)" if count.percent is not None else ""
        return f"{count.numerator}/{count.denominator}{share}"
    of = f" (n = {count.denominator})" if count.denominator else ""
    return f"{number(count.percent)}%{of}"


def share(count: Count) -> int:
    """Return a count as so many of every hundred."""
    if count.percent is not None:
        return round(count.percent)
    return round(100 * count.numerator / count.denominator)


def count_picture(count: Count, title: str) -> Markup:
    """Draw so many of every hundred."""
    return pictures.icon_array(share(count), 100, inline(title))


def views(library: Library) -> list[ComparisonView]:
    """Return a view of every comparison."""
    return [ComparisonView(c, library) for c in library.comparisons]


def pages(comparisons: Sequence[ComparisonView]) -> Iterator[Page]:
    """Yield the list and every comparison."""
    yield Page("compare/index.md", "comparisons.md.j2", {"comparisons": comparisons})
    for view in comparisons:
        yield Page(
            view.comparison.file,
            "comparison.md.j2",
            {"view": view, "count_words": count_words, "count_picture": count_picture},
        )


def rows(view: ComparisonView, language: str) -> list[list[str]]:
    """Return the table as text: a header, then a row a question (for CSV)."""
    options = view.record.options
    table = [["", *(option.name[language] for option in options)]]
    for question in view.record.questions:
        cells = [_cell_text(question, option.id, language) for option in options]
        table.append([question.text[language], *cells])
    return table


def _cell_text(question: Question, option: str, language: str) -> str:
    cell = question.cells[option]
    words = cell.says[language] if cell.says else cell.status
    counts = "; ".join(f"{c.label[language]}: {count_words(c)}" for c in cell.counts)
    dated = f" [{cell.as_of}]" if cell.as_of else ""
    return (f"{words} {counts}" if counts else words) + dated

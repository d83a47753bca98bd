"""Rules on the articles themselves."""

from collections.abc import Iterator

from guide.library import Library
from guide.problem import Problem
from guide.records import line_of


def source_is_the_frozen_one(library: Library) -> Iterator[Problem]:
    """A source is never edited: its checksum is the one in ``text.toml``."""
    for text in library.texts:
        if text.source_sha256 != text.record.sha256:
            message = (
                f"the source is not the one that was frozen (sha256 {text.source_sha256}); "
                "restore it, or, for a new edition, put this checksum into text.toml and make sync"
            )
            yield Problem(f"{text.folder}/source.txt", 1, "source-changed", message)


def readings_match_the_source(library: Library) -> Iterator[Problem]:
    """Every ``[[reading]]`` names lines that exist and a quotation found there once."""
    for text in library.texts:
        lines = text.source.split("\n")
        for number, reading in enumerate(text.record.reading):
            fault = _misreading(lines, reading.lines, reading.quote)
            if fault:
                line = line_of(text.toml, ("reading", number))
                yield Problem(f"{text.folder}/text.toml", line, "reading-unmatched", fault)


def texts_say_where_they_were_seen(library: Library) -> Iterator[Problem]:
    """A text gives the address at which it was seen."""
    for text in library.texts:
        if text.record.published.where is None:
            line = line_of(text.toml, ("published",))
            message = 'no address; add where = "https://…" under [published]'
            yield Problem(f"{text.folder}/text.toml", line, "where-missing", message)


def _misreading(lines: list[str], bounds: tuple[int, int], quote: str) -> str:
    first, last = bounds
    if not 1 <= first <= last <= len(lines):
        return f"lines {first}-{last} are not in the source, which has {len(lines)}"
    count = sum(line.count(quote) for line in lines[first - 1 : last]) if quote else 1
    if count != 1:
        return f"{quote!r} stands {count} times in lines {first}-{last}; quote it as printed, once"
    return ""

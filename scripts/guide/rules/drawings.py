"""Rules on the drawings: every word in both languages, nothing from elsewhere, none unused."""

from collections.abc import Iterator

from guide import prose
from guide.drawings import INSERT, foreign, malformed, placeholders
from guide.library import Library
from guide.problem import Problem
from guide.records import line_of


def words_fit_the_drawing(library: Library) -> Iterator[Problem]:
    """Every ``${key}`` has its words, and every word its place."""
    for drawing in library.drawings:
        wanted, given = placeholders(drawing.svg), set(drawing.record.labels)
        for key in sorted(wanted - given):
            line = drawing.svg[: drawing.svg.index(f"${{{key}}}")].count("\n") + 1
            message = f"no words for ${{{key}}}; add {key} under [labels] of {drawing.words}"
            yield Problem(drawing.path, line, "label-missing", message)
        for key in sorted(given - wanted):
            line = line_of(drawing.toml, ("labels", key))
            message = f"{key} stands nowhere in the drawing; place it or delete it"
            yield Problem(drawing.words, line, "label-unused", message)


def nothing_comes_from_elsewhere(library: Library) -> Iterator[Problem]:
    """No script, no style, no link: colours come from the site's classes."""
    for drawing in library.drawings:
        found = foreign(drawing.svg)
        if found:
            message = f"{found!r} may not stand in a drawing; use the site's classes"
            yield Problem(drawing.path, 1, "drawing-foreign", message)


def drawings_are_well_formed(library: Library) -> Iterator[Problem]:
    """A drawing is XML with one ``svg`` around everything."""
    for drawing in library.drawings:
        if not foreign(drawing.svg) and (fault := malformed(drawing.svg)):
            line, what = fault
            message = f"not a well-formed SVG: {what}; close or mend the element"
            yield Problem(drawing.path, line, "drawing-malformed", message)


def drawings_are_used(library: Library) -> Iterator[Problem]:
    """Every drawing stands on a page."""
    used = {name for page in library.prose for _, name in prose.inserts(page.text)}
    for drawing in library.drawings:
        if INSERT + drawing.id not in used:
            message = "on no page; insert it or delete it"
            yield Problem(drawing.path, 1, "drawing-unused", message)


def drawings_exist(library: Library) -> Iterator[Problem]:
    """Every drawing that a page asks for is there."""
    known = {INSERT + drawing.id for drawing in library.drawings}
    for page in library.prose:
        for line, name in prose.inserts(page.text):
            if name.startswith(INSERT) and name not in known:
                file = f"docs/drawings/{name.removeprefix(INSERT)}"
                message = f"{name} does not exist; add {file}.svg and .toml, or mend the name"
                yield Problem(page.path, line, "insert-unknown", message)

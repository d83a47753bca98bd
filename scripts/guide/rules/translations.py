"""Rules on the translations: complete, current, in one form, and no figure lost."""

from collections.abc import Iterator

from guide import figures
from guide.library import Library, Text
from guide.problem import Problem, Severity
from guide.translation import Entry, merged, serialised

SYNC = "make sync, then read the diff"


def every_sentence_has_its_entry(library: Library) -> Iterator[Problem]:
    """Every sentence of a text has an entry in its PO file."""
    for text in _with_po(library):
        known = {e.id for e in text.entries if not e.obsolete}
        for sentence in text.sentences:
            if sentence.id not in known:
                message = f"{sentence.id} has no entry; {SYNC}"
                yield Problem(_po(text), 1, "translation-missing", message)


def no_entry_without_its_sentence(library: Library) -> Iterator[Problem]:
    """Every entry stands for a sentence that the source still has, as it has it."""
    for text in _with_po(library):
        current = {s.id: s.zh for s in text.sentences}
        for entry in text.entries:
            if not entry.obsolete and current.get(entry.id) != entry.zh:
                message = f"{entry.id} is not what the source says there; {SYNC}"
                yield Problem(_po(text), entry.line, "translation-stale", message)


def no_fuzzy_entry(library: Library) -> Iterator[Problem]:
    """No translation waits to be looked at again; until then readers see the Chinese alone."""
    for text in _with_po(library):
        for entry in _current(text):
            if entry.fuzzy:
                message = (
                    f"{entry.id} was translated from other words; "
                    "mend msgstr, then delete the fuzzy flag and the #| line"
                )
                where = Problem(
                    _po(text), entry.line, "translation-fuzzy", message, Severity.UNFINISHED
                )
                yield where


def file_is_canonical(library: Library) -> Iterator[Problem]:
    """A PO file is byte for byte what ``make sync`` would write."""
    for text in _with_po(library):
        wanted = serialised(merged(text.sentences, text.entries))
        if wanted != text.po and _keys(text.po) == _keys(wanted):
            line = _first_difference(text.po, wanted)
            message = f"not in the form that sync writes, from this line on; {SYNC}"
            yield Problem(_po(text), line, "po-not-canonical", message)


def every_figure_survives(library: Library) -> Iterator[Problem]:
    """Every figure of a sentence stands in its English; an exemption says why, and is needed."""
    for text in _with_po(library):
        for entry in _current(text):
            lost = figures.lost(entry.zh, entry.en) if entry.en else ()
            exempt = {e.what for e in entry.exemptions if e.code == "figure-lost"}
            for figure in sorted(set(lost) - exempt):
                message = (
                    f"{entry.id}: the English does not carry {figure}; "
                    f"mend it, or write '# exempt figure-lost {figure}: why' above the entry"
                )
                yield Problem(_po(text), entry.line, "figure-lost", message)
            for figure in sorted(exempt - set(lost)):
                message = f"{entry.id}: nothing of {figure} is lost; delete the exemption"
                yield Problem(_po(text), entry.line, "exemption-unused", message)


def exemptions_are_well_formed(library: Library) -> Iterator[Problem]:
    """A comment that begins with ``exempt`` is a whole exemption: code, what, reason."""
    for text in _with_po(library):
        for entry in _current(text):
            meant = [r for r in entry.comment.splitlines() if r.strip().startswith("exempt")]
            if len(meant) != len(entry.exemptions):
                message = f"{entry.id}: write '# exempt <code> <what>: <reason>'"
                yield Problem(_po(text), entry.line, "exemption-malformed", message)


def _with_po(library: Library) -> Iterator[Text]:
    """Yield the texts whose PO file could be read; the reader has told of the others."""
    return (text for text in library.texts if text.po)


def _current(text: Text) -> Iterator[Entry]:
    return (entry for entry in text.entries if not entry.obsolete)


def _po(text: Text) -> str:
    return f"{text.folder}/en.po"


def _keys(po: str) -> list[str]:
    """Return the ids and the Chinese of a file: where these differ, another rule speaks."""
    return sorted(line for line in po.split("\n") if line.startswith(("msgctxt", "msgid")))


def _first_difference(have: str, want: str) -> int:
    pairs = zip(have.split("\n"), want.split("\n"), strict=False)
    same = next((n for n, (a, b) in enumerate(pairs, start=1) if a != b), None)
    return same or have.count("\n") + 1

"""The English of a text: a PO file, one entry a sentence.

``msgctxt`` is the sentence id, ``msgid`` the Chinese, ``msgstr`` the English.
A changed source marks its entry fuzzy and keeps the Chinese it was made from;
an entry whose sentence is gone stays in the file as obsolete. Nothing that
somebody translated is thrown away.

An exemption from a rule is a comment beside the entry::

    # exempt figure-lost 双重: "doubly" carries it
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import polib

from guide.problem import Problem
from guide.source import Sentence

HEADER = {
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
ALIKE = 0.6  # difflib ratio from which a changed sentence inherits a translation

_QUOTED = r'"(?:[^"\\]|\\.)*"'
_PO_LINE = re.compile(
    rf"(?:#[~|]{{0,2}}\s*)?(?:(?:msgctxt|msgid|msgstr)\s+)?{_QUOTED}\s*$|#(?![~|]).*$|\s*$"
)
_EXEMPTION = re.compile(r"exempt (?P<code>[a-z-]+) (?P<what>[^:]+): (?P<reason>\S.*)")


@dataclass(frozen=True, slots=True)
class Exemption:
    """One listed exception to a rule: which, for what, and why."""

    code: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence and its translation.

    ``previous`` is the Chinese that a fuzzy translation was made from;
    ``line`` is where the entry stands in its file (0 if it is not in one yet).
    """

    id: str
    zh: str
    en: str = ""
    fuzzy: bool = False
    previous: str = ""
    comment: str = ""
    obsolete: bool = False
    line: int = field(default=0, compare=False)

    @property
    def state(self) -> str:
        """``translated``, ``fuzzy`` or ``untranslated``: what a reader may be shown."""
        if not self.en:
            return "untranslated"
        return "fuzzy" if self.fuzzy else "translated"

    @property
    def exemptions(self) -> tuple[Exemption, ...]:
        """The exemptions that stand in the entry's comment."""
        found = (_EXEMPTION.fullmatch(row.strip()) for row in self.comment.splitlines())
        return tuple(Exemption(m["code"], m["what"].strip(), m["reason"]) for m in found if m)


def parsed(text: str, path: str) -> tuple[tuple[Entry, ...], list[Problem]]:
    """Read a PO file; on any malformed line return no entry, only problems.

    polib forgives some broken lines by dropping their text, so every line is
    held against the grammar first.
    """
    problems = [
        Problem(path, number, "po-malformed", f"not a PO line: {row[:60]!r}; close its quotes")
        for number, row in enumerate(text.split("\n"), start=1)
        if not _PO_LINE.match(row)
    ]
    if problems:
        return (), problems
    try:
        catalogue = polib.pofile(text)
    except (OSError, ValueError) as error:
        line = re.search(r"line (\d+)", str(error))
        message = f"{str(error).splitlines()[0]}; mend the entry near this line"
        return (), [Problem(path, int(line[1]) if line else 1, "po-malformed", message)]
    entries = tuple(_entry(e) for e in catalogue)
    return entries, list(_duplicates(entries, path))


def _entry(entry: polib.POEntry) -> Entry:
    return Entry(
        id=entry.msgctxt or "",
        zh=entry.msgid,
        en=entry.msgstr,
        fuzzy=entry.fuzzy,
        previous=entry.previous_msgid or "",
        comment=entry.tcomment,
        obsolete=bool(entry.obsolete),
        line=entry.linenum or 0,
    )


def _duplicates(entries: Iterable[Entry], path: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for entry in entries:
        if entry.obsolete:
            continue
        if not entry.id:
            yield Problem(path, entry.line, "po-malformed", "entry without msgctxt: add the id")
        elif entry.id in seen:
            first = f"{entry.id} stands already in line {seen[entry.id]}; keep one of the two"
            yield Problem(path, entry.line, "translation-duplicate", first)
        seen.setdefault(entry.id, entry.line)


def serialised(entries: Iterable[Entry]) -> str:
    """Write entries as a PO file in its one canonical form.

    No dates, no source lines, no wrapping, so that a diff shows only words.
    """
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = dict(HEADER)
    for entry in entries:
        catalogue.append(
            polib.POEntry(
                msgctxt=entry.id,
                msgid=entry.zh,
                msgstr=entry.en,
                tcomment=entry.comment,
                flags=["fuzzy"] if entry.fuzzy else [],
                previous_msgid=entry.previous or None,
                obsolete=entry.obsolete,
            )
        )
    return str(catalogue).removeprefix("#\n")


def merged(sentences: Sequence[Sentence], old: Iterable[Entry]) -> tuple[Entry, ...]:
    """Bring the entries up to the sentences, in the order of the text.

    Same id and same Chinese: kept. Same Chinese elsewhere: moved. Changed
    Chinese under its id, or one very like it: kept as fuzzy with the Chinese it
    was made from. The rest becomes obsolete, and comes back if its sentence does.
    """
    left = {(e.id, e.zh, e.obsolete): e for e in old}
    found: dict[str, Entry] = {}
    for match in (_same, _moved, _changed, _alike):
        for sentence in sentences:
            if sentence.id in found:
                continue
            key = match(sentence, left)
            if key:
                found[sentence.id] = _inherited(sentence, left.pop(key))
    current = [found.get(s.id, Entry(s.id, s.zh)) for s in sentences]
    retired = [replace(e, obsolete=True) for e in left.values() if e.en]
    return (*current, *sorted(retired, key=lambda e: (e.id, e.zh)))


Left = Mapping[tuple[str, str, bool], Entry]


def _same(sentence: Sentence, left: Left) -> tuple[str, str, bool] | None:
    key = (sentence.id, sentence.zh, False)
    return key if key in left else None


def _moved(sentence: Sentence, left: Left) -> tuple[str, str, bool] | None:
    return next((key for key in left if key[1] == sentence.zh), None)


def _changed(sentence: Sentence, left: Left) -> tuple[str, str, bool] | None:
    return next((k for k in left if k[0] == sentence.id and not k[2]), None)


def _alike(sentence: Sentence, left: Left) -> tuple[str, str, bool] | None:
    candidates = {key[1]: key for key, entry in left.items() if entry.en and not key[2]}
    close = difflib.get_close_matches(sentence.zh, candidates, n=1, cutoff=ALIKE)
    return candidates[close[0]] if close else None


def _inherited(sentence: Sentence, entry: Entry) -> Entry:
    """Carry an old entry over to a sentence."""
    if entry.zh == sentence.zh:
        return replace(entry, id=sentence.id, obsolete=False)
    if entry.fuzzy and entry.previous == sentence.zh:
        return replace(entry, id=sentence.id, zh=sentence.zh, fuzzy=False, previous="")
    return replace(
        entry,
        id=sentence.id,
        zh=sentence.zh,
        fuzzy=bool(entry.en),
        previous=(entry.previous or entry.zh) if entry.en else "",
        obsolete=False,
    )

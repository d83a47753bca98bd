"""What people wrote, read once: files -> Library and problems.

It never stops at the first fault: what can be read is read, and every problem
of every file is returned in one run.
"""

import gc
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from guide import records, translation
from guide.claims import located, places
from guide.files import Files
from guide.library import (
    LANGUAGES,
    Claim,
    Comparison,
    Drawing,
    Library,
    Prose,
    Stub,
    Term,
    Text,
    Therapy,
)
from guide.problem import Problem
from guide.records import Record
from guide.shapes import (
    SCALES,
    ClaimRecord,
    ComparisonRecord,
    DrawingRecord,
    ReferenceRecord,
    ScaleWord,
    StubRecord,
    TermRecord,
    TextRecord,
    TherapyRecord,
    Word,
    WordingRecord,
)
from guide.slugs import slug_problem
from guide.stamp import stamp

Kept = TypeVar("Kept")

SEEDS = "seeds"
PROSE = "docs/prose"
DRAWINGS = "docs/drawings"
READ = (SEEDS, PROSE, DRAWINGS)
PATIENCE = 5  # readings
GRADES = ".build/grades.json"  # made by the check, to spare the next one the work
STUB = ".draft.toml"
TEXT_FILES = {"source.txt", "text.toml", "en.po"}
TOP_LEVEL = {
    *("texts", "claims", "terms", "therapies", "comparisons"),
    *("references.toml", "vocabulary.toml", "wording.toml", "renamed.toml"),
}


class Reader(Files):
    """Reads one project; collects problems as it goes."""

    def library(self) -> Library:
        """Read everything under ``seeds/``."""
        self.unexpected(SEEDS, TOP_LEVEL)
        texts = tuple(
            text for folder in self.folders(f"{SEEDS}/texts") if (text := self._text(folder))
        )
        by_id = {text.id: text for text in texts}
        references, references_toml = self._tables("references.toml", ReferenceRecord)
        return Library(
            texts=texts,
            claims=tuple(self._claims(by_id)),
            stubs=tuple(self._stubs(by_id)),
            references=references,
            references_toml=references_toml,
            vocabulary=self._vocabulary(),
            renamed=self._renamed(),
            wording=self._wording(),
            terms=tuple(self._records("terms", "term", TermRecord, Term)),
            therapies=tuple(self._records("therapies", "therapy", TherapyRecord, Therapy)),
            comparisons=tuple(
                self._records("comparisons", "comparison", ComparisonRecord, Comparison)
            ),
            prose=tuple(self._prose()),
            drawings=tuple(self._drawings()),
            grades=self._grades(),
        )

    # ------------------------------------------------------------------ texts
    def _text(self, folder: str) -> Text | None:
        self.unexpected(folder, TEXT_FILES)
        source = self.file(f"{folder}/source.txt")
        toml = self.file(f"{folder}/text.toml")
        po = self.file(f"{folder}/en.po", cure="make it: make sync")
        if toml is None or source is None:
            return None
        record = self._record(TextRecord, toml, f"{folder}/text.toml")
        if record is None:
            return None
        entries, problems = translation.parsed(po, f"{folder}/en.po") if po else ((), [])
        self.problems += problems
        return Text(
            id=Path(folder).name,
            folder=folder,
            record=record,
            source=source,
            source_sha256=hashlib.sha256(source.encode()).hexdigest(),
            toml=toml,
            po=po if po and not problems else "",
            entries=entries,
        )

    def _record(self, model: type[Record], text: str, path: str) -> Record | None:
        data, problems = records.tables(text, path)
        if not problems:
            record, problems = records.shaped(model, data, text, path)
            if record is not None:
                return record
        self.problems += problems
        return None

    # ----------------------------------------------------------------- claims
    def _claims(self, texts: Mapping[str, Text]) -> list[Claim]:
        found = []
        for folder in self.folders(f"{SEEDS}/claims"):
            text = texts.get(Path(folder).name)
            if text is None and (self.root / f"{SEEDS}/texts" / Path(folder).name).is_dir():
                continue  # the text has its own problems
            if text is None:
                names = ", ".join(texts)
                self.note(folder, "text-unknown", f"claims of no text; texts are: {names}")
                continue
            for child in self.children(folder):
                if child.name.endswith(STUB):
                    continue
                claim = self._claim(f"{folder}/{child.name}", text)
                if claim:
                    found.append(claim)
        order = {text_id: n for n, text_id in enumerate(texts)}
        return sorted(found, key=lambda c: (order[c.text], c.spans[:1] or ((10**9, 0),), c.id))

    def _claim(self, path: str, text: Text) -> Claim | None:
        toml = self.record_file(path, "claim")
        record = self._record(ClaimRecord, toml, path) if toml else None
        return located(Path(path).stem, path, toml or "", record, text) if record else None

    def _stubs(self, texts: Mapping[str, Text]) -> Iterator[Stub]:
        """Read every ``<id>.draft.toml`` beside the claims of the texts."""
        for text in texts.values():
            folder = f"{SEEDS}/claims/{text.id}"
            for child in self.children(folder):
                path = f"{folder}/{child.name}"
                if not child.name.endswith(STUB):
                    continue
                toml = self.file(path)
                record = self._record(StubRecord, toml, path) if toml else None
                if record:
                    spans = places(text.source, record.quote)
                    yield Stub(child.name.removesuffix(STUB), text.id, path, record, spans)

    # --------------------------------------------- folders of one-file records
    def _records(
        self, folder: str, kind: str, model: type[Record], value: Callable[..., Kept]
    ) -> Iterator[Kept]:
        """Read every ``<id>.toml`` of a folder."""
        for child in self.children(f"{SEEDS}/{folder}"):
            path = f"{SEEDS}/{folder}/{child.name}"
            toml = self.record_file(path, kind)
            record = self._record(model, toml, path) if toml else None
            if record:
                yield value(child.stem, path, toml or "", record)

    # ------------------------------------------------------ one-file records
    def _tables(self, name: str, model: type[Record]) -> tuple[dict[str, Record], str]:
        """Read a file of tables, one record a table."""
        path = f"{SEEDS}/{name}"
        toml = self.file(path)
        if toml is None:
            return {}, ""
        data, problems = records.tables(toml, path)
        self.problems += problems
        found = {}
        for key, value in data.items():
            record, problems = records.shaped(model, value, toml, path, table=key)
            self.problems += problems
            if fault := slug_problem(key):
                line = records.line_of(toml, (key,))
                self.problems.append(Problem(path, line, "id-bad", fault))
            elif record is not None:
                found[key] = record
        return found, toml

    def _vocabulary(self) -> dict[str, dict[str, Word]]:
        path = f"{SEEDS}/vocabulary.toml"
        toml = self.file(path)
        if toml is None:
            return {}
        data, problems = records.tables(toml, path)
        self.problems += problems
        lists: dict[str, dict[str, Word]] = {}
        for name, words in data.items():
            if not isinstance(words, dict):
                line = records.line_of(toml, (name,))
                message = f"{name} is no list of words; write [{name}.<word>]"
                self.problems.append(Problem(path, line, "value-wrong", message))
                continue
            lists[name] = {}
            shape = ScaleWord if name in SCALES else Word
            for key, value in words.items():
                word, problems = records.shaped(shape, value, toml, path, table=f"{name}.{key}")
                self.problems += problems
                if word is not None:
                    lists[name][key] = word
        return lists

    def _wording(self) -> WordingRecord | None:
        path = f"{SEEDS}/wording.toml"
        toml = self.file(path)
        return self._record(WordingRecord, toml, path) if toml else None

    def _renamed(self) -> dict[str, str]:
        """Read ``renamed.toml`` if there is one: dead address = living address."""
        path = f"{SEEDS}/renamed.toml"
        if not (self.root / path).exists():
            return {}
        toml = self.file(path)
        if toml is None:
            return {}
        data, problems = records.tables(toml, path)
        self.problems += problems
        for key, value in data.items():
            if not isinstance(value, str):
                line = records.line_of(toml, (key,))
                message = 'write "claims/nk/old-id" = "claims/nk/new-id"'
                self.problems.append(Problem(path, line, "value-wrong", message))
        return {key: value for key, value in data.items() if isinstance(value, str)}

    # ------------------------------------------------------------------ prose
    def _prose(self) -> Iterator[Prose]:
        for language in LANGUAGES:
            top = self.root / PROSE / language
            for place in sorted(top.rglob("*.md")):
                path = place.relative_to(self.root).as_posix()
                text = self.file(path)
                if text is not None:
                    yield Prose(path, language, place.relative_to(top).as_posix(), text)

    def _drawings(self) -> Iterator[Drawing]:
        for child in self.children(DRAWINGS):
            path = f"{DRAWINGS}/{child.name}"
            if child.suffix not in (".svg", ".toml"):
                self.note(path, "file-unexpected", "a drawing is <id>.svg and <id>.toml")
            elif fault := slug_problem(child.stem):
                self.note(path, "id-bad", fault)
            elif child.suffix == ".svg":
                words = path.removesuffix(".svg") + ".toml"
                svg, toml = self.file(path), self.file(words, cure="its words stand there")
                record = self._record(DrawingRecord, toml, words) if toml else None
                if svg and record:
                    yield Drawing(child.stem, path, svg, toml or "", record)

    def _grades(self) -> dict[str, float]:
        """Read what an earlier check has left; a spoilt file counts for none."""
        try:
            found = json.loads((self.root / GRADES).read_bytes())
        except (OSError, ValueError):
            return {}
        sound = isinstance(found, dict) and all(isinstance(g, float) for g in found.values())
        return found if sound else {}


def read(root: Path) -> tuple[Library, list[Problem]]:
    """Read the project at ``root``; return what is sound and every problem met.

    A file that is saved meanwhile makes it read again, so that what it returns
    was all there at one moment; one that never rests is taken as it is.
    """
    with _no_collection():
        for _ in range(PATIENCE):
            before = stamp(root, READ)
            reader = Reader(root)
            library = reader.library()
            if stamp(root, READ) == before:
                break
    return library, reader.problems


@contextmanager
def _no_collection() -> Iterator[None]:
    """Look for no garbage meanwhile, nor later among what was read.

    All of it is kept, and looking takes half the time of reading, and a
    fifteenth of making the pages of a large library.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()

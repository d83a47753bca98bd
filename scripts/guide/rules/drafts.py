"""Rules on what is still to do: a text is finished, translated, judged and confirmed."""

from collections.abc import Iterator

from guide.drafts import PLACEHOLDER
from guide.figures import figures
from guide.library import Library
from guide.problem import Problem, Severity
from guide.records import line_of


def texts_are_finished(library: Library) -> Iterator[Problem]:
    """No text is a draft."""
    for text in library.texts:
        if text.record.draft:
            message = (
                f"{text.id} is a draft, which no site shows; do what is listed for it, "
                "then delete this line (to look at it now: make serve DRAFT=1)"
            )
            line = line_of(text.toml, ("draft",))
            yield Problem(f"{text.folder}/text.toml", line, "text-draft", message)


def every_sentence_is_translated(library: Library) -> Iterator[Problem]:
    """Every sentence has its English; until then readers are told that it is missing."""
    for text in library.texts:
        for entry in text.translations.values():
            if entry.state == "untranslated":
                message = f"{entry.id} has no English yet; write it into msgstr"
                path = f"{text.folder}/en.po"
                yield Problem(path, entry.line, "translation-undone", message, Severity.UNFINISHED)


def stubs_are_judged(library: Library) -> Iterator[Problem]:
    """No passage waits to be judged."""
    for stub in library.stubs:
        found = "、".join(f.text for f in figures(stub.record.quote) if f.kind != "name")
        message = (
            f"{found or 'a passage'}: judge it and rename the file to <id>.toml, or delete it "
            f"and add [[exclusion]] to seeds/texts/{stub.text}/text.toml"
        )
        yield Problem(stub.path, 1, "claim-draft", message)


def guesses_are_confirmed(library: Library) -> Iterator[Problem]:
    """Nothing in ``text.toml`` rests on a guess."""
    for text in library.texts:
        for key in text.record.guessed:
            line = line_of(text.toml, key.split("."))
            message = f"{key} is a guess; confirm or mend it, then take it out of guessed"
            yield Problem(f"{text.folder}/text.toml", line, "text-guessed", message)


def words_are_written(library: Library) -> Iterator[Problem]:
    """No placeholder stands where our words should."""
    for text in library.texts:
        for number, name, value in _keys(text.toml):
            if value.startswith(tuple(f'"{words}"' for words in PLACEHOLDER.values())):
                message = f"{name} is still to be written"
                yield Problem(f"{text.folder}/text.toml", number, "words-missing", message)


def _keys(toml: str) -> Iterator[tuple[int, str, str]]:
    """Yield (line, full key, value) of every line; a table is a key without a value."""
    table = ""
    for number, line in enumerate(toml.split("\n"), start=1):
        if line.startswith("["):
            table = line.partition("#")[0].strip(" []")
            yield number, table, ""
        else:
            key, _, value = line.partition("=")
            yield number, f"{table}.{key.strip()}".lstrip("."), value.strip()

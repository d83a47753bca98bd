"""What is known of a new article -> the files of its frame, ready to be filled in."""

import datetime
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guide.drafts import PLACEHOLDER
from guide.intake.decoding import Cleaned
from guide.intake.guesses import Guess
from guide.intake.outline import Proposal
from guide.intake.stubs import Proposed
from guide.library import Text
from guide.translation import merged, serialised

RIGHTS = {
    "zh": "文章的权利属于其作者和发布者。这里只引用被核查的句子，为评论和核查之用。",
    "en": "The article belongs to its author and publisher. Only the sentences that are "
    "checked are quoted here, for comment and checking.",
}
_DATE_NOTE = {
    "zh": "刊出日期是程序从文章里读出的。",
    "en": "The date was read from the article by a program.",
}
# What a stub asks for, as comments: the keys that a claim must have.
_ASKED = (
    *("kind", "trace", "finding", "stage", "confidence"),
    *("ratings", "checked", "[gist]", "[why]"),
)


@dataclass(frozen=True)
class Origin:
    """The file that an article came in."""

    format: str
    encoding: str
    mark: bool
    sha256: str


def text_toml(
    origin: Origin,
    article: Cleaned,
    guess: Guess,
    readings: Sequence[Proposal],
    seen: datetime.date,
) -> str:
    """Write ``text.toml``: what is known, what is guessed and marked so, and what is open."""
    guesses = ["published.seen", "rights"]
    guesses += ["title.zh"] if guess.title else []
    guesses += ["publisher.name.zh"] if guess.publisher else []
    guesses += ["published.date"] if guess.date else []
    guesses += ["published.where"] if guess.where else []
    guesses += ["reading"] if readings else []
    lines = [
        f"sha256 = {_quoted(hashlib.sha256(article.text.encode()).hexdigest())}",
        "draft = true  # no site shows it; delete this line when nothing is left to do",
        "# What a program guessed. Confirm or mend each, then take it out of this list.",
        f"guessed = {json.dumps(guesses)}",
        "",
        "[title]",
        f"zh = {_quoted(guess.title or PLACEHOLDER['zh'])}",
        f"en = {_quoted(PLACEHOLDER['en'])}",
        *_table("summary", PLACEHOLDER),
        "",
        "[publisher]",
        f"name.zh = {_quoted(guess.publisher or PLACEHOLDER['zh'])}",
        f"name.en = {_quoted(PLACEHOLDER['en'])}",
        *_pair("who", PLACEHOLDER),
        "",
        "[published]",
        *([f"date = {guess.date}"] if guess.date else []),
        *_pair("note", _DATE_NOTE if guess.date else PLACEHOLDER),
        *([f"where = {_quoted(guess.where)}"] if guess.where else []),
        f"seen = {seen}",
        *_table("interest", PLACEHOLDER),
        "",
        '[rights]  # "full" shows every sentence; ask first, or know the licence',
        'show = "quoted"',
        *_pair("note", RIGHTS),
        *_origin(origin, article),
        *_readings(readings),
    ]
    return "\n".join(lines) + "\n"


def _origin(origin: Origin, article: Cleaned) -> Iterator[str]:
    yield from ("", "[origin]  # the file that this text was taken from")
    yield f"format = {_quoted(origin.format)}"
    yield f"encoding = {_quoted(origin.encoding)}"
    yield f"mark = {str(origin.mark).lower()}"
    yield f"line_ends = {_quoted(article.line_ends)}"
    if article.taken:
        yield f"taken = {json.dumps([str(item) for item in article.taken])}"
    yield f"sha256 = {_quoted(origin.sha256)}"


def _readings(readings: Sequence[Proposal]) -> Iterator[str]:
    for reading in readings:
        yield from ("", "[[reading]]", f"lines = [{reading.first}, {reading.last}]")
        if reading.form:
            yield f"form = {_quoted(reading.form)}"
        if reading.role:
            yield f"role = {_quoted(reading.role)}"
        if reading.level:
            yield f"level = {reading.level}"
        yield f"why = {_quoted(reading.why)}"


def _table(name: str, words: Mapping[str, str]) -> list[str]:
    return ["", f"[{name}]", *(f"{language} = {_quoted(words[language])}" for language in words)]


def _pair(name: str, words: Mapping[str, str]) -> list[str]:
    return [f"{name}.{language} = {_quoted(words[language])}" for language in words]


def _quoted(text: str) -> str:
    """Write a TOML string; what our files may not hold cannot be in it."""
    return json.dumps(text, ensure_ascii=False)


def stub_toml(stub: Proposed, vocabulary: Mapping[str, Sequence[str]]) -> str:
    """Write the stub of a claim: its quotation, and what is to be filled in as comments."""
    figures = "、".join(dict.fromkeys(stub.figures))
    lines = [
        f"# Figures: {figures}",
        "# To do: cut the quotation down to one statement, judge it, and rename the file to",
        "# <id>.toml; or delete the file and list the figure under [[exclusion]] in text.toml.",
        f"quote = {_quoted(stub.quote)}",
        *([f"times = {stub.times}"] if stub.times > 1 else []),
        *(_asked(key, vocabulary.get(key, ())) for key in _ASKED),
    ]
    return "\n".join(lines) + "\n"


def _asked(key: str, words: Sequence[str]) -> str:
    """Ask for a key, naming the words of its closed list."""
    if key.startswith("["):
        return f"# {key}  zh = … en = …"
    return f"# {key} = " + (f"one of: {', '.join(words)}" if words else "…")


def files(
    text: Text, toml: str, stubs: Sequence[Proposed], vocabulary: Mapping[str, Sequence[str]]
) -> dict[str, dict[str, str]]:
    """Return the files of the text's folder and of its claims' folder, by name."""
    return {
        "texts": {
            "source.txt": text.source,
            "text.toml": toml,
            "en.po": serialised(merged(text.sentences, ())),
        },
        "claims": {f"{stub.id}.draft.toml": stub_toml(stub, vocabulary) for stub in stubs},
    }

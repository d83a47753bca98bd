"""``texts.json`` and ``texts.csv``: every sentence of every article."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from guide.data.base import Data, as_csv, as_json, urls
from guide.library import Library, Text
from guide.shapes import Bilingual

COLUMNS = ("text", "id", "kind", "state", "zh", "en", "url_zh", "url_en")


class SentenceData(Data):
    """One unit of an article; ``before`` is what stands between it and the one before."""

    id: str
    kind: str
    form: str
    role: str
    before: str
    zh: str
    en: str
    state: str
    claims: list[str]
    url: dict[str, str]


class TextData(Data):
    """One article; its sentences with their ``before``, and ``after``, give back the source."""

    id: str
    title: Bilingual
    publisher: Bilingual
    interest: Bilingual
    published: datetime.date | None
    seen_at: str
    sha256: str
    show: str
    url: dict[str, str]
    sentences: list[SentenceData]
    after: str


class TextsFile(Data):
    """``texts.json``."""

    texts: list[TextData]


def files(library: Library) -> dict[str, str]:
    """Return the files on the articles."""
    content = TextsFile(texts=[_text(library, text) for text in library.texts])
    return {
        "texts.json": as_json(content.model_dump(mode="json")),
        "texts.csv": as_csv(COLUMNS, _rows(content.texts)),
        "schemas/texts.json": as_json(TextsFile.model_json_schema()),
    }


def _text(library: Library, text: Text) -> TextData:
    shown = library.shown(text)
    whole = len(shown) == len(text.sentences)
    claims = library.claims_of(text.id)
    return TextData(
        id=text.id,
        title=text.record.title,
        publisher=text.record.publisher.name,
        interest=text.record.interest,
        published=text.record.published.date,
        seen_at=text.record.published.where or "",
        sha256=text.record.sha256,
        show=text.record.rights.show,
        url=urls(f"texts/{text.id}/"),
        sentences=[
            SentenceData(
                id=s.id,
                kind=s.kind,
                form=s.form,
                role=s.role,
                before=s.before,
                zh=s.zh,
                en=text.english(s.id),
                state=text.state(s.id),
                claims=[c.id for c in claims if s.id in c.sentences],
                url=urls(f"texts/{text.id}/read/", s.id),
            )
            for s in text.sentences
            if s.id in shown
        ],
        after=text.split.after if whole else "",
    )


def _rows(texts: Sequence[TextData]) -> Iterable[Sequence[Any]]:
    for text in texts:
        for s in text.sentences:
            yield text.id, s.id, s.kind, s.state, s.zh, s.en, s.url["zh"], s.url["en"]

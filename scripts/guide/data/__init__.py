"""The same facts as the pages, as files under ``site/data/``.

The models of each module are the contract; the JSON Schemas are made from
them, so that the two cannot disagree.
"""

from guide.data import claims, glossary, memory, references, texts, therapies
from guide.data.base import as_json
from guide.library import Library


def files(library: Library) -> dict[str, str]:
    """Return ``name -> content`` of every file under ``site/data/``."""
    return {
        **texts.files(library),
        **claims.files(library),
        **references.files(library),
        **glossary.files(library),
        **memory.files(library),
        **therapies.files(library),
        "vocabulary.json": as_json(_vocabulary(library)),
    }


def _vocabulary(library: Library) -> dict[str, dict[str, object]]:
    return {
        kind: {key: word.model_dump(mode="json") for key, word in words.items()}
        for kind, words in library.vocabulary.items()
    }

"""Claims in their texts: where a quotation stands, and which figures it covers."""

from guide.library import Claim, Text
from guide.shapes import ClaimRecord


def places(source: str, quote: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) offsets of every occurrence of ``quote``."""
    found = []
    at = source.find(quote)
    while at >= 0:
        found.append((at, at + len(quote)))
        at = source.find(quote, at + 1)
    return tuple(found)


def located(claim_id: str, path: str, toml: str, record: ClaimRecord, text: Text) -> Claim:
    """Find a claim's quotation in its text and the sentences that it touches."""
    spans = places(text.source, record.quote)
    touched = tuple(
        sentence.id
        for sentence in text.sentences
        if any(
            start < text.starts[sentence.id] + len(sentence.zh) and end > text.starts[sentence.id]
            for start, end in spans
        )
    )
    return Claim(claim_id, text.id, path, toml, record, spans, touched)

"""A file -> the article in it: its text, and what is known of the file."""

import hashlib
import re
from dataclasses import dataclass

from guide.decode import LARGEST
from guide.intake import RefusedError, webpage
from guide.intake.decoding import Cleaned, Decoded, cleaned, decoded
from guide.intake.folder import Origin
from guide.intake.webpage import WebPage
from guide.lines import HAN

FORMATS = ("", "text", "html", "page")
LARGEST_FILE = 20_000_000  # bytes; saved pages carry much that is no text


@dataclass(frozen=True)
class Article:
    """The text of a file, as a seed file may hold it; ``page`` if it was a web page."""

    text: Cleaned
    origin: Origin
    page: WebPage | None = None


def article(raw: bytes, form: str = "") -> Article:
    """Return the article in a file's bytes.

    ``form`` is ``text``, ``html`` (the article of a page), ``page`` (all that a page
    shows) or nothing: then it is seen from how the file begins. Raises
    :class:`RefusedError` for what is no Chinese text.
    """
    if not raw.strip(b" \t\r\n\0"):
        raise RefusedError("it is empty")
    if len(raw) > LARGEST_FILE:
        raise RefusedError(f"{len(raw):,} bytes, more than {LARGEST_FILE:,}; is it an article?")
    found = decoded(raw, webpage.declared_encoding(raw))
    is_page = form in ("html", "page") or (not form and webpage.looks_like_one(found.text))
    page = webpage.read(found.text, whole=form == "page") if is_page else None
    text = Cleaned(_written(page)) if page else cleaned(found.text)
    _refuse(text.text)
    return Article(text, _origin(raw, found, is_page=is_page), page)


def _written(page: WebPage) -> str:
    return "".join(f"{row.text}\n" for row in page.rows)


def _refuse(text: str) -> None:
    if not re.search(f"[{HAN}]", text):
        raise RefusedError("there is no Chinese in it; is it the right file?")
    size = len(text.encode())
    if size > LARGEST:
        raise RefusedError(f"its text has {size:,} bytes, more than {LARGEST:,}; cut it into parts")


def _origin(raw: bytes, found: Decoded, *, is_page: bool) -> Origin:
    digest = hashlib.sha256(raw).hexdigest()
    return Origin("html" if is_page else "text", found.encoding, found.mark, digest)

"""The pages as folders: ``claims/nk/x.md`` -> ``claims/nk/x/index.md``, every link mended.

Their addresses stay the same. Zensical reads a link in raw HTML from the place of
the file, MkDocs and browsers from the address of the page; here both are one.
"""

import posixpath
import re
from collections.abc import Mapping

_LINK = re.compile(r"\]\((?P<path>[^)\s#:]+\.md)(?=[)#])")


def as_folders(pages: Mapping[str, str]) -> dict[str, str]:
    """Return ``file -> Markdown`` for ``file -> Markdown``, each page in a folder of its own."""
    return {_index(file): _mended(file, text) for file, text in pages.items()}


def _index(file: str) -> str:
    stem = file.removesuffix(".md")
    return file if posixpath.basename(stem) == "index" else f"{stem}/index.md"


def _mended(file: str, text: str) -> str:
    here = posixpath.dirname(_index(file))

    def link(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(file), match["path"]))
        return f"]({posixpath.relpath(_index(target), here or '.')}"

    return _LINK.sub(link, text)

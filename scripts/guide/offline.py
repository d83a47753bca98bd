"""The site as it opens from a folder on disk: links name a file, for ``file://`` knows no index.

The same site gives the same zip: files in order, one date, one mode.
"""

import datetime
import io
import zipfile
from collections.abc import Mapping
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

# Where a page says an address; ``content`` is that of a redirect: ``0; url=../x/``.
_LINKS = {"a": "href", "form": "action"}
_REDIRECT = "0; url="
NAME = "cell-therapy-read-closely"  # of the folder
ZIP = f"data/{NAME}.zip"  # its place in the site


def page_from_disk(html: str) -> str:
    """Return the page with every link to a folder led to the folder's ``index.html``; no policy."""
    tree = LexborHTMLParser(html)
    for tag, name in _LINKS.items():
        for node in tree.css(f"{tag}[{name}]"):
            node.attrs[name] = file_link(node.attributes[name] or "")
    for node in tree.css('meta[http-equiv="Content-Security-Policy"]'):
        node.decompose()  # browsers differ in what is a file's own origin
    for node in tree.css(".online"):
        node.decompose()  # the offer of this very folder
    for node in tree.css('meta[http-equiv="refresh"]'):
        target = (node.attributes["content"] or "").removeprefix(_REDIRECT)
        node.attrs["content"] = _REDIRECT + file_link(target)
    return tree.html or ""


def file_link(link: str) -> str:
    """``../claims/?x=1#y`` -> ``../claims/index.html?x=1#y``; whatever names no folder stays."""
    parts = urlsplit(link)
    is_folder = parts.path.rsplit("/", 1)[-1] in ("", ".", "..")
    if parts.scheme or parts.netloc or not parts.path or not is_folder:
        return link
    path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    return parts._replace(path=f"{path}index.html").geturl()


def files_from_disk(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return ``path -> content`` of what the folder holds: no file that only a server reads."""
    return {
        name: page_from_disk(content.decode()).encode() if name.endswith(".html") else content
        for name, content in files.items()
        if not _is_of_the_server(name)
    }


def _is_of_the_server(name: str) -> bool:
    """Sitemaps, robots, 404 pages, pictures of links; and the theme's scripts, which we use not."""
    served = ("404.html", "_headers", "robots.txt", "sitemap.xml", "sitemap.xml.gz", ".nojekyll")
    unread = ("/previews/", "/assets/javascripts/")
    here = name == ZIP or name.rsplit("/", 1)[-1] in served
    return here or any(folder in name for folder in unread)


def zipped(files: Mapping[str, bytes], date: datetime.date) -> bytes:
    """Return the zip of a whole site, ``path -> content``, dated by the day of its evidence."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in sorted(files_from_disk(files).items()):
            entry = zipfile.ZipInfo(f"{NAME}/{name}", (date.year, date.month, date.day, 12, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the modes are Unix's, wherever it is packed
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data)
    return content.getvalue()

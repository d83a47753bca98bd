"""What stands beside the two MkDocs sites: door, 404, data, feeds, redirects."""

from urllib.parse import urlsplit

from guide import data, feed, search_index
from guide.library import LANGUAGES, Library
from guide.pages.page import interface, template


def files(library: Library, address: str) -> dict[str, str]:
    """Return ``path under site/ -> content``; ``address`` is the site's own, with a last slash."""
    door = template("door.html.j2")
    words = interface()
    root = urlsplit(address).path
    return {
        "index.html": door.render(interface=words, address=address, root="", missing=False),
        "404.html": door.render(interface=words, address=address, root=root, missing=True),
        "robots.txt": _robots(address),
        ".nojekyll": "",
        **{f"data/{name}": text for name, text in data.files(library).items()},
        **{
            f"{language}/feed.xml": feed.feed(library, language, words["guide"][language], address)
            for language in LANGUAGES
        },
        **search_index.files(library),
        **_redirects(library),
    }


def _robots(address: str) -> str:
    sitemaps = "".join(f"Sitemap: {address}{lang}/sitemap.xml\n" for lang in LANGUAGES)
    return f"User-agent: *\nAllow: /\n{sitemaps}"


def _redirects(library: Library) -> dict[str, str]:
    """Old addresses lead to living ones: a page at each, in both languages."""
    redirect = template("redirect.html.j2")
    return {
        f"{language}/{old}/index.html": redirect.render(
            target="../" * (old.count("/") + 1) + f"{new}/"
        )
        for old, new in library.renamed.items()
        for language in LANGUAGES
    }

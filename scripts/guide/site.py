"""What stands beside the two MkDocs sites: door, 404, data, feeds, redirects."""

from urllib.parse import urlsplit

from guide import data, feed, headers, search_index
from guide.library import LANGUAGES, Library
from guide.pages.page import interface, template


def files(library: Library, address: str, policy: str) -> dict[str, str]:
    """Return ``path under site/ -> content``; ``address`` is the site's own, with a last slash.

    ``policy`` is what the door and the redirects say that they may do; nothing if it is empty.
    """
    door = template("door.html.j2")
    words = interface()
    root = urlsplit(address).path
    common = {"interface": words, "address": address, "policy": policy}
    return {
        "index.html": door.render(**common, root="", missing=False),
        "404.html": door.render(**common, root=root, missing=True),
        "robots.txt": _robots(library, address),
        ".nojekyll": "",
        "_headers": headers.host_file(),
        **{f"data/{name}": text for name, text in data.files(library).items()},
        **{
            f"{language}/feed.xml": feed.feed(library, language, words["guide"][language], address)
            for language in LANGUAGES
        },
        **search_index.files(library),
        **_redirects(library, policy),
    }


def _robots(library: Library, address: str) -> str:
    """Bid all welcome; but what shows a draft is for its editors alone."""
    if any(text.record.draft for text in library.texts):
        return "User-agent: *\nDisallow: /\n"
    sitemaps = "".join(f"Sitemap: {address}{lang}/sitemap.xml\n" for lang in LANGUAGES)
    return f"User-agent: *\nAllow: /\n{sitemaps}"


def _redirects(library: Library, policy: str) -> dict[str, str]:
    """Old addresses lead to living ones: a page at each, in both languages."""
    redirect = template("redirect.html.j2")
    return {
        f"{language}/{old}/index.html": redirect.render(
            target="../" * (old.count("/") + 1) + f"{new}/", policy=policy
        )
        for old, new in library.renamed.items()
        for language in LANGUAGES
    }

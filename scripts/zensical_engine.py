"""Render the pages with Zensical in place of MkDocs: ``make site ENGINE=zensical``.

Zensical wants its configuration, pages and output under one folder, so that it is
given a bench of its own with a configuration made from ``mkdocs.yml``: it would
read ``INHERIT`` too, but appends an inherited list (``nav``) where MkDocs replaces it.
What comes out otherwise than from MkDocs is told in CONTRIBUTING.md.
"""

import os
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from guide.folder_layout import as_folders
from order import Order


class _Loader(yaml.SafeLoader):
    """Reads ``mkdocs.yml``; the only ``!ENV`` in it are the address and the policy, known here."""


_Loader.add_constructor("!ENV", lambda *_: None)


def installed() -> bool:
    """Say in one line what to do if Zensical is not there."""
    if not find_spec("zensical"):
        print("zensical is not installed; run: make site ENGINE=zensical")
        return False
    return True


def lay_out(root: Path, bench: Path, language: str, config: str, order: Order) -> Path:
    """Put a language's pages and their configuration on a bench; return the configuration."""
    _lay_out_pages(root, language, bench)
    settings = configuration(root / config) | {
        "site_url": f"{order.address}{language}/",
        "docs_dir": "docs",
        "site_dir": "site",
    }
    settings["theme"] |= {"custom_dir": os.path.relpath(root / "docs/theme", bench)}
    settings["extra"] |= {"policy": order.policy, "theme_css": _sheets()}
    words = yaml.safe_dump(settings, allow_unicode=True)
    (bench / "mkdocs.yml").write_text(words, encoding="utf-8")
    return bench / "mkdocs.yml"


def _sheets() -> list[str]:
    """Return Zensical's own copies of the theme's style sheets."""
    templates = Path(find_spec("zensical").origin).parent / "templates"
    sheets = sorted((templates / "assets/stylesheets/classic").glob("*.css"))
    return [sheet.relative_to(templates).as_posix() for sheet in sheets]


def configuration(path: Path) -> dict[str, Any]:
    """Return a configuration with what it inherits, merged as MkDocs does."""
    settings = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader
    inherited = settings.pop("INHERIT", None)
    return _merged(configuration(path.parent / inherited), settings) if inherited else settings


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    both = {
        key: _merged(below[key], value)
        for key, value in above.items()
        if isinstance(value, dict) and isinstance(below.get(key), dict)
    }
    return {**below, **above, **both}


def _lay_out_pages(root: Path, language: str, bench: Path) -> None:
    """Put a language's pages on its bench, each in a folder of its own."""
    docs = root / "docs" / language
    pages = {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8")
        for path in docs.rglob("*.md")
    }
    for file, text in as_folders(pages).items():
        path = bench / "docs" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

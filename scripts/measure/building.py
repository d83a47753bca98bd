"""How long the check, the pages and the whole site take, beside bare builds of the Markdown."""

import datetime
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path

from guide.library import LANGUAGES
from guide.pages import pages
from guide.reader import read
from measure.tools import ROOT, alternating, run, stock_site

TODAY = datetime.date(2026, 11, 22)


def building() -> None:
    """Print seconds and ratios, medians of alternating runs."""
    run([sys.executable, "scripts/build.py"])  # the Markdown that the others are given
    library, _ = read(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        actions = {
            "make check": partial(run, [sys.executable, "scripts/check.py"]),
            "page generation": lambda: sum(1 for _ in pages(library, TODAY)),
            "whole site, both languages": partial(run, [sys.executable, "scripts/build.py"]),
            "stock MkDocs + Material, zh then en": lambda: [
                stock_site(place, x) for x in LANGUAGES
            ],
            **_others(place),
        }
        found = alternating(actions)
    print("\ntime, seconds (medians of 3 alternating runs)")
    for name, took in found.items():
        print(f"  {name:42}{took:8.2f}")
    check, generation, whole, stock = list(found.values())[:4]
    print(f"  {'check + generation / whole site (≤ 0.05)':42}{(check + generation) / whole:8.2f}")
    print(f"  {'check + generation / stock':42}{(check + generation) / stock:8.2f}")
    print(f"  {'whole site / stock (≤ 0.65)':42}{whole / stock:8.2f}")
    for name, took in list(found.items())[4:]:
        print(f"  {'whole site / ' + name:42}{whole / took:8.2f}")


def _others(place: Path) -> dict:
    """Return builds of the same Markdown by what else is installed here."""
    found = {}
    zensical = Path(sys.executable).with_name("zensical")
    if zensical.exists():
        found["Zensical, zh then en"] = lambda: [_zensical(zensical, place, x) for x in LANGUAGES]
    if shutil.which("hugo"):
        found["Hugo, zh then en"] = lambda: [_hugo(place, x) for x in LANGUAGES]
    return found


def _zensical(command: Path, place: Path, language: str) -> None:
    """Build a language with Zensical as it comes; it wants everything under one folder."""
    project = place / f"zensical-{language}"
    if not project.exists():
        shutil.copytree(ROOT / "docs" / language, project / "docs")
        (project / "mkdocs.yml").write_text("site_name: x\ndocs_dir: docs\nsite_dir: site\n")
    run([command, "build", "--clean"], cwd=project)


def _hugo(place: Path, language: str) -> None:
    """Build a language with Hugo and the least of a theme: one template.

    Hugo takes an ``index.md`` for a page that owns all beside it, so they are renamed.
    """
    site = place / f"hugo-{language}"
    if not site.exists():
        shutil.copytree(ROOT / "docs" / language, site / "content")
        for index in list((site / "content").rglob("index.md")):
            index.rename(index.with_name("_index.md"))
        (site / "layouts/_default").mkdir(parents=True)
        for kind in ("single", "list"):
            (site / f"layouts/_default/{kind}.html").write_text("{{ .Title }}{{ .Content }}")
        (site / "hugo.toml").write_text(
            'disableKinds = ["taxonomy", "term", "RSS"]\nmarkup.goldmark.renderer.unsafe = true\n'
        )
    run(["hugo", "--quiet"], cwd=site)

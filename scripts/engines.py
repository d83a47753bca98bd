"""Markdown -> HTML, both languages side by side, by MkDocs or by Zensical."""

import datetime
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import zensical_engine
from guide.library import Library
from order import Order

_PICTURE = re.compile(r"""url\((["']?)data:image/.*?\1\)""")
CONFIGS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}


def render(root: Path, bench: Path, new: Path, library: Library, order: Order) -> bool:
    """Render ``docs/`` into the folder ``new``; print what the engine complains of.

    ``bench`` is a folder for what the engine needs meanwhile.
    """
    if order.engine == "zensical":
        sound = _zensical(root, bench / "zensical", new, order)
    else:
        sound = _mkdocs(root, new, library, order)
    for sheet in new.glob("*/assets/stylesheets/**/*.css"):
        sheet.write_text(without_pictures(sheet.read_text("utf-8")), "utf-8")
    return sound


def without_pictures(css: str) -> str:
    """Leave out the small pictures inside the theme's sheets.

    We show none of them and our policy forbids them; a browser that meets the
    theme's rule before ours, now and then, would ask for one and report it.
    """
    return _PICTURE.sub("none", css)


def _mkdocs(root: Path, new: Path, library: Library, order: Order) -> bool:
    commands = {
        language: ["mkdocs", "build", "--strict", "-f", config, "-d", new / language]
        for language, config in CONFIGS.items()
    }
    return _run(commands, root, environment(library, order))


def _zensical(root: Path, bench: Path, new: Path, order: Order) -> bool:
    if not zensical_engine.installed():
        return False
    commands = {
        language: [
            *("zensical", "build", "--strict", "-f"),
            zensical_engine.lay_out(root, bench / language, language, config, order),
        ]
        for language, config in CONFIGS.items()
    }
    sound = _run(commands, root, {})
    if sound:
        for language in CONFIGS:
            shutil.move(bench / language / "site", new / language)
    return sound


def _run(commands: Mapping[str, Sequence[str | Path]], root: Path, told: dict[str, str]) -> bool:
    """Run an engine for the languages side by side; print what it complains of."""
    running = {
        language: subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=root,
            env=os.environ | told,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for language, command in commands.items()
    }
    sound = True
    for language, process in running.items():
        output, _ = process.communicate()
        if process.returncode:
            sound = False
            who = f"{commands[language][0]} {language}"
            print("\n".join(f"{who}: {line}" for line in _complaints(output)))
    return sound


def environment(library: Library, order: Order) -> dict[str, str]:
    """Return what MkDocs is told beside its configuration."""
    return {
        "GUIDE_URL_ZH": f"{order.address}zh/",
        "GUIDE_URL_EN": f"{order.address}en/",
        "GUIDE_POLICY": order.policy,
        "NO_MKDOCS_2_WARNING": "1",
        # MkDocs dates the sitemap with the day of the build; the day of the
        # newest evidence keeps two builds of one tree byte-identical.
        "SOURCE_DATE_EPOCH": str(int(_noon(library.as_of).timestamp())),
    }


def _complaints(output: str) -> list[str]:
    lines = [line for line in output.splitlines() if not line.startswith("INFO")]
    if any(line.startswith("Traceback") for line in lines):
        return lines[-1:]  # the fault itself, as of a full disk
    return lines or output.splitlines()


def _noon(date: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(date, datetime.time(12), datetime.UTC)

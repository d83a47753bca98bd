"""The site while it is edited: only what changed is rendered, and it is as a whole build has it."""

import hashlib

import pytest

import build
import proof
from guide.library import Library
from guide.nearness import near_pages
from guide.reader import read
from order import Order

CLAIM = "seeds/claims/tea/eight-of-twelve.toml"


@pytest.fixture
def edited(project):
    """A proof of the tiny project, built once; every whole build after that is counted."""
    found = proof.Proof(project, Order())
    assert found.update() is False
    return found


@pytest.fixture
def whole_builds(monkeypatch):
    counted = []
    real = build.made

    def counting(*arguments):
        counted.append(arguments)
        return real(*arguments)

    monkeypatch.setattr(build, "made", counting)
    return counted


def replaced(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def files(folder):
    """Every file of a folder by its place, as a digest."""
    return {
        p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in folder.rglob("*")
        if p.is_file()
    }


def test_a_changed_record_is_shown_as_a_whole_build_shows_it(project, edited, whole_builds):
    """First its own page and its list, then every page and file that it touches; all bytes alike."""
    replaced(project / CLAIM, "8 of 12", "eight of twelve")
    assert edited.update() is True
    own = project / "site/en/claims/tea/eight-of-twelve/index.html"
    assert "eight of twelve" in own.read_text(encoding="utf-8")
    assert edited.update() is False
    assert whole_builds == []
    proofed = files(project / "site")
    assert build.build(project, build.LOCAL) == 0
    assert proofed == files(project / "site")


def test_a_broken_record_leaves_the_last_good_site(project, edited, whole_builds, capsys):
    """Its problem is printed; once it is mended, the site follows."""
    before = files(project / "site")
    sound = (project / CLAIM).read_bytes()
    replaced(project / CLAIM, 'finding = "', 'finding = "un')
    assert edited.update() is False
    assert f"{CLAIM}:" in capsys.readouterr().out
    assert files(project / "site") == before
    (project / CLAIM).write_bytes(sound.replace(b"8 of 12", b"eight of twelve"))
    while edited.update():
        pass
    assert files(project / "site") != before
    assert whole_builds == []


def test_what_mkdocs_complains_of_is_not_shown(project, edited, capsys):
    """A link to a page that is not there: one line, and the last good site."""
    before = files(project / "site")
    for language in ("zh", "en"):
        page = project / f"docs/prose/{language}/about/index.md"
        page.write_text(page.read_text("utf-8") + "\n[gone](nowhere.md)\n", encoding="utf-8")
    assert edited.update() is False
    assert "nowhere.md" in capsys.readouterr().out
    assert files(project / "site") == before


@pytest.mark.parametrize("change", ["a new record", "another build", "a newer day"])
def test_what_only_a_whole_build_can_do_it_does(project, edited, whole_builds, change):
    """Pages come or go, the site is another, every page and the sitemap have a new day."""
    if change == "a new record":
        claims = project / "seeds/claims/tea"
        (claims / "next-year.toml").rename(claims / "next.toml")
    elif change == "another build":
        assert build.build(project, "https://example.org/") == 0
    else:
        replaced(project / CLAIM, "checked = 2026-01-03", "checked = 2026-01-04")
    whole_builds.clear()
    while edited.update():
        pass
    assert len(whole_builds) == 1
    proofed = files(project / "site")
    assert build.build(project, build.LOCAL) == 0
    assert proofed == files(project / "site")


def test_the_pages_nearest_to_a_change_are_the_records_own(world):
    """The page of the record and the list that it stands in; nothing if nothing changed."""
    library, _ = read(world)
    replaced(world / CLAIM, "8 of 12", "eight of twelve")
    replaced(world / "seeds/terms/green-tea.toml", "en = ", "en  = ")
    after, _ = read(world)
    assert near_pages(library, after) == {
        "claims/tea/eight-of-twelve.md",
        "claims/index.md",
        "glossary/green-tea.md",
        "glossary/index.md",
    }
    assert near_pages(after, after) == frozenset()
    assert "texts/tea/read.md" in near_pages(Library(), after)

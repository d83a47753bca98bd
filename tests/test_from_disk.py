"""The zip that opens by double click: every link a file, and a whole visit without a network."""

import datetime
import io
import zipfile
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

import build
import dist
from guide.offline import file_link, zipped
from order import Order

DATED = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def packed(site):
    """The real site, packed."""
    return zipped(build.files_of(site.folder), DATED)


@pytest.fixture(scope="module")
def folder(packed, tmp_path_factory):
    """What a double click on the zip shows."""
    place = tmp_path_factory.mktemp("a folder of a reader's")
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        archive.extractall(place)
    return place / "cell-therapy-read-closely"


@pytest.mark.parametrize(
    ("link", "on_disk"),
    [
        ("../claims/", "../claims/index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("../read/?show=en#nk-2-3", "../read/index.html?show=en#nk-2-3"),
        ("#top", "#top"),
        ("?q=x", "?q=x"),
        ("../../data/claims.csv", "../../data/claims.csv"),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("", ""),
    ],
)
def test_a_link_to_a_folder_names_its_file(link, on_disk):
    """Query and anchor stay; what leads elsewhere stays."""
    assert file_link(link) == on_disk


def test_the_zip_is_small_dated_by_the_evidence_and_the_same_each_time(packed, site):
    """Two packings are one; no entry carries the clock or this machine's modes."""
    assert len(packed) <= dist.LARGEST == 15_000_000
    assert zipped(build.files_of(site.folder), DATED) == packed
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        entries = archive.infolist()
    assert [e.filename for e in entries] == sorted(e.filename for e in entries)
    assert len({e.date_time for e in entries}) == 1
    assert datetime.datetime(*entries[0].date_time).year == 2026
    assert {e.external_attr >> 16 for e in entries} == {0o100644}


def test_the_zip_says_in_both_languages_how_to_open_it(folder):
    """Three lines each."""
    chinese, english = (folder / "README.txt").read_text("utf-8").split("\n\n")
    assert len(chinese.splitlines()) == len(english.splitlines()) == 3
    assert "index.html" in chinese and "index.html" in english


def test_every_link_on_disk_names_a_file_that_is_there(folder):
    """On a disk nobody looks for an index."""
    dead = []
    for page in sorted(folder.rglob("*.html")):
        tree = LexborHTMLParser(page.read_text("utf-8"))
        for node in tree.css("[href], [src]"):
            link = node.attributes.get("href") or node.attributes.get("src") or ""
            parts = urlsplit(link)
            is_ours = not (parts.scheme or parts.netloc) and parts.path
            if is_ours and not (page.parent / unquote(parts.path)).is_file():
                dead.append((page.relative_to(folder).as_posix(), link))
    assert dead == []


OFFER = """
---
title: {title}
description: {title}
written: 2026-11-22
checked: 2026-11-22
review_by: 2027-11-22
---

# {title} {{#top}}

<!-- insert: offline-copy -->
"""


def test_the_site_offers_the_zip_that_it_holds_and_no_other_offers_one(project, capsys):
    """``make dist``: in the site, in ``dist/``, linked; the folder itself offers nothing."""
    for language, title in (("zh", "下载"), ("en", "Downloads")):
        page = project / f"docs/prose/{language}/about/downloads.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(OFFER.format(title=title).lstrip(), "utf-8")
    offered = 'href="../../../data/cell-therapy-read-closely.zip" download'
    assert build.build(project) == 0
    downloads = project / "site/en/about/downloads/index.html"
    assert offered not in downloads.read_text("utf-8")
    assert dist.packed(project, Order())
    assert "dist/cell-therapy-read-closely.zip: 0." in capsys.readouterr().out
    assert offered in downloads.read_text("utf-8")
    content = (project / "site/data/cell-therapy-read-closely.zip").read_bytes()
    assert (project / "dist/cell-therapy-read-closely.zip").read_bytes() == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        inside = archive.read("cell-therapy-read-closely/en/about/downloads/index.html").decode()
        assert ".zip" not in inside
        assert not [name for name in archive.namelist() if name.endswith(".zip")]


def test_a_build_that_fails_leaves_no_zip(project, capsys):
    """Nothing is packed of what was not built."""
    (project / "seeds/texts/tea/source.txt").unlink()
    assert not dist.packed(project, Order())
    assert not (project / "dist").exists()
    assert "nothing was built" in capsys.readouterr().err


# ------------------------------------------------------------------- in the browser
@pytest.fixture
def on_disk(visit, folder):
    """Open a file of the folder with the network off."""

    def open_file(name, **options):
        return visit(name, address=folder.as_uri() + "/", offline=True, **options)

    return open_file


@pytest.mark.browser
def test_a_whole_visit_from_disk(on_disk, folder):
    """Home, article, other language, search, a result, the ledger, a comparison: all on file://."""
    page = on_disk("index.html")
    page.locator("a[hreflang=zh-Hans]").click()
    page.locator(".site-nav a", has_text="文章").click()
    page.locator("main a[href*='nk/read/index.html']").first.click()
    assert page.locator("#nk-2-1 > .zh").is_visible()
    page.locator(".language-switch").click()
    assert page.url == (folder / "en/texts/nk/read/index.html").as_uri()
    page.locator(".search input").fill("alofisel")
    page.locator("[data-search-results] a").first.click()
    expect(page.locator("h1")).to_contain_text("Alofisel")
    page.locator(".site-nav a", has_text="Claims").click()
    rows = page.locator(".claim-row:visible")
    expect(rows).to_have_count(161)
    page.locator(".filters select[name=finding]").select_option("differs")
    expect(rows).not_to_have_count(161)
    assert "finding=differs" in page.url


@pytest.mark.browser
def test_the_glossary_filter_works_from_disk(on_disk):
    """By pinyin, with the index loaded from the folder."""
    page = on_disk("zh/glossary/index.html")
    page.locator(".filters [name=find]").fill("guichao")
    expect(page.locator(".entry:visible")).to_have_count(1)


@pytest.mark.browser
def test_terms_and_notes_open_in_place_from_disk(on_disk):
    """The tooltip's own link leads to a file too."""
    page = on_disk("zh/texts/nk/read/index.html")
    page.locator("a.term").first.hover()
    page.locator("#term-tip a").click()
    assert page.url.endswith("/index.html")
    page = on_disk("zh/compare/ibd-options/index.html")
    page.locator("a.note").first.click()
    assert page.locator(".note-tip").is_visible()


@pytest.mark.browser
def test_options_are_picked_and_printed_from_disk(on_disk):
    """Columns leave, and paper shows no interface."""
    page = on_disk("en/compare/ibd-options/index.html")
    heads = page.locator("table.compare thead th:visible")
    expect(heads).to_have_count(7)
    page.locator("input[name=options][value=treg]").uncheck()
    expect(heads).to_have_count(6)
    page.emulate_media(media="print")
    expect(heads).to_have_count(6)
    assert not page.locator(".site-nav").is_visible()

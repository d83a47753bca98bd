"""The built site as files: links, languages, linked data, and a build that cannot do harm."""

import datetime
import hashlib
import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

import build

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Reader(HTMLParser):
    """Notes what a page links to, its ids, its language runs and whether its tags are closed."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.assets, self.open, self.stray = [], [], [], [], []
        self.han, self.english = [], []
        self.linked_data = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "a" and attributes.get("href"):
            self.links.append(attributes["href"])
        if tag in ("script", "img", "link") and attributes.get("rel") not in (
            "canonical",
            "alternate",
        ):
            self.assets.append(attributes.get("src") or attributes.get("href") or "")
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag not in VOID:
            lang = attributes.get("lang") or (self.open[-1][1] if self.open else "")
            self.open.append((tag, lang, attributes))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.open and self.open[-1][0] == tag:
            self.open.pop()
        else:
            self.stray.append(tag)

    def handle_data(self, data):
        if not self.open:
            return
        tag, lang, attributes = self.open[-1]
        if tag == "script" and attributes.get("type") == "application/ld+json":
            self.linked_data.append(json.loads(data))
        elif tag not in ("script", "style", "title") and not lang.startswith(("zh", "ja")):
            self.han += re.findall(r"[\u4e00-\u9fff]{2,}", data)
        elif tag not in ("script", "style", "title") and lang.startswith("zh"):
            self.english += re.findall(r"[A-Za-z]+(?:[ ,;:][A-Za-z’']+){3,}", data)


@pytest.fixture(scope="module")
def pages(site):
    """Every page of the site, read."""
    return {p: Reader((site.folder / p).read_text(encoding="utf-8")) for p in site.pages()}


def test_every_link_and_anchor_leads_somewhere(site, pages):
    """No dead link inside the site."""
    dead = []
    for path, page in pages.items():
        if path.name == "404.html":
            continue
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (
                (site.folder / path.parent / unquote(parts.path)).resolve()
                if parts.path
                else site.folder / path
            )
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file():
                dead.append((str(path), link))
            elif parts.fragment and target.suffix == ".html":
                there = pages[target.relative_to(site.folder.resolve())]
                dead += [(str(path), link)] if unquote(parts.fragment) not in there.ids else []
    assert dead == []


def test_ids_are_unique_and_tags_are_closed(pages):
    """Each page is sound HTML."""
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), (
            path,
            [i for i in page.ids if page.ids.count(i) > 1],
        )
        assert page.stray == [], path


def test_chinese_is_marked_on_english_pages(pages):
    """Every run of Chinese on an English page says that it is Chinese."""
    for path, page in pages.items():
        if path.parts[0] == "en":
            assert page.han == [], path


def test_english_is_marked_on_chinese_pages(pages):
    """Four English words in a row are a phrase, not a name, and say that they are English."""
    for path, page in pages.items():
        if path.parts[0] == "zh":
            assert page.english == [], path


def test_nothing_is_fetched_from_anyone_else(pages):
    """Scripts, styles and pictures come from the site itself."""
    for path, page in pages.items():
        assert [a for a in page.assets if urlsplit(a).netloc not in ("", "127.0.0.1:8000")] == [], (
            path
        )


def test_each_page_has_its_twin(site, pages):
    """Both languages hold the same pages, and each names the other for search engines."""
    zh = {p.relative_to("zh") for p in pages if p.parts[0] == "zh"}
    en = {p.relative_to("en") for p in pages if p.parts[0] == "en"}
    assert zh == en
    for path in sorted(zh)[::25]:
        for language, other in (("zh", "en"), ("en", "zh")):
            text = (site.folder / language / path).read_text(encoding="utf-8")
            address = (
                str(path.parent).replace(".", "", 1)
                if str(path.parent) == "."
                else f"{path.parent}/"
            )
            if path.name == "index.html":
                tag = {"zh": "zh-Hans", "en": "en"}[other]
                assert f'hreflang="{tag}" href="{build.LOCAL}{other}/{address}"' in text, path


def test_pages_say_their_language_and_what_they_are_about(site, pages):
    """html lang, a title and a description, on every page."""
    for path in pages:
        text = (site.folder / path).read_text(encoding="utf-8")
        if path.parts[0] in ("zh", "en") and path.name == "index.html" and "http-equiv" not in text:
            assert f'<html lang="{path.parts[0]}"' in text
            assert '<meta name="description" content="' in text
            assert "<title>" in text


def test_every_claim_page_carries_a_claim_review(pages):
    """With the vocabulary's required properties, our words, and no number of our own making."""
    reviews = [
        data
        for path, page in pages.items()
        if path.parts[1:2] == ("claims",) and len(path.parts) == 5
        for data in page.linked_data
    ]
    assert len(reviews) == 2 * 161
    for review in reviews:
        assert review["@type"] == "ClaimReview"
        assert review["claimReviewed"] and review["author"]["name"] and review["datePublished"]
        assert review["itemReviewed"]["appearance"]["url"].startswith("http")
        assert set(review["reviewRating"]) == {"@type", "alternateName"}


def test_every_term_page_carries_a_defined_term(pages):
    """Each in its language, within its set."""
    terms = [
        data
        for path, page in pages.items()
        if path.parts[1:2] == ("glossary",) and len(path.parts) == 4
        for data in page.linked_data
    ]
    assert len(terms) == 2 * 233
    assert all(t["@type"] == "DefinedTerm" and t["inDefinedTermSet"]["name"] for t in terms)


def test_the_feeds_are_atom(site):
    """One each language, with an entry and a date."""
    for language in ("zh", "en"):
        text = (site.folder / language / "feed.xml").read_text(encoding="utf-8")
        assert 'xmlns="http://www.w3.org/2005/Atom"' in text
        assert text.count("<entry>") >= 1
        assert "<updated>2026-" in text


# ------------------------------------------------------------------ the build
def digest(folder):
    """One word for all that a folder holds."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def test_a_build_that_fails_leaves_the_old_site(project, capsys):
    """Bad input, and bad prose that only MkDocs notices: one line, and nothing is touched."""
    assert build.build(project, build.LOCAL) == 0
    before = digest(project / "site")
    claim = project / "seeds/claims/tea/next-year.toml"
    sound = claim.read_text(encoding="utf-8")
    claim.write_text(sound.replace("due = 2027-12-31", "due = soon"), encoding="utf-8")
    assert build.build(project, build.LOCAL) == 1
    assert "next-year.toml:9: toml-malformed" in capsys.readouterr().out
    claim.write_text(sound, encoding="utf-8")
    for language in ("zh", "en"):
        page = project / f"docs/prose/{language}/about/index.md"
        page.write_text(page.read_text("utf-8") + "\n[gone](nowhere.md)\n", encoding="utf-8")
    assert build.build(project, build.LOCAL) == 1
    assert "nowhere.md" in capsys.readouterr().out
    assert digest(project / "site") == before
    assert list((project / ".build").glob("tmp*")) == []


def test_generated_pages_follow_the_seeds(project):
    """A record that goes takes its pages with it."""
    assert build.build(project, build.LOCAL) == 0
    assert (project / "site/en/claims/tea/next-year/index.html").is_file()
    source = (project / "seeds/claims/tea/next-year.toml").read_text(encoding="utf-8")
    (project / "seeds/claims/tea/next-year.toml").unlink()
    (project / "seeds/claims/tea/next.toml").write_text(source, encoding="utf-8")
    assert build.build(project, build.LOCAL) == 0
    assert not (project / "docs/en/claims/tea/next-year.md").exists()
    assert not (project / "site/en/claims/tea/next-year").exists()


def test_an_old_id_leads_to_the_living_one(project):
    """Published ids never die."""
    assert build.build(project, build.LOCAL) == 0
    text = (project / "site/zh/claims/tea/eight/index.html").read_text(encoding="utf-8")
    assert "url=../../../claims/tea/eight-of-twelve/" in text
    assert (project / "site/zh/claims/tea/eight-of-twelve/index.html").is_file()


def test_a_second_build_writes_no_page_again(project):
    """What has not changed is not written, so that watchers stay quiet."""
    assert build.build(project, build.LOCAL) == 0
    page = project / "docs/zh/index.md"
    before = page.stat().st_mtime_ns
    assert build.build(project, build.LOCAL) == 0
    assert page.stat().st_mtime_ns == before


def test_held_back_sentences_are_nowhere_on_the_site(project):
    """Not in the pages, the search, or the data."""
    path = project / "seeds/texts/tea/text.toml"
    path.write_text(path.read_text("utf-8").replace('show = "full"', 'show = "quoted"'), "utf-8")
    assert build.build(project, build.LOCAL) == 0
    for file in (project / "site").rglob("*"):
        if file.suffix in (".html", ".js", ".json", ".csv", ".xml", ".tmx", ".tbx"):
            text = file.read_text(encoding="utf-8")
            assert "效果惊人" not in text, file
            assert "astonishing" not in text, file


def test_the_sitemap_is_dated_by_the_evidence(project):
    """Not by the clock."""
    assert build.build(project, build.LOCAL) == 0
    text = (project / "site/zh/sitemap.xml").read_text(encoding="utf-8")
    assert "<lastmod>2026-01-03</lastmod>" in text
    assert datetime.date.today().isoformat() not in text

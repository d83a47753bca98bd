"""What hosts, search engines and messengers are told: addresses, pictures, feeds, old ids."""

import io
import re
import tomllib
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

import build
from conftest import ROOT
from guide import preview_picture
from guide.previews import Preview

LANGUAGES = ("zh", "en")
LONGEST = {"zh": 60, "en": 160}  # characters of a description
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ELSEWHERE = "https://example.org/zh/guide/"  # a folder of a host, with a trap in its name


class Head:
    """What a page's head says of it."""

    def __init__(self, text):
        tree = LexborHTMLParser(text)
        self.said = {}
        for node in tree.css("head meta[content]"):
            key = node.attributes.get("property") or node.attributes.get("name")
            self.said[key] = node.attributes["content"]
        self.title = tree.css_first("title").text()
        self.canonical = [n.attributes["href"] for n in tree.css("head link[rel=canonical]")]
        self.languages = {
            n.attributes["hreflang"]: n.attributes["href"]
            for n in tree.css("head link[rel=alternate][hreflang]")
        }
        self.feeds = [
            n.attributes["href"] for n in tree.css('head link[type="application/atom+xml"]')
        ]
        self.redirects = bool(tree.css('meta[http-equiv="refresh"]'))


def heads_of(folder):
    """Each page's head by its address under the site, redirects and 404 left out."""
    heads = {}
    for path in sorted(folder.rglob("index.html")):
        head = Head(path.read_text("utf-8"))
        if not head.redirects:
            address = path.parent.relative_to(folder).as_posix()
            heads["" if address == "." else f"{address}/"] = head
    return heads


@pytest.fixture(scope="module")
def heads(site):
    """The heads of the real site."""
    return heads_of(site.folder)


# -------------------------------------------------------------- addresses and languages
def test_a_page_gives_its_own_address_and_those_of_its_twins(heads):
    """Canonical is itself; both languages name the same three addresses; the door for home."""
    for address, head in heads.items():
        assert head.canonical == [build.LOCAL + address]
        assert set(head.languages) == {"zh-Hans", "en", "x-default"}
        if address:
            rest = address.split("/", 1)[1]
            default = f"en/{rest}" if rest else ""
            assert head.languages == {
                "zh-Hans": f"{build.LOCAL}zh/{rest}",
                "en": f"{build.LOCAL}en/{rest}",
                "x-default": build.LOCAL + default,
            }
        assert all(link.removeprefix(build.LOCAL) in heads for link in head.languages.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sitemap_lists_every_page_once(site, heads, language):
    """And nothing else, each with the day of the evidence."""
    root = ElementTree.parse(site.folder / language / "sitemap.xml").getroot()  # noqa: S314 - ours
    listed = [e.text for e in root.iter(f"{SITEMAP}loc")]
    pages = [build.LOCAL + a for a in heads if a.startswith(f"{language}/")]
    assert sorted(listed) == sorted(pages)
    days = {e.text for e in root.iter(f"{SITEMAP}lastmod")}
    assert len(days) == 1 and re.fullmatch(r"\d{4}-\d\d-\d\d", days.pop())
    robots = (site.folder / "robots.txt").read_text("utf-8")
    assert f"Sitemap: {build.LOCAL}{language}/sitemap.xml\n" in robots


# ----------------------------------------------------------- what a messenger shows
def test_descriptions_are_short_and_titles_are_there(heads):
    """At most 60 Chinese characters, or 160 English ones; never empty."""
    for address, head in heads.items():
        language = address[:2]
        if language:
            assert 0 < len(head.said["description"]) <= LONGEST[language], address
            assert head.said["og:description"] == head.said["description"]
        assert head.title and head.said["og:title"], address


def test_every_page_says_how_it_is_shown_in_a_message(site, heads):
    """Name, kind, language, address, and a picture that is there in the size it says."""
    pictures = set()
    for address, head in heads.items():
        said = head.said
        assert said["og:url"] == build.LOCAL + address
        assert said["og:type"] == ("article" if address.count("/") > 1 else "website")
        assert {said["og:locale"], said["og:locale:alternate"]} == {"zh_CN", "en_GB"}
        assert said["og:locale"].startswith(address[:2])
        assert said["og:site_name"] and said["og:image:alt"]
        assert said["twitter:card"] == "summary_large_image"
        assert said["og:image"].startswith(build.LOCAL + (address[:3] or "zh/"))
        pictures.add(said["og:image"].removeprefix(build.LOCAL))
    for picture in pictures:
        with Image.open(site.folder / picture) as image:
            assert (image.format, image.size) == ("PNG", (1200, 630)), picture
    drawn = {p.relative_to(site.folder).as_posix() for p in site.folder.glob("*/previews/*")}
    assert pictures == drawn


def test_pages_that_are_passed_on_have_a_picture_of_their_own(heads):
    """Articles, explainers, comparisons, cards and therapies; claims share one a finding."""
    shared = {}
    for address, head in heads.items():
        parts = address.split("/")[1:-1]
        if len(parts) > 1 and parts[0] in ("texts", "explain", "compare", "cards", "therapies"):
            shared.setdefault(head.said["og:image"], []).append(address)
    assert [pages for pages in shared.values() if len(pages) > 1] == []
    claims = {h.said["og:image"] for a, h in heads.items() if re.match(r"zh/claims/\w+/", a)}
    findings = tomllib.loads((ROOT / "seeds/vocabulary.toml").read_text("utf-8"))["finding"]
    names = {urlsplit(c).path.rsplit("/", 1)[1] for c in claims}
    assert names <= {f"claims-{finding}.png" for finding in findings}
    assert len(names) > 5


def test_the_font_has_every_character_of_the_pictures(heads):
    """A character that it lacks is named; ``make font`` adds it."""
    words = Preview("细胞", "讲解", "罕见的𠮷字", "")
    assert preview_picture.missing(words) == "𠮷"
    real = "".join(h.title for h in heads.values())
    assert preview_picture.missing(Preview("", "", real, "")) == ""


def test_a_picture_is_the_same_bytes_each_time_and_other_words_are_others():
    """It carries no clock; a long title is broken and stays on the sheet."""
    words = Preview("细胞疗法细读", "讲解", "从皮肤细胞到细胞药" * 6, "每句话都有译文")
    first = preview_picture.png(words)
    assert preview_picture.png(words) == first
    other = Preview("细胞疗法细读", "讲解", "别的题目", "每句话都有译文")
    assert preview_picture.png(other) != first
    assert preview_picture.digest(other) != preview_picture.digest(words)
    image = Image.open(io.BytesIO(first)).convert("L")
    paper = image.getpixel((1199, 0))
    right, bottom = (1150, 0, 1200, 630), (30, 600, 1200, 630)
    assert all(image.crop(box).getextrema() == (paper, paper) for box in (right, bottom))


def test_lines_break_between_words_and_never_before_a_mark():
    """Chinese anywhere but before its punctuation; English between words."""
    font = preview_picture._font(46)
    chinese = preview_picture.lines("细胞疗法，细读。" * 8, font, 400)
    assert "".join(chinese) == "细胞疗法，细读。" * 8
    assert len(chinese) > 4 and not any(line[0] in "，。" for line in chinese)
    english = preview_picture.lines("every sentence beside its translation", font, 400)
    assert " ".join(english) == "every sentence beside its translation"
    assert all(font.getlength(line) <= 400 for line in chinese + english)


# --------------------------------------------------------------------------- feeds
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_is_linked_and_has_what_atom_requires(site, heads, language):
    """RFC 4287: id, title, updated, author; each entry leads to a page that is there."""
    root = ElementTree.parse(site.folder / language / "feed.xml").getroot()  # noqa: S314 - ours
    assert root.tag == f"{ATOM}feed"
    assert root.find(f"{ATOM}author/{ATOM}name").text
    here = f"{build.LOCAL}{language}/feed.xml"
    links = {e.get("rel"): e.get("href") for e in root.findall(f"{ATOM}link")}
    assert links == {"self": here, None: f"{build.LOCAL}{language}/"}
    entries = root.findall(f"{ATOM}entry")
    for part in (root, *entries):
        for name in ("id", "title", "updated"):
            assert part.find(ATOM + name).text, name
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", part.find(f"{ATOM}updated").text)
    for entry in entries:
        assert entry.find(f"{ATOM}link").get("href").removeprefix(build.LOCAL) in heads
    for address, head in heads.items():
        if address.startswith(language):
            depth = address.count("/") - 1
            assert head.feeds == ["../" * depth + "feed.xml"], address


# --------------------------------------------------------- a folder of somebody's host
def test_a_site_in_a_folder_of_a_host_is_whole(project):
    """As GitHub Pages serves a project: addresses, pictures and the 404 pages know the folder."""
    assert build.build(project, ELSEWHERE) == 0
    site = project / "site"
    heads = heads_of(site)
    for address, head in heads.items():
        rest = address.split("/", 1)[1] if address else ""
        assert head.canonical == [ELSEWHERE + address]
        assert head.languages["zh-Hans"] == f"{ELSEWHERE}zh/{rest}"
        assert head.languages["en"] == f"{ELSEWHERE}en/{rest}"
        picture = head.said["og:image"].removeprefix(ELSEWHERE)
        assert (site / picture).is_file(), address
    for name in ("404.html", "zh/404.html", "en/404.html"):
        tree = LexborHTMLParser((site / name).read_text("utf-8"))
        links = [
            n.attributes.get("href") or n.attributes.get("src") for n in tree.css("[href], [src]")
        ]
        local = [link for link in links if not urlsplit(link).netloc and link[0] != "#"]
        assert local and all(re.match("/zh/guide/(?!.*//)", link) for link in local), name
        for link in local:
            target = (site / link.removeprefix("/zh/guide/")).resolve()
            assert target.is_file() or (target / "index.html").is_file(), link
    assert {"zh-Hans", "en"} <= {
        n.attributes["hreflang"]
        for n in LexborHTMLParser((site / "404.html").read_text("utf-8")).css("a[hreflang]")
    }


def test_any_kind_of_page_can_move(project):
    """One list for claims, terms, therapies, comparisons and hand-written pages."""
    (project / "seeds/renamed.toml").write_text(
        '"glossary/tea-leaf" = "glossary/green-tea"\n"explain/old/page" = "about"\n', "utf-8"
    )
    assert build.build(project, build.LOCAL) == 0
    for language in LANGUAGES:
        for old, target in (
            ("glossary/tea-leaf", "../../glossary/green-tea/"),
            ("explain/old/page", "../../../about/"),
        ):
            page = project / "site" / language / old / "index.html"
            assert f"url={target}" in page.read_text("utf-8")
            assert (page.parent / target / "index.html").is_file()


# ------------------------------------------------------------------------ publishing
def test_the_workflow_runs_actions_named_by_commit():
    """A tag can be moved to other code; a commit cannot."""
    workflow = (ROOT / ".github/workflows/site.yml").read_text("utf-8")
    used = re.findall(r"uses: (.*)", workflow)
    assert len(used) >= 5
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action

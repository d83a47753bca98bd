"""The pages of the tiny world, as Markdown: golden files, and both languages alike."""

import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

import check
from guide.pages import all_pages
from guide.pages.page import inline, relative
from guide.shapes.base import Bilingual

GOLDEN = Path(__file__).resolve().parent / "worlds/valid/golden"
TODAY = datetime.date(2026, 6, 1)
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]


@pytest.fixture
def pages(world):
    library, problems = check.checked(world, TODAY)
    assert problems == []
    return all_pages(library, TODAY)


def test_pages_are_the_golden_ones(pages, request):
    """A change of a page is seen; ``pytest --update-golden`` records what was meant."""
    if request.config.getoption("--update-golden"):
        for path in GOLDEN.rglob("*.md"):
            path.unlink()
        for name, text in pages.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_text(text, encoding="utf-8")
    golden = {p.relative_to(GOLDEN).as_posix(): p.read_text("utf-8") for p in GOLDEN.rglob("*.md")}
    assert sorted(pages) == sorted(golden)
    for name, text in golden.items():
        assert pages[name] == text, name


def test_both_languages_have_the_same_pages_and_ids(pages):
    """A reader who switches stays where she was."""
    ids = {name: re.findall(r'(?:\{#|\bid=")([\w-]+)', text) for name, text in pages.items()}
    for name, mine in ids.items():
        if name.startswith("zh/"):
            twin = "en/" + name.removeprefix("zh/")
            assert [i for i in mine if not i.startswith("letter")] == [
                i for i in ids[twin] if not i.startswith("letter")
            ]


def test_the_same_day_gives_the_same_bytes(world):
    """Nothing depends on the order of a dictionary or on the clock."""
    library, _ = check.checked(world, TODAY)
    again, _ = check.checked(world, TODAY)
    assert all_pages(library, TODAY) == all_pages(again, TODAY)


def test_a_forecast_past_its_day_says_so(world):
    """Nobody has to remember it."""
    library, _ = check.checked(world, TODAY)
    late = all_pages(library, datetime.date(2028, 1, 1))
    assert "2027年12月31日到期" in late["zh/claims/tea/next-year.md"]
    assert "fell due on 31 December 2027" in late["en/claims/tea/next-year.md"]
    assert "fell due" not in all_pages(library, TODAY)["en/claims/tea/next-year.md"]


def test_an_untranslated_sentence_is_never_shown_as_finished(world):
    """Missing and fuzzy English gives way to a notice in the reader's language."""
    po = world / "seeds/texts/tea/en.po"
    text = po.read_text(encoding="utf-8")
    text = text.replace('msgstr "“The effect is astonishing.”"', 'msgstr ""')
    text = text.replace('msgctxt "tea-2-1"', '#, fuzzy\n#| msgid "x"\nmsgctxt "tea-2-1"')
    po.write_text(text, encoding="utf-8")
    library, _ = check.checked(world, TODAY)
    page = all_pages(library, TODAY)["en/texts/tea/read.md"]
    assert "astonishing" not in page
    assert "What the study says" not in page
    assert "not translated yet" in page
    assert "the source has changed" in page


def test_rights_can_hold_a_text_back(world):
    """With show = "quoted", only sentences that a claim quotes reach a page."""
    path = world / "seeds/texts/tea/text.toml"
    path.write_text(path.read_text("utf-8").replace('show = "full"', 'show = "quoted"'), "utf-8")
    library, problems = check.checked(world, TODAY)
    assert problems == []
    everything = "".join(all_pages(library, TODAY).values())
    assert "效果惊人" not in everything
    assert "astonishing" not in everything
    assert "8只记得更快" in everything
    assert "not shown here" in everything


@given(st.text(alphabet=st.sampled_from("*_`[](){}<>#|\\!&\"'~^+-=:.1$ a中\n"), max_size=30))
def test_data_is_never_markup(text):
    """Whatever a record says appears as the characters it is made of."""
    text = " ".join(text.split())
    html = Markdown(extensions=EXTENSIONS).convert(str(inline(text)))
    shown = re.sub(r"<[^>]+>", "", html)
    unescaped = re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), shown)
    for name, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        unescaped = unescaped.replace(name, character)
    assert unescaped == text
    assert html in ("", f"<p>{shown}</p>")


@pytest.mark.parametrize("value", [Bilingual(zh="茶", en="tea"), None, ["tea"]])
def test_a_template_prints_words_and_not_what_holds_them(value):
    """Both languages at once, a list, nothing: none of them has a printed form."""
    with pytest.raises(TypeError, match="choose a language or a field"):
        inline(value)


@pytest.mark.parametrize(
    ("url", "target", "link"),
    [
        ("", "claims/", "claims/"),
        ("claims/", "", "../"),
        ("claims/nk/x/", "glossary/", "../../../glossary/"),
        ("claims/", "claims/", "./"),
        ("claims/", "../data/claims.csv", "../../data/claims.csv"),
    ],
)
def test_links_are_relative(url, target, link):
    """A site may stand in any folder."""
    assert relative(url, target) == link

"""A new article: any Chinese text is taken in whole, and nothing of it is published unfinished."""

import codecs
import datetime
import re
import shutil
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import build
import check
import new
from conftest import ROOT, VALID, Site, with_frame
from guide import drafts
from guide.exclusions import unaccounted
from guide.glossary import Glossary
from guide.intake import RefusedError
from guide.intake.article import article
from guide.intake.decoding import cleaned, restored
from guide.intake.guesses import guessed
from guide.intake.outline import proposals
from guide.intake.terms import candidates, known
from guide.intake.webpage import read as read_page
from guide.reader import read
from guide.source import Reading, joined, split
from guide.terms import Finder
from guide.translation import merged, parsed, serialised

ARTICLES = ROOT / "tests/articles"
NAMES = sorted(p.name for p in ARTICLES.iterdir() if p.name != "README.md")
TODAY = datetime.date(2026, 6, 1)
ODD = "膝盖疼\u200e痛，😀 扫码\x0b加微信\u2028三針共８４００元\ufeff\x07。\r\n| a\t| 二 |\n# 三\n,,,\n价格\t3000"


def words(name):
    return (ARTICLES / name).read_text(encoding="utf-8")


def take(world, source, text="knee", form=""):
    """Take an article into a world, given as a file or as its content."""
    if not isinstance(source, Path):
        raw = source if isinstance(source, bytes) else source.encode()
        source = world.parent / "article"
        source.write_bytes(raw)
    new.new(world, text, str(source), form)


def problems(world):
    return check.checked(world, TODAY)[1]


# ------------------------------------------------------------------- encodings
@pytest.mark.parametrize("name", [n for n in NAMES if not n.endswith(".html")])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_a_text_is_read_in_any_encoding_that_chinese_comes_in(name, encoding):
    """With or without a byte-order mark, the characters are the same."""
    assert article(words(name).encode(encoding)).text.text == words(name)


def test_a_traditional_page_in_big5_is_read():
    """By the encoding that the page names."""
    page = '<html><head><meta charset="big5"></head><body><p>膝關節疼痛，幹細胞療法。</p></body>'
    assert article(page.encode("big5")).text.text == "膝關節疼痛，幹細胞療法。\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_become_lf_and_are_remembered(ends):
    """A file from any system gives the same lines, and its own back."""
    came = words("science-news.txt").replace("\n", ends)
    found = cleaned(came)
    assert found.text == words("science-news.txt")
    assert restored(found) == came


@given(st.text() | st.lists(st.sampled_from(list(ODD)), max_size=30).map("".join))
def test_no_character_is_lost(text):
    """What our files may not hold is listed with its place, so that all comes back."""
    assert restored(cleaned(text)) == text


def test_odd_characters_can_be_put_back_from_text_toml(world):
    """The record in ``text.toml`` and the source make the article again."""
    take(world, ODD)
    folder = world / "seeds/texts/knee"
    origin = tomllib.loads((folder / "text.toml").read_text("utf-8"))["origin"]
    text = (folder / "source.txt").read_bytes().decode()
    for item in origin["taken"]:
        at, code, *line = item.split()
        rest = text[int(at) + len(line) :]
        text = text[: int(at)] + chr(int(code[2:], 16)) + rest
    assert text == ODD
    assert not [
        p for p in problems(world) if p.code not in drafts.TOLERATED | {"translation-undone"}
    ]


# ----------------------------------------------------------------- never crash
CHINESE = st.text(
    alphabet=st.sampled_from(ODD + "的一是了在\n\n。，|-# 0123%元[]（）答：来源"), max_size=120
)


@given(CHINESE | st.text(max_size=80))
def test_any_text_is_taken_whole_or_refused(text):
    """Its sentences, read as proposed, give it back; its PO file can be read again."""
    try:
        found = article(text.encode(), "text").text.text
    except RefusedError:
        return
    readings = [Reading((p.first, p.last), "", p.form, p.role, p.level) for p in proposals(found)]
    parts = split("x", found, readings)
    assert joined(parts) == found
    entries, faults = parsed(serialised(merged(parts.sentences, ())), "x.po")
    assert faults == []
    assert [e.zh for e in entries] == [s.zh for s in parts.sentences]
    guessed(found)
    candidates(found, Finder({}))


@given(st.binary(max_size=200) | CHINESE.map(lambda t: t.encode("gb18030")))
def test_any_bytes_are_a_text_or_refused(raw):
    """One line, never a traceback."""
    said = ""
    try:
        article(raw)
    except RefusedError as error:
        said = str(error)
    assert "\n" not in said


TAGS = [
    "p",
    "div",
    "td",
    "tr",
    "table",
    "li",
    "ul",
    "ol",
    "h2",
    "sup",
    "b",
    "br",
    "pre",
    "th",
    "section",
]
PAGES = st.lists(
    st.sampled_from(
        [f"<{t}>" for t in TAGS] + [f"</{t}>" for t in TAGS] + ["&#0;", "&#x202e;", "&lt;"]
    )
    | CHINESE.map(lambda t: re.sub("[<&]", "", t)),
    max_size=40,
).map("".join)


@given(PAGES)
def test_no_character_of_a_small_page_is_lost(inside):
    """However badly its elements are nested, everything that it shows is there."""
    shown = re.sub(
        r"<[^>]*>", "", inside.replace("&lt;", "<").replace("&#0;", "").replace("&#x202e;", "")
    )
    rows = "".join(row.text for row in read_page(f"<body>{inside}</body>", whole=True).rows)
    for character in set(re.sub(r"[\s|\\<\x00-\x1f\u200e\u2028\ufeff0-9.-]", "", shown)):
        assert rows.count(character) >= shown.count(character), character


# -------------------------------------------------------------------- web pages
WECHAT = """<html><head><meta property="og:site_name" content="微信公众平台"></head><body>
<h1>一针见效？</h1><a id="js_name"> 健康小站 </a><em id="publish_time">2026-03-02 08:30</em>
<div id="js_content" style="visibility: hidden"><p>12名患者里有9名疼痛减轻，有效率75％。</p>
<ol start="3"><li>没有对照</li><li value="7">随访四周</li><li>没有登记</li></ol>
<p>数据来源：内部资料</p></div></body></html>"""


def test_a_page_of_wechat_names_its_account_and_keeps_its_numbers():
    """Hidden until a script shows it; the list begins where the page begins it."""
    found = article(WECHAT.encode(), "html")
    guess = guessed(found.text.text, found.page)
    assert (guess.publisher, guess.date) == ("健康小站", datetime.date(2026, 3, 2))
    lines = found.text.text.splitlines()
    assert "12名患者里有9名疼痛减轻，有效率75％。" in lines
    assert lines[-4:] == ["3. 没有对照", "7. 随访四周", "8. 没有登记", "数据来源：内部资料"]
    assert guessed("膝盖疼\n数据来源：内部资料\n来源：健康小站").publisher == "健康小站"


def test_a_page_keeps_its_title_headings_lists_table_and_notes():
    """Each as a line that the splitter knows; menus and scripts are left out."""
    found = article((ARTICLES / "clinic-prices.html").read_bytes())
    lines = found.text.text.split("\n")
    assert lines[0] == "膝骨关节炎注射治疗项目与价格"
    assert "| PRP注射 | 2,800元/次 | 3次 |" in lines
    assert lines[lines.index("| 项目 | 价格 | 次数 |") + 1] == "|---|---|---|"
    assert {"- 48小时内不要沾水；", "- 散步可以", "2. 第二步，离心。", "图1：注射的位置"} <= set(
        lines
    )
    assert "[1] 本门诊内部统计，2025年。" in lines
    assert any("有效率高达92%[1]，不用开刀" in line for line in lines)
    assert any("约为1×10⁹个，疗程共3次" in line for line in lines)
    assert "- 肩膀痛怎么办" in found.page.left_out
    everything = found.text.text + "".join(found.page.left_out)
    assert "脚本" not in everything
    assert "首页 > 膝关节科" in everything


def test_a_page_says_who_when_and_where():
    """Title, publisher, day and address are read from what the page says of itself."""
    found = article((ARTICLES / "clinic-prices.html").read_bytes())
    guess = guessed(found.text.text, found.page)
    assert guess.title == "膝骨关节炎注射治疗项目与价格"
    assert guess.publisher == "青禾示例门诊"
    assert guess.date == datetime.date(2026, 2, 11)
    assert guess.where == "https://clinic.example/knee"


def test_the_whole_page_can_be_asked_for():
    """``FORMAT=page`` leaves nothing out that the page shows."""
    whole = article((ARTICLES / "clinic-prices.html").read_bytes(), "page")
    assert whole.page.left_out == ()
    assert "- 肩膀痛怎么办\n" in whole.text.text


# ---------------------------------------------------------- what is seen in it
def outline(name):
    """How each line of an article is read with what is proposed: (form, role) by line."""
    found = article((ARTICLES / name).read_bytes())
    rows = found.page.rows if found.page else ()
    readings = [
        Reading((p.first, p.last), "", p.form, p.role, p.level)
        for p in proposals(found.text.text, rows)
    ]
    sentences = split("x", found.text.text, readings).sentences
    return {s.line: (s.form, s.role) for s in reversed(sentences)}


@pytest.mark.parametrize(
    ("name", "line", "form", "role"),
    [
        ("science-news.txt", 6, "heading", "body"),
        ("science-news.txt", 14, "reference", "reference"),
        ("clinic-prices.html", 2, "paragraph", "credit"),
        ("clinic-prices.html", 3, "heading", "body"),  # ends in a question mark
        ("clinic-prices.html", 20, "paragraph", "body"),  # short, but no heading there
        ("clinic-prices.html", 21, "paragraph", "advertisement"),
        ("clinic-prices.html", 24, "paragraph", "disclaimer"),
        ("traditional.txt", 2, "paragraph", "credit"),
        ("traditional.txt", 8, "heading", "body"),
        ("traditional.txt", 10, "paragraph", "disclaimer"),
        ("tables-footnotes.md", 3, "heading", "body"),
        ("tables-footnotes.md", 5, "table-header", "body"),
        ("tables-footnotes.md", 12, "list-item", "body"),  # columns by tabs
        ("tables-footnotes.md", 25, "reference", "reference"),
        ("no-punctuation.txt", 1, "heading", "body"),
        ("no-punctuation.txt", 4, "paragraph", "body"),
        ("no-punctuation.txt", 8, "paragraph", "advertisement"),
    ],
)
def test_lines_are_read_as_they_are_meant(name, line, form, role):
    """Headings, credits, tables without a frame, what sells and what disclaims."""
    assert outline(name)[line] == (form, role)


def test_terms_are_found_in_traditional_characters():
    """間充質幹細胞 is 间充质干细胞."""
    library, _ = read(ROOT)
    found = known(words("traditional.txt"), Glossary(library).chinese)
    terms = {library.terms[n].id: t.record.zh for n, t in enumerate(library.terms)}
    assert {terms[t] for t in found} >= {"间充质干细胞", "临床试验", "对照组"}
    assert max(found.values()) == 3


def test_words_that_look_like_terms_are_named():
    """Abbreviations, codes, and strings that come again on their own; not their pieces."""
    forms = [c.form for c in candidates(words("science-news.txt"), Finder({"间充质干细胞": "msc"}))]
    assert {"XB-7", "CT", "软骨厚度"} <= set(forms)
    assert not {"间充质", "骨厚度", "的膝"} & set(forms)


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_has_a_stub(world, name):
    """Each stub quotes the article word for word; together they hold every figure."""
    take(world, ARTICLES / name)
    library, _ = read(world)
    text = library.text("knee")
    stubs = library.stubs_of("knee")
    assert stubs
    assert all(len(s.spans) == s.record.times for s in stubs)
    assert unaccounted(text, stubs) == ()


def test_spoken_numbers_are_figures_too(world):
    """两万八, 八万四, 一万步."""
    take(world, ARTICLES / "no-punctuation.txt")
    stubs = (world / "seeds/claims/knee").iterdir()
    first = " ".join(stub.read_text("utf-8").split("\n")[0] for stub in stubs)
    assert all(figure in first for figure in ("两万八", "八万四", "一万步", "百分之九十五"))


def test_a_long_sentence_is_quoted_by_its_clauses(world):
    """A page without a full stop gives quotations that somebody can judge."""
    take(world, "膝盖疼，" * 60 + "打了3针以后不疼了，" + "走路，" * 60)
    (stub,) = read(world)[0].stubs_of("knee")
    assert stub.record.quote == "打了3针以后不疼了"


# ------------------------------------------------------------------ bad input
@pytest.mark.parametrize(
    ("raw", "cure"),
    [
        (b"", "it is empty"),
        (b" \r\n\t", "it is empty"),
        (b"%PDF-1.7 \xff", "a PDF; copy its text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture; type its text"),
        (b"PK\x03\x04 word/document.xml", "a Word file"),
        (bytes(range(256)) * 9, "save it as UTF-8"),
        (codecs.BOM_UTF8 + b"\xff\xfe\xfd", "is not; save it as UTF-8"),
        (b"An English article.", "no Chinese in it"),
        (b"<html><body><script>1</script></body></html>", "no Chinese in it"),
        ("<html>" + "<div>" * 2000 + "膝盖疼痛膝盖疼痛" * 40, "nested beyond all measure"),
        ("膝" * 400_000, "1,200,000 bytes, more than 1,000,000"),
    ],
)
def test_what_cannot_be_taken_gets_one_line(world, raw, cure):
    """What it is, and what to do; nothing is written."""
    with pytest.raises(RefusedError) as error:
        take(world, raw)
    assert cure in str(error.value)
    assert str(error.value).count("\n") == 0
    assert problems(world) == []


@pytest.mark.parametrize(
    ("text", "source", "cure"),
    [
        ("", "a.txt", "make new TEXT=knee SOURCE=article.txt"),
        ("knee", "", "make new TEXT=knee SOURCE=article.txt"),
        ("knee", "no/such.txt", "cannot be read (No such file or directory)"),
        ("knee", ".", "it is a folder"),
        ("knee", "/dev/null", "no ordinary file"),
        ("knee", "a\0b", "it is no path"),
        ("tea", "a.txt", "seeds/claims/tea is there already"),
        ("../knee", "a.txt", "is no id"),
        ("/knee", "a.txt", "is no id"),
        ("Knee", "a.txt", "is no id"),
        (".", "a.txt", "is no id"),
    ],
)
def test_names_that_cannot_be_taken_get_one_line(world, monkeypatch, capsys, text, source, cure):  # noqa: PLR0917
    """Missing, taken, no slug, or a way out of the folder: no traceback."""
    monkeypatch.setattr(sys, "argv", ["new.py", "--text", text, "--source", source])
    assert new.main(world) == 1
    said = capsys.readouterr().err
    assert said.startswith("new: ")
    assert cure in said
    assert said.count("\n") == 1


def test_an_article_is_written_whole_or_not_at_all(world, monkeypatch):
    """When the second folder cannot be put in place, the first is taken back."""
    rename = Path.rename

    def fails(path, target):
        if "texts" in str(target):
            raise OSError(28, "No space left on device", str(target))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OSError, match="No space left"):
        take(world, ARTICLES / "science-news.txt")
    assert not (world / "seeds/texts/knee").exists()
    assert not (world / "seeds/claims/knee").exists()
    assert list((world / ".build").iterdir()) == []


# --------------------------------------------------------------------- drafts
@pytest.fixture(scope="module")
def drafted(tmp_path_factory):
    """The tiny world with two drafts beside its own text, built with DRAFT=1 and served."""
    root = with_frame(Path(shutil.copytree(VALID, tmp_path_factory.mktemp("draft") / "world")))
    (root / ".build").mkdir()
    take(root, ARTICLES / "clinic-prices.html", "knee")
    take(root, ARTICLES / "traditional.txt", "joint")
    assert build.build(root, build.LOCAL, draft=True) == 0
    served = Site(root / "site")
    yield served
    served.close()


def test_a_draft_bids_search_engines_away(drafted):
    """Where a draft is put up for its editors to see, nobody else is led to it."""
    assert (drafted.folder / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"


def test_from_article_to_draft_and_away_again(world, capsys):
    """New, listed by check, refused by the build, gone without a trace."""
    before = {p: p.read_bytes() for p in world.rglob("*") if p.is_file()}
    (world / "site").mkdir()
    (world / "site/index.html").write_text("the site before", encoding="utf-8")
    take(world, ARTICLES / "science-news.txt")
    codes = {p.code for p in problems(world)}
    assert codes == {
        *("text-draft", "text-guessed", "words-missing", "where-missing"),
        *("claim-draft", "translation-undone"),
    }
    assert codes - drafts.TOLERATED == {"translation-undone"}
    lines = [str(p) for p in problems(world)]
    assert "seeds/texts/knee/text.toml:2: text-draft: knee is a draft" in "\n".join(lines)
    assert any(
        re.match(r"seeds/claims/knee/figure-4-1\.draft\.toml:1: claim-draft: 41", x) for x in lines
    )
    assert any(
        re.match(r"seeds/texts/knee/en\.po:\d+: translation-undone: knee-1-1", x) for x in lines
    )
    with_frame(world)
    (world / ".build").mkdir(exist_ok=True)
    assert build.build(world, build.LOCAL) == 1
    assert "the site built before is untouched" in capsys.readouterr().err
    assert (world / "site/index.html").read_text(encoding="utf-8") == "the site before"
    for kind in ("texts", "claims"):
        shutil.rmtree(world / "seeds" / kind / "knee")
    assert problems(world) == []
    left = {
        p: p.read_bytes() for p in world.rglob("*") if p.is_file() and "docs/theme" not in str(p)
    }
    assert left.items() >= before.items()
    assert {p.name for p in left.keys() - before.keys()} == {"index.html", *build.CONFIGS.values()}


def test_a_draft_forgives_what_is_missing_and_nothing_else(world):
    """A wrong word in a draft, or a gap in a finished text, stops a draft build too."""
    take(world, ARTICLES / "science-news.txt")
    library, found = check.checked(world, TODAY)
    errors = [p for p in drafts.tolerated(library, found) if p.severity == "error"]
    assert errors == []
    toml = world / "seeds/texts/tea/text.toml"
    toml.write_text(toml.read_text("utf-8").replace('quote = "3杯"', 'quote = "茶"'), "utf-8")
    toml = world / "seeds/texts/knee/text.toml"
    text = toml.read_text("utf-8") + '\n[[exclusion]]\nquote = "没有这句"\nreason = "counting"\n'
    toml.write_text(text, "utf-8")
    library, found = check.checked(world, TODAY)
    errors = {p.code for p in drafts.tolerated(library, found) if p.severity == "error"}
    assert errors == {"figure-unclaimed", "exclusion-unmatched"}


def test_a_deleted_stub_leaves_its_figure_open(world):
    """Nothing is accounted for by looking away."""
    take(world, ARTICLES / "science-news.txt")
    (world / "seeds/claims/knee/figure-4-1.draft.toml").unlink()
    (line,) = [str(p) for p in problems(world) if p.code == "figure-unclaimed"]
    assert line.startswith("seeds/texts/knee/source.txt:4: figure-unclaimed: knee-4-1: 41.5%")


def test_a_draft_can_be_finished(world):
    """When all that is listed has been done, nothing is left to say."""
    take(world, "膝盖疼\n医生让她多走路。")
    folder = world / "seeds/texts/knee"
    po = (folder / "en.po").read_text("utf-8")
    for zh, en in (("膝盖疼", "Knee pain"), ("医生让她多走路。", "The doctor told her to walk.")):
        po = po.replace(f'msgid "{zh}"\nmsgstr ""', f'msgid "{zh}"\nmsgstr "{en}"')
    (folder / "en.po").write_text(po, "utf-8")
    toml = (folder / "text.toml").read_text("utf-8")
    toml = re.sub(r"draft = true.*\n", "", toml)
    toml = re.sub(r"guessed = .*", "guessed = []", toml)
    toml = toml.replace("（待写）", "某处").replace("(to be written)", "Somewhere")
    toml = toml.replace("[interest]", 'where = "https://knee.example/"\n[interest]', 1)
    (folder / "text.toml").write_text(toml, "utf-8")
    assert [str(p) for p in problems(world)] == []


def test_a_page_about_a_text_that_is_gone_is_a_problem(world):
    """A hand-written page does not outlive its text unnoticed."""
    for language in ("zh", "en"):
        page = world / f"docs/prose/{language}/texts/knee/index.md"
        page.parent.mkdir(parents=True)
        page.write_text(
            (world / f"docs/prose/{language}/about/index.md").read_text("utf-8"), "utf-8"
        )
    assert {str(p).split(": knee")[0] for p in problems(world)} == {
        f"docs/prose/{language}/texts/knee/index.md:1: text-unknown" for language in ("zh", "en")
    }


@pytest.mark.browser
@pytest.mark.parametrize(
    ("language", "banner", "gap"),
    [
        ("zh", "草稿：这篇文章还没有整理完", "还没有译出"),
        ("en", "Draft: This article", "not translated yet"),
    ],
)
def test_a_draft_says_so_and_shows_its_gaps(visit, drafted, language, banner, gap):
    """On both of its pages, in both languages; each open figure is marked and leads to the list."""
    about = visit(f"/{language}/texts/knee/", address=drafted.address)
    assert banner in about.locator(".draft").inner_text()
    page = visit(f"/{language}/texts/knee/read/", address=drafted.address)
    assert banner in page.locator(".draft").inner_text()
    assert gap in page.locator(".pair .pending").first.inner_text()
    assert page.locator(".figure-open").filter(has_text="92%").count() == 1
    assert "PRP注射" in page.locator("main table").first.inner_text()


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_three_texts_fit_everywhere(visit, drafted, width):
    """Home, lists, ledger and the pages of each text stay inside the screen."""
    page = visit("/zh/", width=width, address=drafted.address)
    assert page.locator("section.card:not(#patients)").count() == 3
    for place in ("", "texts/", "claims/", "texts/joint/", "texts/knee/read/"):
        page.goto(f"{drafted.address}/zh/{place}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place
    page.goto(f"{drafted.address}/zh/claims/")
    assert page.locator(".chart thead th").count() == 5
    assert page.locator("select[name=text] option").count() == 4

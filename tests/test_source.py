"""The splitter: nothing is lost, and a sentence ends where a reader would end it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.source import Reading, joined, split

PIECES = st.sampled_from(
    [
        *("中文", "细胞", "。", "！", "?", "；", ",", "“", "”", '"', "(", ")", "【", "】", "[1]"),
        *("73.5%", "1x10^6cells.", "et al.", "21(5):311-314.", "Dr. Li", "2025年", "😀", "e\u0301"),
        *("\n", "\n\n", "\r\n", "\t", " ", "\u3000", "\x00", "\u202e", "\u2028", "\ufeff"),
        *("| a | b |\n|---|---|\n", "- ", "一、", "3、", "答:", "[2]", "|", "\\|"),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)


@given(TEXTS)
def test_joined_sentences_are_the_text(text):
    """Joined again, the sentences and what stands between them give the text back."""
    assert joined(split("x", text)) == text


@given(TEXTS)
def test_sentences_have_words_and_ids_of_their_own(text):
    """No sentence is empty or padded, and no id comes twice."""
    sentences = split("x", text).sentences
    assert all(s.zh and s.zh == s.zh.strip() for s in sentences)
    assert len({s.id for s in sentences}) == len(sentences)


@given(TEXTS, st.integers(1, 5), st.text(min_size=1, max_size=5))
def test_readings_lose_nothing_either(text, line, quote):
    """Whatever text.toml says of a line, the text comes back."""
    reading = Reading((line, line), quote, form="heading")
    assert joined(split("x", text, [reading])) == text


@pytest.mark.parametrize(
    "whole",
    [
        "有效率为73.5%,高于对照组。",
        "每毫升细胞得率达1x10^6cells.",
        "Li et al. 报告了这一结果。",
        "卷期为21(5):311-314. 见原文。",
        "为未来研究提供方向性见解[1]。",
        "又自带”归巢本能”实现递送。",
        "这触及”治愈”概念的核心。",
        "见网址http://a.example/?q=1&b=2的说明。",
        "(见图1。另见图2。)此处不断开",
    ],
)
def test_a_sentence_is_not_broken_inside(whole):
    """Decimals, powers, initials, references, wrong-way quotation marks and brackets hold."""
    assert [s.zh for s in split("x", whole).sentences] == [whole]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("甲。乙!丙？", ["甲。", "乙!", "丙？"]),
        ("他说:“好。”她走了。", ["他说:“好。”", "她走了。"]),
        ("他说。”好”她走了。", ["他说。", "”好”她走了。"]),
        ("结果如此[1]。接着[2]说。", ["结果如此[1]。", "接着[2]说。"]),
        ("真的吗?!是。", ["真的吗?!", "是。"]),
        ("句末用半角点.下一句。", ["句末用半角点.", "下一句。"]),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text, sentences):
    """Full stops of either width end a sentence; closing marks go with it."""
    assert [s.zh for s in split("x", text).sentences] == sentences


@pytest.mark.parametrize(
    ("line", "form", "role", "level"),
    [
        ("01、为何关注细胞疗法?", "heading", "question", 2),
        ("3、细胞疗法如何确定给药剂量?", "heading", "question", 2),
        ("一、间充质干细胞为核心,方案并行", "heading", "body", 3),
        ("背景:NK细胞疗法面临的挑战", "heading", "body", 2),
        ("结语", "heading", "body", 2),
        ("答:可以。", "paragraph", "answer", 0),
        ("摘要:2025年5月,某团队", "paragraph", "summary", 0),
        ("- 免疫重置:恢复稳态。", "list-item", "body", 0),
        ("[1]Cohen LJ. Insights.", "reference", "reference", 0),
        ("主要参考资料:", "heading", "body", 2),
        ("免责说明:本文不是建议!", "paragraph", "disclaimer", 0),
        ("来源:某公司", "paragraph", "credit", 0),
        ("实验设计分为两部分:", "paragraph", "body", 0),
        ("为提升精准性,研究延伸:", "paragraph", "body", 0),
    ],
)
def test_lines_are_recognised_by_their_shape(line, form, role, level):
    """Headings, lists, answers, references and notices are what they look like."""
    (sentence, *_) = split("x", line).sentences
    assert (sentence.form, sentence.role, sentence.level) == (form, role, level)


def test_a_table_is_rows_and_cells():
    """The line under the header makes it a header; cells know their column."""
    cells = split("x", "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |").sentences
    assert [(s.zh, s.form, s.column) for s in cells] == [
        ("甲", "table-header", 1),
        ("乙", "table-header", 2),
        ("1", "table-cell", 1),
        ("2", "table-cell", 2),
    ]


def test_a_glued_heading_is_cut_off():
    """A heading glued to the end of a paragraph becomes a unit of its own."""
    reading = Reading((1, 1), "残留病灶清除:", form="heading", level=3)
    sentences = split("x", "抑制了增殖。残留病灶清除:\n下文。", [reading]).sentences
    assert [(s.id, s.zh, s.form, s.level) for s in sentences] == [
        ("x-1-1", "抑制了增殖。", "paragraph", 0),
        ("x-1-2", "残留病灶清除:", "heading", 3),
        ("x-2-1", "下文。", "paragraph", 0),
    ]


def test_ids_are_positions():
    """The id is the line and the place in it: nk-2-3 is the third sentence of line 2."""
    assert [s.id for s in split("nk", "一。\n\n甲。乙。丙。").sentences] == [
        "nk-1-1",
        "nk-3-1",
        "nk-3-2",
        "nk-3-3",
    ]

"""The figure finder, and what English has to carry."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.figures import chinese_number, figures, lost


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("缓解率达59.2%(52周)", ["59.2%", "52周"]),
        ("已有3款干细胞新药", ["3款"]),
        ("单疗程约30-50万元", ["约30-50万元"]),
        ("未来5–10年", ["5–10年"]),
        ("约1-2周后", ["约1-2周"]),
        ("提升2-3倍", ["2-3倍"]),
        ("实现>5年的无药期", [">5年"]),
        ("存在超过4周,延长10倍以上", ["超过4周", "10倍以上"]),
        ("25项临床试验,596名患者", ["25项", "596名"]),
        ("8大问题", ["8大"]),
        ("2025年1月15日", ["2025年1月15日"]),
        ("2018年至今", ["2018年至今"]),
        ("更新于2026-02-11,2026/2/11", ["2026-02-11", "2026/2/11"]),
        ("單療程約３０-50萬元,兩種、數億年", ["約３０-50萬元", "兩種", "數億年"]),
        ("术后48小时内", ["48小时"]),
        ("临床I期试验和II/III期研究", ["I期", "II/III期"]),
        ("得率达1x10^6cells", ["1x10^6"]),
        ("数亿年的进化", ["数亿年"]),
        ("两款、双重、三大", ["两款", "双重", "三大"]),
        ("首个人体试验,广西首家", ["首个", "首家"]),
        ("第二代细胞", ["第二代"]),
        ("百分之二十的人", ["百分之二十"]),
        ("一种新方法,另一方面,统一进行", []),
    ],
)
def test_figures_of_every_kind_are_found(text, found):
    """Percentages, counts, ranges, inequalities, dates, phases, powers, numerals, firsts."""
    assert [f.text for f in figures(text)] == found


@pytest.mark.parametrize("name", ["PD-1", "NKG2D", "AC-1001033C", "CD19", "FT516", "IL-10", "3D"])
def test_names_only_look_like_numbers(name):
    """Gene names and product codes are found as names."""
    assert [(f.text, f.kind) for f in figures(f"通过{name}实现")] == [(name, "name")]


@given(st.text(max_size=80))
def test_figures_stand_where_they_say(text):
    """Offsets cut out the figure's own text, from left to right, without overlap."""
    found = figures(text)
    assert all(text[f.start : f.end] == f.text for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("约30-50万元", "RMB 300,000–500,000"),
        ("约30-50万元", "0.3 million to 0.5 million yuan"),
        ("2025年5月", "in May 2025"),
        ("2026-02-11", "on 11 February 2026"),
        ("約30-50萬元", "RMB 300,000–500,000"),
        ("两大瓶颈", "two bottlenecks"),
        ("双重优势", "dual advantages"),
        ("3款", "three products"),
        ("数亿年", "hundreds of millions of years"),
        ("II/III期", "phase II/III"),
        ("首个人体试验", "first-in-human trial"),
        ("1x10^6", "1x10^6 cells"),
        ("PD-1", "PD-1"),
        ("73%", "73%"),
        ("48小时", "48 hours"),
    ],
)
def test_english_may_carry_a_figure_in_its_own_way(chinese, english):
    """Digits, words, thousands separators and month names all count."""
    assert lost(chinese, english) == ()


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("约30-50万元", "RMB 30–50"),
        ("缓解率达59.2%", "remission of 59%"),
        ("10倍以上", "more than several times"),
        ("2025年5月", "in June 2025"),
        ("2026-02-11", "on 2 November 2026"),
        ("兩種", "several kinds"),
        ("两大瓶颈", "bottlenecks"),
        ("PD-1", "PD-2"),
        ("15%", "115%"),
    ],
)
def test_a_lost_figure_is_noticed(chinese, english):
    """A wrong scale, a rounding, a missing numeral: all are losses."""
    assert lost(chinese, english) == tuple(f.text for f in figures(chinese))


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("两", 2), ("十二", 12), ("二十三", 23), ("三百零五", 305), ("两万", 20000)],
)
def test_chinese_numerals_have_their_value(numeral, value):
    """Numerals are read as a reader reads them."""
    assert chinese_number(numeral) == value

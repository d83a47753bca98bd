"""Sums are walked, never evaluated as code."""

import pytest

from guide.arithmetic import SumError, evaluated, shown


@pytest.mark.parametrize(
    ("expression", "inputs", "value"),
    [
        ("claimed / usual", {"claimed": 4, "usual": 2}, 2),
        ("8 / 11 * 100", {}, 72.727272),
        ("a - b", {"a": 59.2, "b": 41.6}, 17.6),
        ("-(a + 2) ** 2", {"a": 1}, -9),
    ],
)
def test_sums_have_their_value(expression, inputs, value):
    """The four operations, powers and brackets over named inputs."""
    assert evaluated(expression, inputs) == pytest.approx(value)


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ("a / 0", "division by zero"),
        ("b + 1", "no input is called b"),
        ("9 ** 9 ** 9", "power above"),
        ("10.0 ** 99 * 10.0 ** 99 * 10.0 ** 99 * 10.0 ** 99", "finite"),
        ("__import__('os')", "only numbers"),
        ("a.__class__", "only numbers"),
        ("[a for a in (1,)]", "only numbers"),
        ("'a' * 3", "only numbers"),
        ("True + 1", "only numbers"),
        ("(-8) ** 0.5", "finite"),
        ("a +", "no expression"),
        ("1" + "+1" * 200, "longer than"),
        ("(" * 90 + "a" + ")" * 90 + "-" * 0, None),
    ],
)
def test_anything_else_is_refused_in_one_line(expression, why):
    """Calls, attributes, strings, endless powers: refused with the reason, never run."""
    if why is None:
        assert evaluated(expression, {"a": 1}) == 1
        return
    with pytest.raises(SumError, match=why):
        evaluated(expression, {"a": 1})


def test_a_sum_is_shown_with_its_numbers():
    """Readers see values and the usual signs, not names."""
    assert shown("weeks / week * 2 - 1", {"weeks": "4", "week": "1"}) == "4 ÷ 1 × 2 − 1"

"""Sums over named inputs, evaluated by walking the syntax tree: never ``eval``."""

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping

LONGEST = 200  # characters of an expression
LARGEST_POWER = 100

_OPERATORS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


class SumError(ValueError):
    """Why an expression has no value; the message is for an editor."""


def evaluated(expression: str, inputs: Mapping[str, float]) -> float:
    """Return the value of ``+ - * / **`` and brackets over numbers and named inputs.

    Raises :class:`SumError` for anything else: unknown names, division
    by zero, overflow, calls, attributes, over-long expressions.
    """
    if len(expression) > LONGEST:
        raise SumError(f"longer than {LONGEST} characters; cut it")
    try:
        tree = ast.parse(expression, mode="eval")
        value = _value(tree.body, inputs)
    except SyntaxError:
        raise SumError(f"{expression!r} is no expression; mend it") from None
    except ZeroDivisionError:
        raise SumError("division by zero; mend the inputs") from None
    except (OverflowError, RecursionError, MemoryError):
        raise SumError("the result is too large; mend the inputs") from None
    if isinstance(value, complex) or not math.isfinite(value):
        raise SumError("the result is no finite number; mend the inputs")
    return value


def names(expression: str) -> frozenset[str]:
    """Return the input names that an expression uses."""
    try:
        tree = ast.parse(expression, mode="eval")
    except SyntaxError:
        return frozenset()
    return frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name))


def _value(node: ast.expr, inputs: Mapping[str, float]) -> float:
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return value
        case ast.Name(id=name):
            if name not in inputs:
                raise SumError(f"no input is called {name}; name it under inputs")
            return inputs[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, inputs)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            exponent = _value(right, inputs)
            if isinstance(op, ast.Pow) and abs(exponent) > LARGEST_POWER:
                raise SumError(f"a power above {LARGEST_POWER}; mend the inputs")
            return _OPERATORS[type(op)](_value(left, inputs), exponent)
    raise SumError("only numbers, inputs, + - * / ** and brackets may stand here")


def shown(expression: str, inputs: Mapping[str, str]) -> str:
    """Write an expression as readers do: values for names, × ÷ − for the signs."""
    text = expression
    for name in sorted(inputs, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}\b", inputs[name], text)
    for sign, written in (("**", "^"), ("*", "×"), ("/", "÷"), ("-", "−")):
        text = text.replace(sign, written)
    return text

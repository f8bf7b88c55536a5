"""Whatever comes from outside is read, or refused in the way that is written: nothing else.

Parsers of bytes that become sound are in `tests/speech/test_uploads.py`, in their child process.
"""

import ast
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.protection.parsers import ELSEWHERE, PARSERS

SOURCE = Path(__file__).parents[2] / "src" / "ringback"
TAKES_APART = {
    "DictReader",
    "SimpleCookie",
    "ZipFile",
    "b64decode",
    "fromisoformat",
    "ip_address",
    "ip_network",
    "load",
    "loads",
    "model_validate_json",
    "parse",
    "reader",
    "urlsafe_b64decode",
    "urlsplit",
    "validate_json",
    "Decoder",
}
OF_MODULES = {"load": {"json", "tomllib"}, "parse": {"phonenumbers"}, "reader": {"csv"}}
ARE_OPENED = {("wave", "open"), ("av", "open")}


@pytest.mark.parametrize("name", sorted(PARSERS))
@given(data=st.data())
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_whatever_is_given_is_read_or_refused(name: str, data: st.DataObject) -> None:
    """No other exception than the refusal of that parser, and none at all where it has none."""
    parser = PARSERS[name]
    given_to_it = data.draw(parser.given)
    refused = False
    try:
        parser.read(given_to_it)
    except parser.refuses_with:
        refused = True
    assert not refused or parser.refuses_with


def test_no_parser_is_forgotten() -> None:
    """Each file that takes texts apart is fuzzed, or says here why not."""
    taking_apart = {
        path.relative_to(SOURCE).as_posix()
        for path in sorted(SOURCE.rglob("*.py"))
        if any(_takes_apart(node) for node in ast.walk(ast.parse(path.read_text())))
    }

    assert taking_apart - PARSERS.keys() - ELSEWHERE.keys() == set()
    assert ELSEWHERE.keys() - taking_apart == set()
    for reason in ELSEWHERE.values():
        assert not reason.startswith("tests/") or (SOURCE.parents[1] / reason).is_file()


def _takes_apart(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name in TAKES_APART - OF_MODULES.keys()
        case ast.Call(func=ast.Attribute(value=value, attr=name)):
            module = value.id if isinstance(value, ast.Name) else ""
            if (module, name) in ARE_OPENED:
                return True
            return name in TAKES_APART and module in OF_MODULES.get(name, {module})
        case _:
            return False

"""Texts that no person types, in every place that takes one: refused or kept, and no fault of ours.

The places are those of the OpenAPI document, its recorded requests, and of the compatible API.
"""

import copy
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, quote_from_bytes

import httpx
import pytest
from tests.browser.served import Served, serve_demo
from tests.compatible.test_walk import walk
from tests.postgres_server import running_postgres

from ringback.api.app import described_app
from ringback.api.description import recorded_examples

pytestmark = pytest.mark.slow

SECONDS_MAX = 60
LONGEST_IN_AN_ADDRESS = 1_000
TEXTS: Mapping[str, str] = {
    "NUL": "\0",
    "NUL within": "+3361234\x005678",
    "half a pair": "a\ud800b",
    "very long": "é" * 90_000,
    "from right to left": "\u202e\u2067moc.elpmaxe\u0661\u0662",
    "digits of others": "١٢٣٤٥٦٧",
    "wildcards and quotes": "%_'\";\\--",
    "joined": "👩‍👩‍👧‍👦" * 40,
    "control": "\x1b[2J\r\nset-cookie: a=b",
    "noncharacter": "\uffff\ufeff",
}
FILTERS = ("direction", "user_id", "phone_number", "tags", "from", "page", "order", "email")
FIELDS = ("content", "name", "first_name", "email", "color", "url", "tags", "custom_name")


class Sent(NamedTuple):
    """A request with a hostile text in one place."""

    place: str
    method: str
    address: str
    body: object = None


def in_addresses(text: str) -> str:
    """Write a text as part of an address; what is no Unicode becomes bytes that are no UTF-8."""
    return quote_from_bytes(text[:LONGEST_IN_AN_ADDRESS].encode("utf-8", "surrogatepass"), safe="")


def requests_with(text: str) -> Iterator[Sent]:
    """Give a request for each place of each operation."""
    for path, methods in described_app().openapi()["paths"].items():
        for method, operation in methods.items():
            example = recorded_examples().get(operation["operationId"], {})
            named = [each for each in operation.get("parameters", ()) if each["in"] != "header"]
            known = example.get("parameters", {})
            body = example.get("request", {}).get("body")
            for each in named:
                given = {**known, each["name"]: None}
                yield Sent(
                    f"{operation['operationId']} {each['name']}",
                    method.upper(),
                    _address(path, named, given, text),
                    body,
                )
            for place, changed in _with_text(body, text):
                address = _address(path, named, known, text)
                yield Sent(f"{operation['operationId']} {place}", method.upper(), address, changed)


def _address(
    path: str, named: Sequence[Mapping[str, Any]], known: Mapping[str, Any], text: str
) -> str:
    """Fill an address in; a parameter that is known as None has the text."""
    asked = []
    for each in named:
        name = each["name"]
        if each["in"] == "path":
            value = in_addresses(text) if known.get(name) is None else quote(str(known[name]))
            path = path.replace("{" + name + "}", value)
        elif name in known:
            value = in_addresses(text) if known[name] is None else quote(str(known[name]))
            asked.append(f"{name}={value}")
    return f"{path}?{'&'.join(asked)}"


def _with_text(body: object, text: str) -> Iterator[tuple[str, object]]:
    """Give a body anew for each text in it, however deep."""
    for place in _places(body):
        changed = copy.deepcopy(body)
        inside: Any = changed
        for step in place[:-1]:
            inside = inside[step]
        inside[place[-1]] = text
        yield ".".join(map(str, place)), changed


def _places(body: object) -> Iterator[tuple[Any, ...]]:
    match body:
        case dict():
            parts: Any = body.items()
        case list():
            parts = enumerate(body)
        case _:
            return
    for step, part in parts:
        if isinstance(part, str) or part is None:
            yield (step,)
        else:
            yield from ((step, *deeper) for deeper in _places(part))


def requests_of_the_other_api(text: str) -> Iterator[Sent]:
    """Give every address of the compatible API with the text in each of its places."""
    written = in_addresses(text)
    filters = "&".join(f"{name}={written}" for name in FILTERS)
    for method, path, _ in walk():
        yield Sent(f"{path} number", method, path.replace("999", written), {})
        yield Sent(f"{path} filters", method, f"{path}?{filters}", dict.fromkeys(FIELDS, text))


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def served(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    folder: Path = tmp_path_factory.mktemp("served")
    if request.param == "sqlite":
        with serve_demo(folder) as running:
            yield running
        return
    with running_postgres() as server:
        database = {"RINGBACK_STORAGE__DATABASE": server.make_database()}
        with serve_demo(folder, **database) as running:
            yield running


@pytest.mark.parametrize("kind", TEXTS)
def test_text_that_nobody_types_is_no_fault_of_ours(served: Served, kind: str) -> None:
    """Whatever it stands in: each answer is one of those that are described, and none a 500."""
    text = TEXTS[kind]
    headers = {"authorization": f"Bearer {served.token}", "content-type": "application/json"}
    faults, asked = [], 0

    with httpx.Client(headers=headers, timeout=SECONDS_MAX) as http:
        for sent in (*requests_with(text), *requests_of_the_other_api(text)):
            content = None if sent.body is None else json.dumps(sent.body)
            answer = http.request(sent.method, f"{served.origin}{sent.address}", content=content)
            asked += 1
            if answer.status_code == httpx.codes.INTERNAL_SERVER_ERROR:
                faults.append((sent.place, answer.status_code, answer.text[:200]))

    assert faults == []
    assert asked > 450


def test_each_place_is_filled() -> None:
    """The requests above would show a text that does harm."""
    sent = list(requests_with("harm"))

    assert any("search=harm" in each.address for each in sent)
    assert any("/calls/harm" in each.address for each in sent)
    assert any(isinstance(each.body, dict) and each.body.get("text") == "harm" for each in sent)

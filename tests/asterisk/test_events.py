"""Decoding of ARI events, and their agreement with Asterisk's own description."""

import json
import os
import typing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.telephony.asterisk import events
from ringback.telephony.asterisk.events import (
    MESSAGE_TYPES,
    ChannelDestroyed,
    Malformed,
    Unknown,
    decode,
)
from ringback.telephony.asterisk.install import default_root
from ringback.telephony.asterisk.private_asterisk import AsteriskUnavailable, find_program

OPERATIONS = {
    ("PUT", "/applications/{applicationName}/eventFilter"),
    ("GET", "/applications/{applicationName}"),
    ("POST", "/applications/{applicationName}/subscription"),
    ("PUT", "/asterisk/config/dynamic/{configClass}/{objectType}/{id}"),
    ("DELETE", "/asterisk/config/dynamic/{configClass}/{objectType}/{id}"),
    ("GET", "/asterisk/config/dynamic/{configClass}/{objectType}/{id}"),
    ("GET", "/asterisk/info"),
    ("GET", "/asterisk/modules"),
    ("GET", "/asterisk/ping"),
    ("GET", "/bridges"),
    ("POST", "/bridges/{bridgeId}"),
    ("DELETE", "/bridges/{bridgeId}"),
    ("POST", "/bridges/{bridgeId}/addChannel"),
    ("POST", "/bridges/{bridgeId}/play"),
    ("GET", "/channels"),
    ("POST", "/events/user/{eventName}"),
    ("POST", "/channels/create"),
    ("POST", "/channels/{channelId}"),
    ("DELETE", "/channels/{channelId}"),
    ("POST", "/channels/{channelId}/answer"),
    ("POST", "/channels/{channelId}/dial"),
    ("POST", "/channels/{channelId}/moh"),
    ("DELETE", "/channels/{channelId}/moh"),
    ("POST", "/channels/{channelId}/play/{playbackId}"),
    ("POST", "/channels/{channelId}/record"),
    ("GET", "/channels/{channelId}/variable"),
    ("DELETE", "/playbacks/{playbackId}"),
}
MODELS_OF_TYPES = {
    "CallerId": "CallerID",
    "DialplanPlace": "DialplanCEP",
    "ReplacedNotice": "ApplicationReplaced",
    "RestResponse": "RESTResponse",
}
JSON_TYPES: dict[type, set[str]] = {
    str: {"string", "Date"},
    int: {"int", "long"},
    bool: {"boolean"},
}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
members = st.sampled_from(["channel", "peer", "cause", "playback", "digit", "args", "bridge"])


@given(st.binary())
def test_any_bytes_are_decoded_to_something(frame: bytes) -> None:
    """Property S23."""
    assert decode(frame) is not None


@given(
    st.sampled_from([*MESSAGE_TYPES, "Other"]),
    st.dictionaries(members | st.text(), json_values),
)
def test_any_event_of_any_shape_is_decoded_to_something(
    kind: str, fields: dict[str, object]
) -> None:
    """Property S23."""
    assert decode(json.dumps({"type": kind} | fields)) is not None


def test_an_unknown_type_is_named_and_a_known_one_in_bad_shape_is_malformed() -> None:
    """What is new in Asterisk is told apart from what is broken on the wire."""
    assert decode('{"type":"ChannelVarset"}') == Unknown("ChannelVarset")
    assert isinstance(decode('{"type":"StasisEnd"}'), Malformed)


def test_fields_we_do_not_know_are_passed_over() -> None:
    """A later Asterisk may say more without being misunderstood."""
    event = decode(
        '{"type":"ChannelDestroyed","cause":16,"cause_txt":"Normal Clearing","new":{},'
        '"channel":{"id":"a","name":"b","state":"Up","new":1}}'
    )

    assert isinstance(event, ChannelDestroyed)
    assert (event.channel.id, event.cause) == ("a", 16)


@pytest.fixture(scope="module")
def description() -> dict[str, dict[str, Any]]:
    """Asterisk's description of ARI: each file's content by its name."""
    try:
        program = find_program(default_root(os.environ))
    except AsteriskUnavailable as absent:
        pytest.skip(f"no Asterisk: {absent}")
    directory = (program.root or Path("/")) / "usr/share/asterisk/rest-api"
    if not directory.is_dir():
        pytest.skip(f"this Asterisk comes without its ARI description ({directory})")
    return {file.stem: json.loads(file.read_text()) for file in directory.glob("*.json")}


def test_our_types_agree_with_the_description(description: dict[str, dict[str, Any]]) -> None:
    """Each field we read has the name, the type and the presence which Asterisk documents."""
    models = {
        name: model
        for content in description.values()
        for name, model in content.get("models", {}).items()
    }

    disagreements = [
        f"{kind.__name__}.{problem}"
        for kind in _structs()
        for problem in _disagreements(kind, models)
    ]

    assert disagreements == []


def test_every_operation_we_use_is_described(description: dict[str, dict[str, Any]]) -> None:
    """We send no request which Asterisk does not document."""
    described = {
        (operation["httpMethod"], api["path"])
        for content in description.values()
        for api in content.get("apis", [])
        for operation in api.get("operations", [])
    }

    assert described >= OPERATIONS


def _structs() -> list[type[msgspec.Struct]]:
    ours = {"Unknown", "Malformed", "Event"}
    return [
        kind
        for name, kind in vars(events).items()
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and name not in ours
    ]


def _disagreements(kind: type[msgspec.Struct], models: dict[str, dict[str, Any]]) -> list[str]:
    model = models[MODELS_OF_TYPES.get(kind.__name__, kind.__name__)]
    described = model["properties"]
    if issubclass(kind, events.Event):
        described = described | models["Event"]["properties"]
    problems = []
    for field in msgspec.structs.fields(kind):
        if field.name not in described:
            problems.append(f"{field.name} is not described")
        elif not _same_type(field.type, described[field.name]["type"]):
            problems.append(f"{field.name} is a {described[field.name]['type']}")
        elif field.required and not described[field.name].get("required"):
            problems.append(f"{field.name} may be absent")
    return problems


def _same_type(ours: object, theirs: str) -> bool:
    options = [option for option in typing.get_args(ours) if option is not type(None)]
    origin = typing.get_origin(ours)
    if origin is tuple:
        return theirs == "List[string]"
    if origin is dict:
        return theirs == "object"
    plain = ours if isinstance(ours, type) else options[0]
    if issubclass(plain, msgspec.Struct):
        return theirs == MODELS_OF_TYPES.get(plain.__name__, plain.__name__)
    return theirs in JSON_TYPES[plain]

"""The parsers of what comes from outside: what they are given, and how they may refuse."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from zipfile import ZipFile

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from pydantic import TypeAdapter, ValidationError
from starlette.datastructures import Headers
from tests.storage.examples import any_event

from ringback.access.patience import network_of
from ringback.access.sealing import SEALED, Seal, SealBroken
from ringback.api.compatible.door import named_and_token
from ringback.api.compatible.showing import country_of, written_out
from ringback.api.cookies import cookies_of
from ringback.api.exact import Instant
from ringback.api.flow_settings import FlowSettings
from ringback.api.guard import same_origin
from ringback.api.live_messages import Hello, PageMessage
from ringback.api.routes.audit_log import _number
from ringback.bootstrap.failures import CannotStart
from ringback.bootstrap.restore import _manifest
from ringback.config.loading import DEMO_COMPANY, SettingsWrong, load_settings
from ringback.history import CursorUnknown
from ringback.ports import JournalRefused
from ringback.runtime.customers import displayable
from ringback.runtime.numbers import read_international, read_number, spellings
from ringback.simulation.call_list import CallListWrong, read_plain_list
from ringback.storage.codec import StoredEvent, decode_event, encode_event
from ringback.storage.record_queries import read_cursor
from ringback.telephony.asterisk.events import decode
from ringback.webhooks.targets import TargetRefused, _parts

HTTP = {"type": "http", "scheme": "http"}
NUMBERS = ("0", "-1", "1e300", "-1e300", "nan", "inf", "9" * 400, "1e-300", "true", '"x"', "[]")
TEXTS = st.text(max_size=60) | st.text(" +0123456789eE:-.TZ,;\n\"'[]{}", max_size=60)
BYTES = st.binary(max_size=200)
MARKS = st.text('=;,"\\ abc\0\r\n', max_size=80)
STEP_FIELDS = (
    *("prompt", "next", "target", "ring_for_seconds", "choices", "times", "periods", "dates"),
    *("time_zone", "open", "closed", "special", "ordinary", "number", "waiting", "rule"),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
in_json = st.builds(json.dumps, anything) | TEXTS | st.just("[" * 5_000) | st.just("9" * 5_000)


@dataclass(frozen=True)
class Parser:
    """One of them; whatever else it raises is a fault."""

    read: Callable[[Any], object]
    given: SearchStrategy[Any]
    refuses_with: tuple[type[Exception], ...] = ()


@contextmanager
def file_of(content: bytes) -> Iterator[Path]:
    with NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        yield Path(file.name)


def call_list(content: bytes) -> object:
    with file_of(content) as path:
        return read_plain_list(path, {})


def configuration(content: bytes) -> object:
    with file_of(content) as path:
        return load_settings(path)


def manifest_of_backup(content: bytes) -> object:
    with NamedTemporaryFile() as file:
        with ZipFile(file, "w") as archive:
            archive.writestr("manifest.json", content)
        with ZipFile(file) as archive:
            return _manifest(archive, Path(file.name))


def row_of_the_journal(parts: tuple[StoredEvent, bytes, int]) -> object:
    stored, other, at = parts
    cut = at % (len(stored.data) + 1)
    return decode_event(stored._replace(data=stored.data[:cut] + other + stored.data[cut + 1 :]))


def flow(given: object) -> object:
    settings = FlowSettings.model_validate(given)
    return settings.for_core("flow")


def rows_of_a_list() -> SearchStrategy[bytes]:
    cells = st.sampled_from(NUMBERS) | st.sampled_from(["2026-03-02 09:00", "served"]) | TEXTS
    row = st.lists(cells, min_size=1, max_size=6).map(",".join)
    head = "arrival,wait,service,outcome"
    text = st.lists(row, max_size=5).map(lambda rows: "\n".join([head, *rows]))
    return text.map(lambda made: made.encode("utf-8", "replace"))


def changed_demo() -> SearchStrategy[bytes]:
    """Give the demo company's file with values exchanged, lines lost and bytes changed."""
    lines = DEMO_COMPANY.read_text(encoding="utf-8").splitlines()

    def changed(at: int, value: str) -> bytes:
        line = lines[at % len(lines)]
        key, is_pair, _ = line.partition("=")
        made = f"{key}= {value}" if is_pair else value
        return "\n".join([*lines[: at % len(lines)], made, *lines[at % len(lines) + 1 :]]).encode(
            "utf-8", "replace"
        )

    return st.builds(changed, st.integers(0, len(lines)), st.sampled_from(NUMBERS) | TEXTS)


def any_flow() -> SearchStrategy[Any]:
    value: SearchStrategy[Any] = (
        st.sampled_from([0, -1, 1e300, 10**400, True, None, "ring", "*", "", [], {}]) | TEXTS
    )
    kinds = st.sampled_from(
        ["audio", "ring", "menu", "hours", "dates", "redirect-to-number", "voicemail", "hang-up"]
    )
    names = st.sampled_from(STEP_FIELDS)
    step = st.builds(
        lambda kind, fields: {"kind": kind, "id": "s"} | fields,
        kinds,
        st.dictionaries(names, value, max_size=8),
    )
    return st.builds(
        lambda steps: {"name": "F", "first": "s", "steps": steps}, st.lists(step, max_size=3)
    )


hello: TypeAdapter[Hello] = TypeAdapter(Hello)
page_message: TypeAdapter[PageMessage] = TypeAdapter(PageMessage)
instant: TypeAdapter[Any] = TypeAdapter(Instant)

PARSERS: dict[str, Parser] = {
    "telephony/asterisk/events.py": Parser(decode, BYTES | in_json),
    "runtime/numbers.py": Parser(
        lambda raw: (read_number(raw, "FR"), read_international(raw), spellings(raw)),
        TEXTS | st.text("+0123456789٣٤ ()-./;=,*#\0", max_size=300),
    ),
    "runtime/customers.py": Parser(displayable, st.text(max_size=300)),
    "simulation/call_list.py": Parser(
        call_list,
        rows_of_a_list() | BYTES | BYTES.map(lambda end: b"\x1f\x8b\x08\0\0\0\0\0\0\0" + end),
        (CallListWrong,),
    ),
    "config/loading.py": Parser(configuration, changed_demo() | BYTES, (SettingsWrong,)),
    "bootstrap/restore.py": Parser(
        manifest_of_backup,
        BYTES | in_json.map(lambda text: text.encode("utf-8", "replace")),
        (CannotStart,),
    ),
    "api/flow_settings.py": Parser(flow, any_flow() | anything, (ValidationError,)),
    "storage/codec.py": Parser(
        row_of_the_journal,
        st.tuples(any_event().map(encode_event), st.binary(max_size=3), st.integers(0)),
        (JournalRefused,),
    ),
    "api/live.py": Parser(
        lambda text: (hello.validate_json(text), page_message.validate_json(text)),
        in_json,
        (ValidationError,),
    ),
    "webhooks/targets.py": Parser(
        _parts, TEXTS.map(lambda end: f"https://{end}") | TEXTS, (TargetRefused,)
    ),
    "storage/record_queries.py": Parser(
        lambda cursor: read_cursor("began", cursor), TEXTS, (CursorUnknown,)
    ),
    "api/routes/audit_log.py": Parser(_number, TEXTS, (CursorUnknown,)),
    "api/compatible/door.py": Parser(
        named_and_token, TEXTS | BYTES.map(lambda told: b64encode(told).decode())
    ),
    "api/compatible/showing.py": Parser(lambda text: (written_out(text), country_of(text)), TEXTS),
    "api/cookies.py": Parser(
        lambda text: cookies_of(HTTP | {"headers": [(b"cookie", text.encode("utf-8", "replace"))]}),
        MARKS | TEXTS,
    ),
    "api/guard.py": Parser(
        lambda text: same_origin(Headers(raw=[(b"origin", b"http://" + text), (b"host", b"x")])),
        BYTES | st.text("[]:/@.%?#a1", max_size=20).map(str.encode),
    ),
    "api/exact.py": Parser(instant.validate_python, anything, (ValidationError,)),
    "access/patience.py": Parser(network_of, TEXTS),
    "access/sealing.py": Parser(
        lambda sealed: Seal(["of these tests"]).open(sealed, "nobody"),
        TEXTS | BYTES.map(lambda made: SEALED + b64encode(made).decode()),
        (SealBroken,),
    ),
}
"""By the file that each of them is in."""
ELSEWHERE: dict[str, str] = {
    "api/reach.py": "tests/api/test_hostile_requests.py",
    "records/documents.py": "rows that we wrote ourselves",
    "records/customer_file.py": "writes only",
    "telephony/asterisk/provisioning.py": "what we configure ourselves, checked when it is read",
    "telephony/asterisk/routing.py": "numbers that `runtime/numbers.py` has read",
    "telephony/asterisk/check_ways.py": "answers of Asterisk, and our own settings",
    "bootstrap/doctor/sounds.py": "sounds of ours",
    "telephony/asterisk/patterns.py": "tests/asterisk/test_configuration.py",
    "telephony/asterisk/listing.py": "tests/asterisk/test_inbound.py",
    "telephony/asterisk/stored_recordings.py": "what Asterisk recorded for us",
    "telephony/simulated/sounds.py": "sounds that we made",
    "config/settings.py": "part of `config/loading.py`",
    "api/description.py": "a file of ours",
    "api/routes/session.py": "the address of the connection",
    "speech/decoding.py": "tests/speech/test_uploads.py",
    "speech/uploads.py": "tests/speech/test_uploads.py",
    "speech/sound.py": "sounds that the decoding child made",
    "speech/catalogue.py": "sounds of ours",
    "storage/webhook_table.py": "rows that we wrote ourselves",
    "storage/people_tables.py": "rows that we wrote ourselves",
    "webhooks/signing.py": "secrets that we made",
    "simulation/past/command.py": "what the operator types",
    "simulation/roster.py": "what the operator gives",
    "bootstrap/private_asterisk.py": "part of `config/loading.py`",
    "bootstrap/kept_erasures.py": "files of ours",
    "bootstrap/backup.py": "writes only",
    "bootstrap/kept_numbers.py": "files of ours",
    "bootstrap/webhooks.py": "part of `config/loading.py`",
    "bootstrap/running_server.py": "answers of our own server",
    "bootstrap/company.py": "a file of ours",
    "bootstrap/flow_commands.py": "what the operator gives",
}
"""Other files that take texts apart: the test that shows it, or why none is needed."""

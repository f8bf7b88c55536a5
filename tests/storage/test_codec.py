"""The file format: every event can be stored, and whatever was stored can be read for ever."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import ValidationError
from tests.storage.examples import ACME, EVENT_TYPES, NOON, OTHER, any_event, examples, fact
from tests.storage.golden import golden_events

from ringback.core import events
from ringback.core.calendars import OpeningPeriod, SpecialDates, WeeklyHours
from ringback.core.events import Event, FlowPublished
from ringback.core.flow import (
    AgentTarget,
    AudioStep,
    DatesStep,
    Flow,
    HangUpStep,
    HoursStep,
    MenuChoice,
    MenuStep,
    RingRule,
    RingStep,
    TeamTarget,
    VoicemailStep,
    WaitingExperience,
)
from ringback.core.ids import AccountId, AgentId, CallbackId, CallId, FlowId, StepId, TeamId
from ringback.core.outcomes import Outcome, OutcomeKind, OutcomeReason
from ringback.core.settings import WhenCustomerCalls
from ringback.ports import JournalRefused
from ringback.storage.codec import (
    StoredEvent,
    StoredFact,
    decode_event,
    decode_fact,
    encode_event,
    encode_fact,
)
from ringback.storage.stored_names import STORED_NAMES

ZONES = (UTC, timezone(timedelta(hours=-5)))


def test_every_event_has_one_stored_name() -> None:
    """S21: nothing can happen that the journal cannot hold."""
    assert sorted(t.__name__ for t in STORED_NAMES.values()) == sorted(
        t.__name__ for t in EVENT_TYPES
    )
    assert all(re.fullmatch(r"[a-z-]+\.[a-z-]+\.v[1-9]", name) for name in STORED_NAMES)


@given(any_event())
def test_every_event_comes_back_as_it_was(event: Event) -> None:
    """S21: storing loses nothing."""
    assert decode_event(encode_event(event)) == event


@given(any_event(), st.datetimes(timezones=st.sampled_from(ZONES)), st.text(max_size=9))
def test_every_fact_comes_back_as_it_was(event: Event, at: datetime, actor: str) -> None:
    """S21: so do time, cause and actor."""
    stored = replace(fact(7, event), at=at, actor=actor)

    read = decode_fact(ACME, encode_fact(ACME, stored))

    assert read == stored
    assert read.at.utcoffset() == timedelta(0)


@pytest.mark.parametrize("event_type", EVENT_TYPES, ids=lambda t: t.__name__)
def test_golden_file_holds_every_event_as_it_is_stored(event_type: Any) -> None:
    """S21: a change of a stored form is a new version, never a change of a released one."""
    stored = [encode_event(event) for event in examples(event_type)]

    for form in stored:
        assert form in golden_events(), "see tests/storage/golden.py"


@pytest.mark.parametrize("stored", golden_events(), ids=lambda s: f"{s.type}.v{s.version}")
def test_golden_event_is_read_byte_for_byte(stored: StoredEvent) -> None:
    """S21: whatever a release has stored, this one reads without loss."""
    assert _is_read_without_loss(stored)


@pytest.mark.parametrize("stored", golden_events(), ids=lambda s: f"{s.type}.v{s.version}")
def test_golden_check_notices_renamed_and_reordered_fields(stored: StoredEvent) -> None:
    """The check above would notice a changed event."""
    fields: dict[str, Any] = json.loads(stored.data)
    first, *others = fields or {"none": None}
    renamed = {f"{first}_renamed": fields.get(first), **{name: fields[name] for name in others}}
    reordered = {name: fields[name] for name in reversed(fields)}

    assert not _is_read_without_loss(stored._replace(data=_as_json(renamed)))
    if len(fields) > 1:
        assert not _is_read_without_loss(stored._replace(data=_as_json(reordered)))


def _is_read_without_loss(stored: StoredEvent) -> bool:
    try:
        return encode_event(decode_event(stored)) == stored
    except JournalRefused:
        return False


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def test_field_added_later_is_read_as_its_default_and_written_only_when_it_differs() -> None:
    """S21: a journal older than a setting means that setting's default."""
    older = next(stored for stored in golden_events() if stored.type == "callback.requested")
    assert b"when_customer_calls" not in older.data

    event = decode_event(older)

    assert isinstance(event, events.CallbackRequested)
    assert event.settings.when_customer_calls is WhenCustomerCalls.KEEP
    assert encode_event(event) == older
    changed = replace(event.settings, when_customer_calls=WhenCustomerCalls.CANCEL)
    written = encode_event(replace(event, settings=changed))
    assert b'"when_customer_calls":"cancel"' in written.data
    assert decode_event(written) == replace(event, settings=changed)


def test_outcome_is_stored_as_this_text() -> None:
    """The stored form is written out, so that no change of it goes unseen."""
    event = events.CallbackClosed(
        CallbackId("callback-1"), Outcome(OutcomeKind.FAILED, OutcomeReason.NO_ANSWER)
    )

    assert encode_event(event) == StoredEvent(
        "callback.closed",
        1,
        b'{"callback_id":"callback-1","outcome":{"kind":"failed","reason":"no_answer"}}',
    )


def test_flow_is_stored_with_the_kind_of_each_step_and_target() -> None:
    """Steps and targets are told apart by their kind, durations are ISO 8601."""
    ring = RingStep(
        id=StepId("s2"),
        target=TeamTarget(TeamId("t")),
        next=StepId("s3"),
        ring_for=timedelta(seconds=90),
        rule=RingRule.LONGEST_IDLE,
        ring_each_for=timedelta(seconds=20),
        ring_even_if_busy=False,
        waiting=WaitingExperience("music", ("m1", "m2"), timedelta(seconds=30)),
    )
    steps = (
        AudioStep(StepId("s1"), "hello", StepId("s2")),
        ring,
        replace(ring, id=StepId("s3"), target=AgentTarget(AgentId("a")), next=StepId("s4")),
        VoicemailStep(StepId("s4"), "speak", timedelta(minutes=3)),
        HangUpStep(StepId("s5")),
    )
    event = FlowPublished(Flow(FlowId("f"), "Main", StepId("s1"), steps), 4)
    ring_text = (
        '"next":"%s","ring_for":"PT90S","rule":"longest-idle","ring_each_for":"PT20S",'
        '"ring_even_if_busy":false,"waiting":{"music":"music","messages":["m1","m2"],'
        '"message_every":"PT30S"}}'
    )

    stored = encode_event(event)

    assert stored.data.decode() == (
        '{"flow":{"id":"f","name":"Main","first":"s1","steps":['
        '{"kind":"audio","id":"s1","prompt":"hello","next":"s2"},'
        '{"kind":"ring","id":"s2","target":{"kind":"team","team_id":"t"},' + ring_text % "s3" + ","
        '{"kind":"ring","id":"s3","target":{"kind":"agent","agent_id":"a"},'
        + ring_text
        % "s4"
        + ',{"kind":"voicemail","id":"s4","prompt":"speak","record_for_max":"PT180S"},'
        '{"kind":"hang-up","id":"s5","prompt":null}]},"version":4}'
    )
    assert decode_event(stored) == event


def test_branching_steps_are_stored_with_days_and_hours_as_read_on_the_wall() -> None:
    """Days are ISO 8601 dates, opening hours local times beside the name of their zone."""
    office = WeeklyHours("Europe/Paris", (OpeningPeriod(0, time(8, 30), time(18)),))
    holiday = SpecialDates("Bastille Day", date(2026, 7, 14), date(2026, 7, 15))
    choice = MenuChoice("1", StepId("s2"))
    steps = (
        MenuStep(StepId("s1"), "menu", (choice,), None, timedelta(seconds=4), 3),
        HoursStep(StepId("s2"), office, StepId("s3"), StepId("s4")),
        DatesStep(StepId("s3"), "Europe/Paris", (holiday,), StepId("s4"), StepId("s4")),
        HangUpStep(StepId("s4")),
    )
    event = FlowPublished(Flow(FlowId("f"), "Main", StepId("s1"), steps), 4)

    stored = encode_event(event)

    assert stored.data.decode() == (
        '{"flow":{"id":"f","name":"Main","first":"s1","steps":['
        '{"kind":"menu","id":"s1","prompt":"menu","choices":[{"digit":"1","next":"s2"}],'
        '"no_choice":null,"answer_within":"PT4S","times":3},'
        '{"kind":"hours","id":"s2","hours":{"time_zone":"Europe/Paris","periods":['
        '{"weekday":0,"opens":"08:30:00","closes":"18:00:00"}]},"open":"s3","closed":"s4"},'
        '{"kind":"dates","id":"s3","time_zone":"Europe/Paris","dates":[{"name":"Bastille Day",'
        '"first":"2026-07-14","last":"2026-07-15"}],"special":"s4","ordinary":"s4"},'
        '{"kind":"hang-up","id":"s4","prompt":null}]},"version":4}'
    )
    assert decode_event(stored) == event


def test_instant_is_stored_in_utc() -> None:
    """Instants are readable, in UTC, to the microsecond."""
    at = datetime(2026, 11, 22, 13, 0, tzinfo=timezone(timedelta(hours=1)))

    assert encode_fact(ACME, replace(fact(1), at=at)).at == "2026-11-22T12:00:00.000000+00:00"


@pytest.mark.parametrize(
    "stored",
    [
        StoredEvent("callback.requested", 99, b"{}"),
        StoredEvent("callback.teleported", 1, b"{}"),
    ],
)
def test_unknown_event_is_refused_as_written_by_a_newer_release(stored: StoredEvent) -> None:
    """S21: an older release never guesses what a newer one has written."""
    with pytest.raises(JournalRefused, match="newer release"):
        decode_event(stored)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"{}",
        b"\xff",
        b'{"callback_id":"c"',
        b'{"callback_id":1,"fault_number":2}',
        b'{"callback_id":"c","fault_number":"2"}',
        b'{"callback_id":"c","fault_number":2,"more":1}',
    ],
)
def test_malformed_event_is_refused(data: bytes) -> None:
    """Nothing is read leniently."""
    with pytest.raises(JournalRefused, match="damaged"):
        decode_event(StoredEvent("callback.fault-suffered", 1, data))


def test_instant_without_time_zone_is_refused() -> None:
    """All instants are aware."""
    stored = encode_event(events.SettlingStarted(CallbackId("c"), NOON))

    with pytest.raises(JournalRefused):
        decode_event(stored._replace(data=stored.data.replace(b"Z", b"")))


def test_unknown_value_of_a_closed_list_is_refused() -> None:
    """A reason from the future is not read as something else."""
    stored = encode_event(events.StepGivenUp(CallId("c"), events.GiveUpCause.NOBODY_LEFT))

    with pytest.raises(JournalRefused, match="newer release"):
        decode_event(stored._replace(data=stored.data.replace(b"nobody-left", b"bored")))


@pytest.mark.parametrize(
    "event",
    [
        events.VoicemailLeft(CallId("c"), float("nan")),
        events.SettlingStarted(CallbackId("c"), NOON.replace(tzinfo=None)),
        events.OffersMade(CallId("c"), []),  # type: ignore[arg-type]
    ],
)
def test_event_that_could_not_be_read_back_is_a_bug(event: Event) -> None:
    """Nothing is committed that would make the journal unreadable."""
    with pytest.raises((AssertionError, ValidationError)):
        encode_event(event)


@pytest.mark.parametrize("field", range(8))
def test_changed_row_is_refused_by_its_number(field: int) -> None:
    """A damaged row is named, whichever column is damaged."""
    row = encode_fact(ACME, fact(7))
    value = row[field]
    changed = value + 1 if isinstance(value, int) else value.replace("a", "b", 1) + " "

    with pytest.raises(JournalRefused, match=r"^Fact \d+ of account acme cannot be read: it is"):
        decode_fact(ACME, StoredFact._make([*row[:field], changed, *row[field + 1 :]]))


def test_row_of_another_account_is_refused() -> None:
    """S24: a row belongs to its account."""
    with pytest.raises(JournalRefused, match=r"^Fact 7 of account other"):
        decode_fact(AccountId(OTHER), encode_fact(ACME, fact(7)))

"""Events of every type, built from the types themselves: random ones and two fixed ones each."""

from collections.abc import Sequence
from dataclasses import Field, fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from ringback.core.events import AgentGivenUp, CallRestored, Event, Fact
from ringback.core.ids import AccountId, AgentId, CallId

EVENT_TYPES: Sequence[Any] = get_args(Event)
ACME, OTHER = AccountId("acme"), AccountId("other")
NOON = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)


def fact(sequence: int, event: Event | None = None) -> Fact:
    """Make a fact when only its number matters."""
    return Fact(
        sequence=sequence,
        at=NOON + timedelta(seconds=sequence),
        cause="TimePassed",
        actor="clock",
        event=event or CallRestored(CallId(f"call-{sequence}")),
    )


def facts(first: int, last: int) -> list[Fact]:
    return [fact(sequence) for sequence in range(first, last + 1)]


def long_fact(sequence: int, length: int) -> Fact:
    """Make a fact that fills a good part of a page of the file."""
    return fact(sequence, AgentGivenUp(AgentId("x" * length)))


def any_event() -> st.SearchStrategy[Event]:
    return st.one_of([any_of(event_type) for event_type in EVENT_TYPES])


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Build a strategy for a core type."""
    if isinstance(hint, NewType):
        return any_of(hint.__supertype__)
    if get_origin(hint) is tuple:
        return st.lists(any_of(get_args(hint)[0]), max_size=4).map(tuple)
    if get_origin(hint) in (Union, UnionType):
        return st.one_of([any_of(member) for member in get_args(hint)])
    if _is_record(hint):
        hints = get_type_hints(hint)
        return st.builds(hint, **{field.name: any_of(hints[field.name]) for field in fields(hint)})
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    return _PLAIN[hint]


_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=20),
    bool: st.booleans(),
    int: st.integers(min_value=-(2**63), max_value=2**63 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
    NoneType: st.none(),
    timedelta: st.timedeltas(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    date: st.dates(),
    time: st.times(),
}


def _is_record(hint: Any) -> bool:
    return is_dataclass(hint)


def examples(event_type: Any) -> list[Event]:
    """Build a full event and, where it can lack something, a bare one."""
    full, bare = _example(event_type, "", full=True), _example(event_type, "", full=False)
    return [full] if full == bare else [full, bare]


def _example(hint: Any, name: str, *, full: bool) -> Any:
    if isinstance(hint, NewType):
        return f"{hint.__name__.removesuffix('Id').lower()}-1"
    if get_origin(hint) is tuple:
        return tuple(_members(get_args(hint)[0], name, full=full)) if full else ()
    if get_origin(hint) in (Union, UnionType):
        return _members(hint, name, full=full)[0 if full else -1]
    if _is_record(hint):
        hints = get_type_hints(hint)
        return hint(**{f.name: _of_field(f, hints[f.name], full=full) for f in fields(hint)})
    if issubclass(hint, Enum):
        return next(iter(hint))
    return f"{name} é" if hint is str else _PLAIN_EXAMPLES[hint]


def _of_field(field: Field[Any], hint: Any, *, full: bool) -> Any:
    """Make a full event differ from its defaults, which may be left unwritten."""
    value = _example(hint, field.name, full=full)
    if not full or value != field.default:
        return value
    if hint is int:
        return value + 1
    others = [False, True] if hint is bool else list(hint)
    return next(other for other in others if other != field.default)


def _members(hint: Any, name: str, *, full: bool) -> list[Any]:
    if get_origin(hint) not in (Union, UnionType):
        return [_example(hint, name, full=full)]
    return [_example(member, name, full=full) for member in get_args(hint)]


_PLAIN_EXAMPLES: dict[Any, Any] = {
    bool: True,
    int: 3,
    float: 12.5,
    NoneType: None,
    timedelta: timedelta(minutes=1, milliseconds=500),
    datetime: NOON,
    date: date(2026, 7, 14),
    time: time(8, 30),
}

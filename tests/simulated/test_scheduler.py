"""Time passes in order, virtual or real."""

import asyncio
from datetime import UTC, datetime, timedelta

from ringback.telephony.simulated.scheduler import RealTimeScheduler, VirtualScheduler

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_handlers_are_called_in_the_order_of_their_instants_then_of_their_scheduling() -> None:
    """Ties are broken by who came first."""
    scheduler = VirtualScheduler(START)
    called: list[tuple[str, datetime]] = []

    def note(name: str) -> None:
        called.append((name, scheduler.now()))

    scheduler.call_later(2 * SECOND, lambda: note("later"))
    scheduler.call_later(SECOND, lambda: note("first"))
    scheduler.call_at(START + SECOND, lambda: note("second"))
    scheduler.advance(3 * SECOND)

    assert called == [
        ("first", START + SECOND),
        ("second", START + SECOND),
        ("later", START + 2 * SECOND),
    ]
    assert scheduler.now() == START + 3 * SECOND


def test_handler_may_schedule_another_within_the_same_advance() -> None:
    """What falls due meanwhile is not left behind."""
    scheduler = VirtualScheduler(START)
    called: list[str] = []

    def go_on() -> None:
        scheduler.call_later(SECOND, lambda: called.append("second"))

    scheduler.call_later(SECOND, go_on)
    scheduler.advance(2 * SECOND)

    assert called == ["second"]


def test_cancelled_handler_is_not_called_and_not_waited_for() -> None:
    """A timer called off leaves no trace."""
    scheduler = VirtualScheduler(START)
    called: list[str] = []

    scheduler.call_later(SECOND, lambda: called.append("no")).cancel()

    assert scheduler.next_due() is None
    assert not scheduler.run_next()
    assert called == []


def test_what_is_due_in_the_past_happens_at_once_and_time_stays() -> None:
    """Time never goes backwards."""
    scheduler = VirtualScheduler(START)

    scheduler.call_at(START - SECOND, lambda: None)

    assert scheduler.run_next()
    assert scheduler.now() == START


async def test_real_time_calls_in_order_and_never_early() -> None:
    """The event loop keeps the same promise."""
    scheduler = RealTimeScheduler(asyncio.get_running_loop())
    start, done = scheduler.now(), asyncio.Event()
    called: list[str] = []

    scheduler.call_later(timedelta(milliseconds=20), done.set)
    scheduler.call_at(start + timedelta(milliseconds=5), lambda: called.append("first"))
    scheduler.call_later(timedelta(milliseconds=1), lambda: called.append("never")).cancel()
    await asyncio.wait_for(done.wait(), 5)

    assert called == ["first"]
    assert scheduler.now() - start >= timedelta(milliseconds=19)

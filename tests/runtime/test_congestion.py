"""When a server that is behind turns new calls away (L4)."""

from datetime import UTC, datetime, timedelta

from ringback.runtime.congestion import (
    AFTERMATH,
    HICCUP_MAX,
    LATENESS_MAX,
    LATENESS_MAX_IN_AFTERMATH,
    Congestion,
)

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BEHIND = LATENESS_MAX + timedelta(milliseconds=1)
MOMENT = timedelta(milliseconds=1)


def test_being_behind_for_a_moment_refuses_nobody() -> None:
    """One slow commit is a hiccup, and so are two with a good moment between them."""
    congestion = Congestion()

    congestion.note(BEHIND, NOW)
    during = congestion.refuses(NOW + HICCUP_MAX - MOMENT)
    congestion.note(LATENESS_MAX, NOW + HICCUP_MAX - MOMENT)
    congestion.note(BEHIND, NOW + HICCUP_MAX)
    again = congestion.refuses(NOW + HICCUP_MAX + MOMENT)

    assert not during
    assert not again


def test_staying_behind_refuses_until_it_has_caught_up() -> None:
    """From then on each new call is refused, and none once nothing is late."""
    congestion = Congestion()
    congestion.note(BEHIND, NOW)

    behind = congestion.refuses(NOW + HICCUP_MAX)
    congestion.note(timedelta(0), NOW + HICCUP_MAX)
    caught_up = congestion.refuses(NOW + HICCUP_MAX)

    assert behind
    assert not caught_up


def test_soon_after_a_refusal_the_next_wave_is_not_let_in() -> None:
    """Within the aftermath being behind refuses at once, later it is a hiccup again."""
    congestion = Congestion()
    congestion.note(BEHIND, NOW)
    refused_at = NOW + HICCUP_MAX
    assert congestion.refuses(refused_at)
    congestion.note(timedelta(0), refused_at)

    congestion.note(BEHIND, refused_at + MOMENT)
    soon = congestion.refuses(refused_at + MOMENT)
    congestion.note(timedelta(0), refused_at + MOMENT)
    much_later = refused_at + 2 * AFTERMATH
    congestion.note(BEHIND, much_later)
    later = congestion.refuses(much_later)

    assert soon
    assert not later


def test_crowd_is_let_in_by_few_at_a_time_after_a_refusal() -> None:
    """What is no delay on a quiet day refuses in the aftermath: others before wait already (L4)."""
    slightly_behind = LATENESS_MAX_IN_AFTERMATH + MOMENT
    congestion = Congestion()
    congestion.note(slightly_behind, NOW)
    before = congestion.refuses(NOW + HICCUP_MAX)
    congestion.note(BEHIND, NOW)
    refused_at = NOW + HICCUP_MAX
    assert congestion.refuses(refused_at)
    congestion.note(timedelta(0), refused_at)

    congestion.note(LATENESS_MAX_IN_AFTERMATH, refused_at + MOMENT)
    in_time = congestion.refuses(refused_at + MOMENT)
    congestion.note(slightly_behind, refused_at + MOMENT)
    crowded = congestion.refuses(refused_at + MOMENT)

    assert not before
    assert not in_time
    assert crowded

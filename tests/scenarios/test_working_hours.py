"""Agents are available within their working hours only (R19)."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from ringback.core.calendars import OpeningPeriod, WeeklyHours
from ringback.core.events import (
    AgentCameOnDuty,
    AgentWentOffDuty,
    OfferDeclined,
    OffersRangOut,
    OffersWithdrawn,
    WithdrawalCause,
)
from ringback.core.flow import RingRule
from ringback.core.ids import AgentId
from ringback.core.inputs import (
    AgentConnectionLost,
    CallByHand,
    ConfigureAgent,
    ConfigureTeam,
    PhoneSystemListed,
    PhoneSystemLost,
    TimePassed,
)
from ringback.core.outcomes import COMPLETED
from ringback.core.refusals import RefusalCode
from ringback.core.settings import AgentProfile, AgentStatus, PhoneKind, Team
from ringback.core.states import Standing
from ringback.core.step import next_deadline, step
from ringback.core.why import AgentBar, why
from tests.scenarios.stage import TEAM, VOICEMAIL, Stage, audio, ring

PARIS = "Europe/Paris"
WORKING_DAYS = range(5)
NINE, FIVE = time(9), time(17)


def office(
    opens: time = NINE, closes: time = FIVE, days: Sequence[int] = WORKING_DAYS
) -> WeeklyHours:
    return WeeklyHours(PARIS, tuple(OpeningPeriod(day, opens, closes) for day in days))


WITH_LUNCH = WeeklyHours(
    PARIS,
    (OpeningPeriod(1, NINE, time(12)), OpeningPeriod(1, time(12, 45), FIVE)),
)


def utc(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


class Shifts(Stage):
    """A stage whose clock is set to any instant before agents get their hours."""

    def __init__(self, *agents: str, at: datetime, **more: Any) -> None:
        super().__init__(*agents, **more)
        self.go_to(at)

    def go_to(self, at: datetime) -> None:
        """Let time run, as a server that was up all along sees it."""
        while (due := next_deadline(self.world)) is not None and due <= at:
            self.now = max(due, self.now)
            self.give(TimePassed())
        self.now = at
        self.give(TimePassed())

    def works(self, name: str, hours: WeeklyHours | None, **more: Any) -> None:
        self.give(ConfigureAgent(AgentProfile(AgentId(name), name, hours=hours, **more)))

    def standing(self, name: str) -> Standing:
        return self.world.agents[AgentId(name)].standing


# ---- on duty and off -------------------------------------------------------------------------


def test_agent_is_absent_outside_the_hours_and_available_within() -> None:
    """R19: online all the while; the hours alone decide."""
    stage = Shifts("x", at=utc(3, 3, 7))

    stage.works("x", office())

    assert stage.standing("x") is Standing.ABSENT
    assert next_deadline(stage.world) == utc(3, 3, 8)
    stage.go_to(utc(3, 3, 8))
    assert stage.standing("x") is Standing.AVAILABLE
    stage.go_to(utc(3, 3, 16))
    assert stage.standing("x") is Standing.ABSENT
    assert [e.until for e in stage.events(AgentCameOnDuty)] == [utc(3, 3, 16)]
    assert [e.until for e in stage.events(AgentWentOffDuty)] == [utc(3, 3, 8), utc(3, 4, 8)]


def test_shift_that_begins_brings_the_agent_to_who_waits() -> None:
    """R19, R28: the boundary has its own pass."""
    stage = Shifts("x", "y", at=utc(3, 3, 7, 59))
    stage.works("x", office())
    stage.occupy("y")
    stage.wait(30)
    caller = stage.arrive()

    stage.go_to(utc(3, 3, 8))

    assert stage.rung_for("x") == caller


def test_shift_that_ends_withdraws_what_rings() -> None:
    """R19: neither declined nor rung out; it may come again to the same agent."""
    stage = Shifts("x", at=utc(3, 3, 10, 59), respect_queuing_time=True)
    stage.works("x", WITH_LUNCH)
    callback = stage.ask(stage.arrive())
    assert stage.rung_for("x") == callback

    stage.go_to(utc(3, 3, 11))

    assert stage.rung_for("x") is None
    assert stage.events(OffersWithdrawn)[-1].cause is WithdrawalCause.AGENT_LEFT
    assert not stage.events(OffersRangOut)
    assert not stage.events(OfferDeclined)
    stage.go_to(utc(3, 3, 11, 45))
    assert stage.rung_for("x") == callback


def test_callback_does_not_wait_for_who_is_off_duty() -> None:
    """R19, R24: like offline; without *Respect queuing time* the step is over at once."""
    stage = Shifts("x", at=utc(3, 3, 17), steps=[audio("hello", "ring"), ring(), VOICEMAIL])
    stage.works("x", office())

    callback = stage.ask(stage.arrive())

    assert stage.outcome(callback).reason == "no_available_agent"


def test_communication_and_wrap_up_go_on_after_the_shift() -> None:
    """R19: nobody is cut off, and nothing more is offered."""
    stage = Shifts("x", at=utc(3, 3, 15, 59))
    stage.works("x", office(), wrap_up=timedelta(minutes=10))
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_answers(callback)

    stage.go_to(utc(3, 3, 16, 5))
    stage.hang_up("x")

    agent = stage.world.agents[AgentId("x")]
    assert stage.outcome(callback) == COMPLETED
    assert agent.wrap_up_until == utc(3, 3, 16, 15)
    stage.arrive()
    assert stage.rung_for("x") is None


def test_phone_that_connects_at_the_end_of_the_shift_is_not_cut_off() -> None:
    """R19, R29: what was accepted goes on."""
    stage = Shifts("x", at=utc(3, 3, 15, 59))
    stage.works("x", office())
    callback = stage.ask(stage.arrive())
    stage.wait(50)
    stage.accept("x")

    stage.go_to(utc(3, 3, 16))
    stage.phone_up("x")
    stage.customer_answers(callback)

    assert stage.outcome(callback) == COMPLETED


def test_status_chosen_off_duty_holds_when_the_shift_begins() -> None:
    """R19: Do not disturb outlasts the night; coming online before the shift waits for it."""
    stage = Shifts("x", "y", at=utc(3, 3, 7))
    for name in ("x", "y"):
        stage.works(name, office())
    stage.do_not_disturb("x")
    stage.offline("y")
    stage.online("y")
    assert stage.standing("y") is Standing.ABSENT

    stage.go_to(utc(3, 3, 8))

    assert stage.standing("x") is Standing.ABSENT
    assert stage.standing("y") is Standing.AVAILABLE
    assert stage.world.agents[AgentId("x")].status is AgentStatus.DO_NOT_DISTURB


def test_connection_lost_before_the_shift_is_busy_when_it_begins() -> None:
    """R19: the hours decide first, then the connection."""
    stage = Shifts("x", at=utc(3, 3, 7, 59))
    stage.works("x", office())
    stage.wait(30)
    stage.give(AgentConnectionLost(AgentId("x")))
    assert stage.standing("x") is Standing.ABSENT

    stage.go_to(utc(3, 3, 8))

    assert stage.standing("x") is Standing.BUSY


def test_new_shift_begins_idle_time_and_the_count_of_ring_outs_anew() -> None:
    """R19, R20: longest idle is whoever has waited longest today."""
    steps = [ring(rule=RingRule.LONGEST_IDLE), VOICEMAIL]
    stage = Shifts("x", "y", at=utc(3, 3, 7), steps=steps)
    stage.works("x", office(time(8, 30)))
    stage.works("y", office(time(8, 15)))

    stage.go_to(utc(3, 3, 9))

    stage.arrive()
    assert stage.rung_for("y") is not None
    assert stage.rung_for("x") is None


def test_schedule_changed_off_duty_brings_the_agent_back_at_once() -> None:
    """R19: the hours of the moment decide, whether they get longer or go."""
    for hours in (office(closes=time(20)), None):
        stage = Shifts("x", at=utc(3, 3, 17))
        stage.works("x", office())
        assert stage.standing("x") is Standing.ABSENT

        stage.works("x", hours)

        assert stage.standing("x") is Standing.AVAILABLE


def test_schedule_changed_on_duty_ends_the_shift_at_the_new_time() -> None:
    """R19: an offer that rings goes with it."""
    stage = Shifts("x", at=utc(3, 3, 14), respect_queuing_time=True)
    stage.works("x", office())
    stage.works("x", office(closes=time(18)))
    assert next_deadline(stage.world) == utc(3, 3, 17)
    stage.arrive()
    assert stage.rung_for("x") is not None

    stage.works("x", office(closes=time(15)))

    assert stage.rung_for("x") is None
    assert stage.standing("x") is Standing.ABSENT


def test_hours_that_change_nothing_leave_one_trace() -> None:
    """R19: the profile is noted; the duty is, while its end is the same."""
    stage = Shifts("x", at=utc(3, 3, 14))
    stage.works("x", office())
    before = len(stage.events(AgentCameOnDuty))

    stage.works("x", office(days=range(4)))

    assert len(stage.events(AgentCameOnDuty)) == before


def test_restart_across_boundaries_walks_them_in_order() -> None:
    """R19, R28, S21: a server that was down over a weekend catches up, each boundary in turn."""
    stage = Shifts("x", at=utc(3, 6, 14))
    stage.works("x", office())
    again = stage.replayed()
    again_now = utc(3, 9, 9)

    done = step(again, PhoneSystemLost(), at=again_now, chance=1, actor="phone")

    told = [(fact.at, type(fact.event)) for fact in done.facts][:2]
    assert told == [(utc(3, 6, 16), AgentWentOffDuty), (utc(3, 9, 8), AgentCameOnDuty)]
    assert next_deadline(again) == utc(3, 9, 16)


def test_ringing_across_a_restart_at_the_end_of_the_shift_is_withdrawn() -> None:
    """R19, R34: the phone that still rings is told to stop, and nothing is counted."""
    stage = Shifts("x", at=utc(3, 3, 15, 59), desk=["x"], respect_queuing_time=True)
    stage.works("x", office(), phone=PhoneKind.DESK)
    callback = stage.ask(stage.arrive())
    assert stage.rung_for("x") == callback
    again = stage.replayed()

    down = step(again, PhoneSystemLost(), at=utc(3, 3, 16, 1), chance=1, actor="phone")
    step(again, PhoneSystemListed(()), at=utc(3, 3, 16, 2), chance=2, actor="phone")

    kinds = [type(fact.event) for fact in down.facts]
    assert kinds[:2] == [AgentWentOffDuty, OffersWithdrawn]
    assert again.callbacks[callback].faults == 0


def test_replay_knows_who_was_on_duty() -> None:
    """S21: the events say it; no calendar is asked again."""
    stage = Shifts("x", at=utc(3, 3, 17))
    stage.works("x", office())

    again = stage.replayed()

    agent = again.agents[AgentId("x")]
    assert (agent.off_duty, agent.duty_changes_at) == (True, utc(3, 4, 8))


def test_team_member_off_duty_leaves_the_others_rung() -> None:
    """R19, R21: the step rings who is there."""
    stage = Shifts("x", "y", at=utc(3, 3, 17))
    stage.works("x", office())
    stage.give(ConfigureTeam(Team(TEAM, TEAM, (AgentId("x"), AgentId("y")))))

    caller = stage.arrive()

    assert stage.rung_for("x") is None
    assert stage.rung_for("y") == caller


def test_call_by_hand_outside_the_hours_is_refused() -> None:
    """R19, R35: like offline."""
    stage = Shifts("x", at=utc(3, 3, 17), steps=[audio("hello", "ring"), ring(), VOICEMAIL])
    stage.works("x", office())
    callback = stage.ask(stage.arrive())

    refusal = stage.refuses(CallByHand(callback, AgentId("x")))

    assert refusal.code is RefusalCode.AGENT_NOT_AVAILABLE


@pytest.mark.parametrize(
    ("hours", "problem", "about"),
    [
        (WeeklyHours("Mars/Base", ()), "unknown-time-zone", "Mars/Base"),
        (office(time(17), time(9), [0]), "closes-before-it-opens", "Monday 17:00 to 09:00"),
    ],
)
def test_hours_that_cannot_be_judged_are_refused(
    hours: WeeklyHours, problem: str, about: str
) -> None:
    """R2, R19: the refusal names what is wrong, and nothing is saved."""
    stage = Stage("x")

    refusal = stage.refuses(ConfigureAgent(AgentProfile(AgentId("x"), "x", hours=hours)))

    assert refusal.code is RefusalCode.INVALID_HOURS
    assert refusal.data == {"problem": problem, "about": about}


def test_why_not_yet_names_who_is_outside_the_hours() -> None:
    """R19, R46: neither offline nor in Do not disturb, but at home."""
    stage = Shifts("x", at=utc(3, 3, 10, 59), respect_queuing_time=True)
    stage.works("x", WITH_LUNCH)
    callback = stage.ask(stage.arrive())
    stage.go_to(utc(3, 3, 11))

    told = why(stage.world, stage.world.callbacks[callback], stage.now)

    assert [each.bar for each in told.agents] == [AgentBar.OFF_DUTY]

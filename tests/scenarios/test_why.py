"""*Why not yet?*: each reason, in the situation that gives it (R46)."""

from datetime import timedelta

from ringback.core.events import HoldCause
from ringback.core.flow import RingRule, Step
from ringback.core.ids import AgentId, CallbackId
from ringback.core.inputs import (
    AgentConnectionLost,
    FailureCause,
    MoveToFront,
    PhoneSystemLost,
)
from ringback.core.settings import DiallingPolicy
from ringback.core.why import AgentBar, BusyClock, Obstacle, Why, ahead_of, why
from tests.scenarios.stage import VOICEMAIL, Stage, ring

LONG: list[Step] = [ring(ring_for=3600), VOICEMAIL]


def asked_of(stage: Stage, callback_id: CallbackId) -> Why:
    return why(stage.world, stage.world.callbacks[callback_id], stage.now)


def kinds(stage: Stage, callback_id: CallbackId) -> list[str]:
    return [bar.kind.value for bar in asked_of(stage, callback_id).bars]


def agents(stage: Stage, callback_id: CallbackId) -> dict[str, AgentBar]:
    return {each.agent_id: each.bar for each in asked_of(stage, callback_id).agents}


def test_callback_that_rings_has_no_bar() -> None:
    """R46: it names who is being rung."""
    stage = Stage("x", "y", steps=LONG)
    callback = stage.ask(stage.arrive())

    told = asked_of(stage, callback)

    assert (told.rung, told.bars, told.ahead) == (("x", "y"), (), ())
    assert agents(stage, callback) == {"x": AgentBar.RINGING, "y": AgentBar.RINGING}


def test_callback_settles_while_its_caller_hears_the_confirmation_and_after() -> None:
    """R7, R46: the end of settling is known once the call has ended."""
    stage = Stage("x", steps=LONG)
    caller = stage.arrive()
    stage.press(caller)
    callback = stage.requested(caller)
    during = asked_of(stage, callback).bars
    stage.caller_hangs_up(caller)

    after = asked_of(stage, callback).bars

    assert [(bar.kind, bar.until, bar.rule) for bar in during] == [(Obstacle.SETTLING, None, "R7")]
    assert [bar.until for bar in after] == [stage.now + timedelta(seconds=5)]


def test_customer_on_a_call_holds_it() -> None:
    """R28b, R46: until that call ends."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive(customer="anna"))
    stage.arrive(customer="anna")

    bars = asked_of(stage, callback).bars

    assert [(bar.kind, bar.until) for bar in bars] == [
        (HoldCause.CUSTOMER_ON_CALL, None),
        (Obstacle.NOBODY_FREE, None),
    ]


def test_rate_limit_is_named_before_and_while_it_holds() -> None:
    """R48, R46: with the instant at which it allows the next dial."""
    stage = Stage("x", steps=LONG)
    stage.configure_line(dialling=DiallingPolicy(line_hour_max=1))
    first = stage.ask(stage.arrive())
    stage.take("x")
    dialled_at = stage.now
    second = stage.ask(stage.arrive())
    before = asked_of(stage, second)
    stage.customer_answers(first)
    stage.hang_up("x")

    held = asked_of(stage, second)

    until = dialled_at + timedelta(hours=1)
    assert [(bar.kind, bar.until) for bar in before.bars] == [
        (HoldCause.RATE_LIMIT, until),
        (Obstacle.NOBODY_FREE, None),
    ]
    assert [(bar.kind, bar.until) for bar in held.bars] == [(HoldCause.RATE_LIMIT, until)]


def test_trunk_fault_holds_it_for_a_while() -> None:
    """R32, R46: our fault, with its end."""
    stage = Stage("x", steps=LONG)
    callback = stage.ask(stage.arrive())
    stage.take("x")
    stage.customer_fails(callback, FailureCause.TRUNK)

    [bar] = asked_of(stage, callback).bars

    assert (bar.kind, bar.until) == (HoldCause.TRUNK_FAULT, stage.now + timedelta(seconds=30))


def test_number_that_the_policy_came_to_refuse_is_named() -> None:
    """R28b, R48, R46: at its turn it would end without a card."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    callback = stage.ask(stage.arrive())
    stage.configure_line(dialling=DiallingPolicy(countries=("DE",)))

    assert kinds(stage, callback) == ["number-refused", "nobody-free"]


def test_lost_phone_system_bars_everything() -> None:
    """R34, R46: nothing is offered until it is back, or the server has recovered."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    callback = stage.ask(stage.arrive())

    stage.give(PhoneSystemLost())

    assert kinds(stage, callback)[0] == "phones-unreachable"


def test_who_is_ahead_counts_only_if_they_want_the_same_agents() -> None:
    """R28, R46: one who is held stands ahead and takes nobody."""
    stage = Stage("x", steps=LONG)
    stage.occupy("x")
    held = stage.ask(stage.arrive(customer="anna"))
    stage.arrive(line="only-x", customer="anna")
    callback = stage.ask(stage.arrive())

    told = asked_of(stage, callback)

    assert [(each.item.id, each.takes_next) for each in told.ahead[:1]] == [(held, False)]
    assert [each.takes_next for each in told.ahead] == [False, True]
    assert kinds(stage, callback) == ["behind-others", "nobody-free"]


def test_other_queues_of_the_same_agents_are_ahead_too() -> None:
    """R28, R46: a free agent goes to the oldest item over all queues."""
    stage = Stage(
        "x",
        "y",
        teams={"a": ["x"], "b": ["x", "y"]},
        steps=[
            ring("ring", team="b", ring_for=3600),
            VOICEMAIL,
        ],
    )
    stage.occupy("x", "y")
    elsewhere = stage.arrive(line="only-x")
    callback = stage.ask(stage.arrive())

    assert [item.id for item in ahead_of(stage.world, stage.world.callbacks[callback])] == [
        elsewhere
    ]
    stage.give(MoveToFront(callback))
    assert ahead_of(stage.world, stage.world.callbacks[callback]) == []


def test_each_agent_is_told_by_what_bars_them() -> None:
    """R19, R21, R22, R46: also who declined it, and whose ringing is over."""
    stage = Stage("busy", "quiet", "gone", "declined", "silent", steps=LONG)
    stage.occupy("busy", "quiet", "gone")
    callback = stage.ask(stage.arrive())
    stage.decline("declined")
    stage.wait(60)
    stage.do_not_disturb("quiet")
    stage.offline("gone")

    assert agents(stage, callback) == {
        "busy": AgentBar.IN_COMMUNICATION,
        "quiet": AgentBar.DO_NOT_DISTURB,
        "gone": AgentBar.OFFLINE,
        "declined": AgentBar.DECLINED,
        "silent": AgentBar.RANG_OUT,
    }


def test_agent_rung_for_another_is_named_with_that_item() -> None:
    """R19, R46: being rung for another counts as busy."""
    stage = Stage("x", steps=[ring(ring_for=3600, rule=RingRule.LONGEST_IDLE, each=600), VOICEMAIL])
    other = stage.arrive()
    callback = stage.ask(stage.arrive())

    [agent] = asked_of(stage, callback).agents

    assert (agent.bar, agent.rung_for) == (AgentBar.RUNG_FOR_ANOTHER, other)


def test_wrap_up_is_told_with_its_end_and_a_lost_page_as_such() -> None:
    """R19, R46: both count as busy."""
    stage = Stage("x", "y", steps=LONG, wrap_up=30)
    stage.occupy("x", "y")
    callback = stage.ask(stage.arrive())
    stage.hang_up("x")
    stage.give(AgentConnectionLost(AgentId("y")))
    stage.hang_up("y")
    ends_at = stage.now + timedelta(seconds=30)
    both = {each.agent_id: (each.bar, each.until) for each in asked_of(stage, callback).agents}
    stage.wait(29)
    stage.give(AgentConnectionLost(AgentId("x")))
    stage.wait(2)

    assert both == {"x": (AgentBar.WRAP_UP, ends_at), "y": (AgentBar.WRAP_UP, ends_at)}
    assert agents(stage, callback)["x"] is AgentBar.CONNECTION_LOST


def test_busy_clock_says_what_remains_of_it() -> None:
    """R24, R46: it runs at the front only, and stands still while held."""
    stage = Stage("x", steps=LONG, busy_wait=timedelta(minutes=10))
    stage.occupy("x")
    callback = stage.ask(stage.arrive(customer="anna"))
    stage.wait(60)
    running = asked_of(stage, callback).busy_clock
    stage.arrive(customer="anna")
    stage.wait(60)

    still = asked_of(stage, callback).busy_clock

    ten, nine = timedelta(minutes=10), timedelta(minutes=9)
    assert running == BusyClock(ten, nine, running=True)
    assert still == BusyClock(ten, nine, running=False)

"""*Why not yet?* over random lives: what it says is so, and it leaves nothing out (R46)."""

import random
from copy import deepcopy
from dataclasses import replace
from datetime import datetime

import pytest

from ringback.core import events as e
from ringback.core.ids import AgentId, CallbackId
from ringback.core.inputs import TimePassed
from ringback.core.settings import AgentStatus, DiallingPolicy
from ringback.core.states import AwaitingAgent, Call, Callback, Item, Leaving, Queued
from ringback.core.step import evolve, next_deadline, step
from ringback.core.why import AgentBar, AgentNow, Bar, Obstacle, Why, why
from ringback.core.world import World

from .driver import Driver
from .numbers import Numbers
from .repertoire import possible

SHARES = 4
LIVES = 60
STEPS = 120
USED_UP = (AgentBar.DECLINED, AgentBar.RANG_OUT)


@pytest.mark.parametrize("share", range(SHARES))
def test_what_bars_a_callback_is_all_that_bars_it(share: int) -> None:
    """R46: it rings when it is said to; and with each bar out of the way the next one is named,
    until it rings."""
    asked: set[str] = set()

    for seed in range(share, LIVES, SHARES):
        driver, chance = Driver(only=()), random.Random(seed)
        driver.found(chance.randrange)
        for number in range(STEPS):
            action = chance.choice(possible(driver))
            action.do(driver, Numbers(*(chance.randrange(840) for _ in range(40))))
            callback = _one_waiting(driver.world, number)
            if callback is not None:
                asked |= _look_at(driver.world, callback, driver.now, f"seed {seed}, {number}")

    assert asked >= {"ringing", Obstacle.SETTLING, Obstacle.NOBODY_FREE}


def _one_waiting(world: World, number: int) -> Callback | None:
    waiting = [each for each in world.callbacks.values() if isinstance(each.state, Queued)]
    return waiting[number % len(waiting)] if waiting else None


def _look_at(world: World, callback: Callback, at: datetime, when: str) -> set[str]:
    told = why(world, callback, at)
    assert callback.stay is not None
    assert told.rung == tuple(callback.stay.offers), when
    if told.rung:
        return {"ringing"}
    assert told.bars, f"{when}: {callback.id} waits for no reason"
    _nobody_ahead_is_passed_over(world, told, callback.id, at, when)
    _every_bar_counts(deepcopy(world), told, callback.id, at, when)
    return {bar.kind for bar in told.bars}


def _every_bar_counts(
    world: World, told: Why, callback_id: CallbackId, at: datetime, when: str
) -> None:
    """Take the bars out of the way one by one."""
    callback = world.callbacks[callback_id]
    assert callback.stay is not None
    stay = callback.stay
    if _something_fell_due_meanwhile(world, at):
        return
    able = [each for each in told.agents if each.bar not in USED_UP]
    bars = list(told.bars)
    while bars:
        bar = bars.pop(0)
        if bar.kind is Obstacle.NOBODY_FREE and not able:
            break
        _take_away(world, callback, bar, told, at)
        named = [each.kind for each in why(world, callback, at).bars]
        assert named == [each.kind for each in bars], f"{when}: {bar} was not all of it"

    step(world, TimePassed(), at=at, chance=1, actor="test")

    if able:
        assert stay.offers, f"{when}: {callback_id} does not ring, nothing bars it"
    else:
        assert callback.stay is not stay, f"{when}: {callback_id} waits for nobody"


def _something_fell_due_meanwhile(world: World, at: datetime) -> bool:
    """With the phones' return it is settled first, whatever bars the callback."""
    copy = deepcopy(world)
    if not copy.phones_reachable:
        _write(copy, e.PhoneSystemCameBack(), at)
    due = next_deadline(copy)
    return due is not None and due <= at


def _nobody_ahead_is_passed_over(
    world: World, told: Why, callback_id: CallbackId, at: datetime, when: str
) -> None:
    """Whoever is said to be served first is: a freed agent whom they can use goes to them."""
    ahead = [each.item.id for each in told.ahead if each.takes_next]
    freeable = [each for each in told.agents if each.bar is AgentBar.OFFLINE]
    if not ahead or not freeable or not world.phones_reachable:
        return
    copy = deepcopy(world)
    first, agent = copy.item(ahead[0]), freeable[0]
    assert first is not None
    assert first.stay is not None
    members = copy.queues[first.stay.queue_id].group.members
    if agent.agent_id in {*first.declined, *first.stay.rung_out} or agent.agent_id not in members:
        return
    _free(copy, agent, at)
    step(copy, TimePassed(), at=at, chance=1, actor="test")
    offer = copy.agents[agent.agent_id].offer
    assert offer is None or offer.item_id != callback_id, f"{when}: {ahead} were passed over"


# ---- taking things out of the way ------------------------------------------------------------


def _take_away(world: World, callback: Callback, bar: Bar, told: Why, at: datetime) -> None:
    match bar.kind:
        case Obstacle.PHONES_UNREACHABLE:
            _write(world, e.PhoneSystemCameBack(), at)
        case Obstacle.SETTLING:
            _write(world, e.CallbackSettled(callback.id), at)
        case Obstacle.NUMBER_REFUSED:
            _allow(world, callback, at)
        case Obstacle.BEHIND_OTHERS:
            for each in told.ahead:
                if each.takes_next:
                    _send_away(world, each.item.id)
        case Obstacle.NOBODY_FREE:
            able = [each for each in told.agents if each.bar not in USED_UP]
            idle_first = sorted(able, key=lambda each: each.rung_for is not None)
            _free(world, idle_first[0], at)
        case e.HoldCause() as cause:
            if cause in callback.holds:
                _write(world, e.CallbackReleased(callback.id, cause), at)
            if cause is e.HoldCause.RATE_LIMIT:
                world.dials_by_customer.clear()
                world.dials_by_line.clear()
                world.dials.clear()


def _write(world: World, event: e.Event, at: datetime) -> None:
    evolve(world, e.Fact(world.sequence + 1, at, "test", "test", event))


def _allow(world: World, callback: Callback, at: datetime) -> None:
    country = callback.destination.country
    assert country is not None
    allowed = DiallingPolicy((country,), customer_day_max=1_000, line_hour_max=1_000)
    _write(world, e.LineConfigured(replace(world.lines[callback.line_id], dialling=allowed)), at)


def _send_away(world: World, item_id: str) -> None:
    item: Item | None = world.item(item_id)  # type: ignore[arg-type]
    assert item is not None
    world.unplace(item)
    item.state = Leaving(world.now) if isinstance(item, Call) else AwaitingAgent()
    item.gone = True


def _free(world: World, now: AgentNow, at: datetime) -> None:
    agent = world.agents[AgentId(now.agent_id)]
    if now.rung_for is not None:
        item = world.item(now.rung_for)
        assert item is not None
        if world.in_queue(item):
            _send_away(world, item.id)
        _write(world, e.OffersWithdrawn(item.id, (agent.id,), e.WithdrawalCause.AGENT_LEFT), at)
    agent.status = AgentStatus.ONLINE
    agent.call_id = agent.wrap_up_until = agent.missing_since = agent.offer = None
    agent.given_up = agent.off_duty = False
    agent.idle_since = agent.idle_since or at
    world.restand(agent)

"""Replays a fortnight of the demo company through the engine, in virtual time."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from ringback.bootstrap.account import Account, open_account
from ringback.bootstrap.company import configure_company
from ringback.bootstrap.prompts import PromptFinder
from ringback.bootstrap.simulated_phones import SimulatedPhones
from ringback.config.settings import Settings
from ringback.core.events import Fact
from ringback.core.ids import AgentId
from ringback.ports import Journal, NumberBook, Telephony
from ringback.runtime.clock import Timekeeper
from ringback.telephony.simulated.scheduler import VirtualScheduler

from .agents import Agents
from .calendar import arrivals, first_instant, shifts
from .customers import Customers
from .listed import Listed
from .people import people
from .stage import Stage

CALLS_END = timedelta(minutes=25)
"""So long before the end nobody calls any more."""
CALLS_CUT = timedelta(minutes=3)
LISTS_CLEARED = timedelta(minutes=2)
STEP = timedelta(hours=3)

Told = Callable[[float], None]
Follow = Callable[[Sequence[Fact]], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What fortnight it is to be: the same plan gives the same one."""

    until: datetime
    ready: tuple[AgentId, ...]
    """Who is online at its end; nobody waits then, and nothing is left to be done."""
    seed: int = 20
    days: int = 14


@asynccontextmanager
async def replayed(
    settings: Settings, journal: Journal, plan: Plan, told: Told, follow: Follow
) -> AsyncIterator[Account]:
    """Fill an empty journal with the fortnight before an instant.

    `told` hears the share that is done, `follow` sees the facts. The account whose phones still
    keep the messages that callers left is lent at the end of the fortnight.
    """
    time = VirtualScheduler(first_instant(plan.until, plan.days))
    made: list[SimulatedPhones] = []

    def make_phones(_: Timekeeper, number_book: NumberBook) -> Telephony:
        made.append(SimulatedPhones(time, number_book, seed=plan.seed, name="past"))
        return made[0].telephony

    chance = Random(plan.seed)
    account = await open_account(
        settings,
        journal,
        make_clock=lambda _: time,
        make_telephony=make_phones,
        find_prompt=PromptFinder(settings.data).find,
        chance=lambda: chance.getrandbits(64),
    )
    stage = Stage(account, settings, made[0].network, time, Random(chance.random()))
    serving = asyncio.create_task(account.engine.run())
    account.engine.subscribe(made[0].follow)
    account.engine.subscribe(follow)
    try:
        await configure_company(account.engine, settings)
        made[0].telephony.start(account.engine.report)
        await _unless_ended(_play(stage, plan, told), serving)
        yield account
    finally:
        made[0].telephony.stop()
        account.engine.stop()
        await serving


async def _unless_ended(playing: Coroutine[Any, Any, None], engine: asyncio.Task[None]) -> None:
    """Play to the end, unless the engine ends before: nobody would ever be answered then."""
    play = asyncio.create_task(playing)
    try:
        await asyncio.wait([play, engine], return_when=asyncio.FIRST_COMPLETED)
        if play.done():
            play.result()
    finally:
        play.cancel()


async def _play(stage: Stage, plan: Plan, told: Told) -> None:
    customers = Customers(stage, people(stage.chance))
    agents, listed = Agents(stage), Listed(stage)
    for player in (customers, agents, listed):
        stage.account.engine.subscribe(player.follow)
    await stage.pass_until(stage.time.now() + timedelta(seconds=1))
    agents.watch_desks()
    last_call = plan.until - CALLS_END
    for at, line_id in arrivals(plan.until, plan.days, stage.chance):
        customers.call_at(at, line_id)
    for shift in shifts(plan.until, plan.days):
        agents.work(shift)
    begins = stage.time.now()
    while (following := stage.time.now() + STEP) < last_call:
        await stage.pass_until(following)
        told((following - begins) / (plan.until - begins))
    await stage.pass_until(last_call)
    customers.call_no_more()
    await stage.pass_until(plan.until - CALLS_CUT)
    customers.hang_up_all()
    await stage.pass_until(plan.until - LISTS_CLEARED)
    listed.clear()
    agents.stand_ready(plan.ready)
    await stage.pass_until(plan.until)
    told(1.0)

"""What the log says once the phone system is back."""

from collections.abc import Sequence

from structlog.testing import capture_logs
from structlog.typing import EventDict

from ringback.core.events import CallBegan
from ringback.core.ids import LegId
from ringback.core.inputs import LegState, ListedLeg, PhoneSystemListed, PhoneSystemLost
from ringback.runtime.reunion import ReunionLog
from ringback.storage.memory import MemoryJournal

from .stage import Stage, on_stage

ORPHAN = LegId("customer-of-nobody")


async def test_return_tells_who_was_kept_who_ended_and_who_was_hung_up() -> None:
    """S20: one caller is still there, one has gone meanwhile, and one leg belongs to nobody."""
    async with on_stage(MemoryJournal()) as stage:
        stays, _ = await _call_in(stage, "+442079460102"), await _call_in(stage, "+442079460103")

        logged = await _lose_and_list(stage, [stays, ORPHAN])

    assert [(each["log_level"], each["event"]) for each in logged] == [
        ("info", "phones.reconciled")
    ]
    assert logged[0]["legs_kept"] == 1
    assert logged[0]["calls_ended"] == 1
    assert logged[0]["orphans_hung_up"] == 1


async def test_return_without_any_call_is_told_too() -> None:
    """The operator sees that nothing was lost."""
    async with on_stage(MemoryJournal()) as stage:
        logged = await _lose_and_list(stage, [])

    assert {name: value for name, value in logged[0].items() if value} == {
        "seq": stage.account.engine.world.sequence,
        "event": "phones.reconciled",
        "log_level": "info",
    }


async def _call_in(stage: Stage, number: str) -> LegId:
    stage.calls_in(number, None)
    return LegId((await stage.until_event(CallBegan)).call_id)


async def _lose_and_list(stage: Stage, legs: Sequence[LegId]) -> list[EventDict]:
    engine = stage.account.engine
    reunion = ReunionLog(engine.report)
    engine.subscribe(reunion.follow)
    listed = PhoneSystemListed(
        legs=tuple(ListedLeg(leg_id, LegState.UP) for leg_id in legs),
        never_sent=(),
        lost_agents=(),
    )
    with capture_logs() as logged:
        reunion.receive(PhoneSystemLost())
        reunion.receive(listed)
        await engine.settled()
    return logged

"""What the log names of a step: whoever searches for a call or a callback finds it."""

import pytest
import structlog

from ringback.core.events import ConfirmationStarted, DialIntended, OffersMade
from ringback.core.ids import CallbackId, LegId, OfferId
from ringback.core.inputs import (
    AcceptOffer,
    CancelCallback,
    CancelReason,
    DigitPressed,
    HangUpAgent,
    LegEnded,
    TimePassed,
)
from ringback.core.states import customer_leg
from ringback.ports import OutsideTransfer
from ringback.runtime.loop import EngineStopped
from ringback.runtime.step_names import step_names

from .stage import MARIE, TOM, Stage, WatchedJournal, on_stage
from .test_loop import confirmation_wanted


async def callback_offered(stage: Stage) -> OffersMade:
    """Let both callers leave: the callback of the one is offered to Tom."""
    await stage.until_event(ConfirmationStarted)
    for number in (MARIE, "+442079460101"):
        stage.phones.network.customer(number).hang_up()
    return await stage.until_event(OffersMade)


async def test_bug_is_logged_with_what_it_was_about() -> None:
    """Callback, queue and last fact stand beside it."""
    bugs: list[bool] = []

    def chance() -> int:
        assert not bugs, "planted"
        return 7

    async with on_stage(WatchedJournal(), chance=chance) as stage:
        await confirmation_wanted(stage)
        made = await callback_offered(stage)
        world = stage.account.engine.world
        [callback] = world.callbacks.values()
        bugs.append(True)

        with structlog.testing.capture_logs() as logs, pytest.raises(EngineStopped):
            await stage.account.engine.request(
                AcceptOffer(made.offers[0].offer_id, TOM), f"agent:{TOM}"
            )

        assert callback.stay is not None
        [told] = [log for log in logs if log["event"] == "engine.bug"]
        assert told["callback_id"] == callback.id
        assert told["queue"] == callback.stay.queue_id
        assert told["seq"] == world.sequence
        assert "call_id" not in told


async def test_bug_around_a_number_tells_the_customer_by_reference() -> None:
    """Of the number that an agent typed nothing is in the log, masked or not."""
    bugs: list[bool] = []

    def chance() -> int:
        assert not bugs, "planted"
        return 7

    async with on_stage(WatchedJournal(), chance=chance) as stage:
        bugs.append(True)
        transfer = OutsideTransfer(TOM, "+442079460102")
        with structlog.testing.capture_logs() as logs, pytest.raises(EngineStopped):
            await stage.account.engine.request(transfer, f"agent:{TOM}")

        [told] = [log for log in logs if log["event"] == "engine.bug"]
        assert "TransferToNumber" in told["input"]
        assert "2079460102" not in repr(told)


async def test_legs_agents_and_offers_lead_to_call_callback_and_queue() -> None:
    """Whatever an input names, the log names what it is about."""
    async with on_stage(WatchedJournal()) as stage:
        world = stage.account.engine.world
        await confirmation_wanted(stage)
        call = list(world.calls.values())[-1]
        assert call.stay is not None
        queue_id = call.stay.queue_id
        waiting = step_names(DigitPressed(call.leg_id, "*"), world)
        offer_id = (await callback_offered(stage)).offers[0].offer_id
        await stage.account.engine.request(AcceptOffer(offer_id, TOM), f"agent:{TOM}")
        dialled = await stage.until_event(DialIntended)
        outbound = world.outbound_calls[dialled.call_id]

        assert waiting == {
            "seq": waiting["seq"],
            "call_id": call.id,
            "queue": queue_id,
        }
        both = {"call_id": outbound.id, "callback_id": outbound.callback_id}
        for about in (
            LegEnded(customer_leg(outbound.id)),
            LegEnded(outbound.agent_leg_id),
            HangUpAgent(TOM),
            AcceptOffer(offer_id, TOM),
        ):
            assert step_names(about, world) == {"seq": world.sequence} | both


async def test_what_is_not_known_is_named_as_it_was_given() -> None:
    """A bug with a stale id is looked for by that id; time passes for nobody in particular."""
    async with on_stage(WatchedJournal()) as stage:
        world = stage.account.engine.world
        stale = CancelCallback(CallbackId("callback-77"), CancelReason.BY_USER)

        assert step_names(stale, world)["callback_id"] == "callback-77"
        assert set(step_names(TimePassed(), world)) == {"seq"}
        assert set(step_names(LegEnded(LegId("agent-none")), world)) == {"seq"}
        assert set(step_names(AcceptOffer(OfferId("none"), TOM), world)) == {"seq"}

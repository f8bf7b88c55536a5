"""Muting and holding over HTTP (R30)."""

from typing import Any

import pytest
from tests.api.office import MARIE, Office

from ringback.core.events import Fact, RedirectDialled


async def test_agent_holds_and_mutes_in_a_conversation_only(office: Office) -> None:
    """R30: the answer tells what is so; without a conversation there is a code."""
    await office.online("lea")
    early = await office.refused("POST", "/agents/lea/hold", {})
    await office.talk("lea")

    held = await office.post("/agents/lea/hold", {})
    calls = await office.get("/calls/live")
    muted = await office.post("/agents/lea/mute", {})
    resumed = await office.post("/agents/lea/resume", {})
    unmuted = await office.post("/agents/lea/unmute", {})

    assert (early[0], early[1]["code"]) == (409, "not-in-conversation")
    assert held["conversation"]["stage"] == "on-hold"
    assert [call["stage"] for call in calls] == ["on-hold"]
    assert muted["conversation"]["muted"]
    assert resumed["conversation"]["stage"] == "talking"
    assert not unmuted["conversation"]["muted"]


async def test_transferred_call_rings_the_colleague_and_says_by_whom(office: Office) -> None:
    """R30: the agent is let go; a colleague who is away has a code."""
    await office.online("lea")
    await office.talk("lea")
    away = await office.refused("POST", "/agents/lea/transfer", {"to": "agent", "id": "tom"})
    unknown = await office.refused("POST", "/agents/lea/transfer", {"to": "team", "id": "none"})
    same = await office.refused("POST", "/agents/lea/transfer", {"to": "line", "id": "paris"})
    await office.online("tom")

    lea = await office.post("/agents/lea/transfer", {"to": "agent", "id": "tom"})
    offer = await office.offer_of("tom")

    assert (away[0], away[1]["code"]) == (409, "agent-not-available")
    assert (unknown[0], unknown[1]["code"]) == (404, "unknown-team")
    assert (same[0], same[1]["code"]) == (409, "call-already-there")
    assert lea["conversation"] is None
    assert (offer["kind"], offer["transferred_by"]) == ("call", "lea")


PAUL = "+33687654321"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("12", "outside-number-short"),
        ("112", "outside-number-emergency"),
        ("+33899700000", "outside-number-premium"),
        ("+442079460000", "outside-number-country"),
        ("+33199001000", "outside-number-own-line"),
        ("nobody", "outside-number-invalid"),
    ],
)
async def test_number_that_cannot_be_called_is_refused_before_anything_is_dialled(
    office: Office, number: str, code: str
) -> None:
    """R30, R48: with a code for each class; the talk goes on, and the number is kept nowhere."""
    await office.online("lea")
    await office.talk("lea")

    refused = await office.refused("POST", "/agents/lea/transfer", {"to": "number", "id": number})
    lea = await office.get("/agents/lea")

    assert (refused[0], refused[1]["code"]) == (422, code)
    assert lea["conversation"]["stage"] == "talking"


async def test_typed_number_is_dialled_and_stands_in_no_event(office: Office) -> None:
    """R30: read as people of the line's country write it; the journal has a reference."""
    await office.online("lea")
    await office.talk("lea")
    facts: list[Fact] = []
    office.account.engine.subscribe(facts.extend)

    await office.post("/agents/lea/transfer", {"to": "number", "id": "06 87 65 43 21"})
    (call,) = await office.get("/calls/live")

    (dialled,) = [fact.event for fact in facts if isinstance(fact.event, RedirectDialled)]
    assert dialled.customer_id is not None
    assert office.services.number_book.customer(dialled.customer_id).number == PAUL
    assert PAUL.removeprefix("+33") not in repr(facts)
    assert call["stage"] == "redirected"


async def test_consulted_colleague_sees_who_asks_and_takes_the_customer(office: Office) -> None:
    """R30: both agents are in the one call, and the one who consults has both ways out."""
    await office.online("lea")
    await office.talk("lea")
    nothing = await office.refused("POST", "/agents/lea/complete-transfer", {})
    await office.online("tom")

    rings = await office.post("/agents/lea/consult", {"colleague_id": "tom"})
    offer = await office.offer_of("tom")
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "tom"})
    await office.until(lambda: office.world.agents["tom"].call_id is not None)
    busy = await office.refused("POST", "/agents/lea/resume", {})
    consulted = await office.get("/agents/tom")
    calls = await office.get("/calls/live")
    lea = await office.post("/agents/lea/complete-transfer", {})
    tom = await office.get("/agents/tom")

    assert (nothing[0], nothing[1]["code"]) == (409, "no-consultation")
    assert (busy[0], busy[1]["code"]) == (409, "consultation-in-progress")
    assert (offer["consulted_by"], offer["transferred_by"]) == ("lea", None)
    both = {"agent_id": "lea", "colleague_id": "tom"}
    assert rings["conversation"]["consultation"] == {**both, "answered": False}
    assert consulted["conversation"]["consultation"] == {**both, "answered": True}
    assert [(call["stage"], call["agent_id"]) for call in calls] == [("consulting", "lea")]
    assert lea["conversation"] is None
    assert tom["conversation"]["stage"] == "talking"
    assert tom["conversation"]["consultation"] is None


async def test_agent_takes_the_customer_back_from_a_consultation(office: Office) -> None:
    """R30."""
    await office.online("lea")
    await office.talk("lea")
    await office.online("tom")
    await office.post("/agents/lea/consult", {"colleague_id": "tom"})

    lea = await office.post("/agents/lea/cancel-consultation", {})
    tom = await office.get("/agents/tom")

    assert lea["conversation"]["stage"] == "talking"
    assert tom["offer"] is None


async def test_transferred_callback_stays_an_outbound_call_of_its_callback(office: Office) -> None:
    """R30, R40: live calls lead to the callback's story as before."""
    await office.online("lea")
    callback_id = await office.ask_for_callback()
    offer = await office.offer_of("lea")
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    await office.until(lambda: bool(office.world.outbound_calls))
    await office.until(lambda: _rings(office))
    await office.post(f"/booth/phones/{MARIE}/answer")
    await office.until(lambda: office.world.agents["lea"].call_id is not None)
    await office.until(lambda: all(c.connected for c in office.world.outbound_calls.values()))
    await office.online("tom")

    await office.post("/agents/lea/transfer", {"to": "agent", "id": "tom"})
    calls = await office.get("/calls/live")

    assert [(c["direction"], c["callback_id"]) for c in calls] == [("outbound", callback_id)]


def _rings(office: Office) -> bool:
    return any(getattr(c.state, "rang", False) for c in _dialled(office))


def _dialled(office: Office) -> list[Any]:
    return list(office.world.callbacks.values())

"""What agents do about offers, and everything that may be refused them."""

from datetime import timedelta

import pytest
from tests.api.office import MARIE, Office


async def test_colleague_who_is_too_late_is_told_who_won(office: Office) -> None:
    """Two press *Call back*: one wins, the other gets a code (R29, S8)."""
    await office.online("lea")
    await office.online("tom")
    await office.ask_for_callback()
    leas, toms = await office.offer_of("lea"), await office.offer_of("tom")

    await office.post(f"/offers/{leas['id']}/accept", {"agent_id": "lea"})
    status, error = await office.refused(
        "POST", f"/offers/{toms['id']}/accept", {"agent_id": "tom"}
    )

    assert (status, error["code"]) == (409, "offer-taken")
    assert error["details"]["taken_by"] == "lea"


async def test_offer_cannot_be_answered_twice_or_by_another(office: Office) -> None:
    """Each way has its own code."""
    await office.online("lea")
    await office.ask_for_callback()
    offer = await office.offer_of("lea")
    path = f"/offers/{offer['id']}"

    by_another = await office.refused("POST", f"{path}/accept", {"agent_id": "tom"})
    by_nobody = await office.refused("POST", f"{path}/accept", {"agent_id": "nobody"})
    unknown = await office.refused("POST", "/offers/none/decline", {"agent_id": "lea"})
    await office.post(f"{path}/accept", {"agent_id": "lea"})
    again = await office.refused("POST", f"{path}/decline", {"agent_id": "lea"})

    assert (by_another[0], by_another[1]["code"]) == (403, "offer-of-another-agent")
    assert (by_nobody[0], by_nobody[1]["code"]) == (404, "unknown-agent")
    assert (unknown[0], unknown[1]["code"]) == (404, "unknown-offer")
    assert (again[0], again[1]["code"]) == (409, "offer-already-accepted")


async def test_declined_offer_is_gone(office: Office) -> None:
    """The decline is committed before the answer (R22)."""
    await office.online("lea")
    await office.online("tom")
    callback_id = await office.ask_for_callback()
    offer = await office.offer_of("lea")

    agent = await office.post(f"/offers/{offer['id']}/decline", {"agent_id": "lea"})
    again = await office.refused("POST", f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    events = (await office.get(f"/callbacks/{callback_id}"))["events"]

    assert agent["offer"] is None
    assert again[1]["code"] == "offer-already-declined"
    declined = next(event for event in events if event["name"] == "offer-declined")
    assert (declined["actor"], declined["input"]) == ("agent:lea", "decline-offer")


async def test_offer_that_rang_out_or_was_withdrawn_says_so(office: Office) -> None:
    """A late answer is refused with what became of the offer."""
    await office.online("lea")
    await office.online("tom")
    await office.ask_for_callback()
    offer = await office.offer_of("lea")
    await office.put("/agents/tom/status", {"status": "offline"})
    await office.pass_time(timedelta(seconds=61))
    rang_out = await office.refused("POST", f"/offers/{offer['id']}/accept", {"agent_id": "lea"})

    assert (rang_out[0], rang_out[1]["code"]) == (409, "offer-rang-out")


async def test_caller_who_hangs_up_withdraws_the_offer(office: Office) -> None:
    """The answer that comes a moment later is refused."""
    await office.online("lea")
    await office.wait_in_queue()
    offer = await office.offer_of("lea")
    await office.post(f"/booth/phones/{MARIE}/hang-up")
    await office.pass_time(timedelta(seconds=1))

    status, error = await office.refused(
        "POST", f"/offers/{offer['id']}/accept", {"agent_id": "lea"}
    )

    assert (status, error["code"]) == (409, "offer-withdrawn")


async def test_live_call_is_answered(office: Office) -> None:
    """An offer may be a live caller's: same card, other words."""
    await office.online("lea")
    await office.wait_in_queue()
    offer = await office.offer_of("lea")
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    await office.pass_time(timedelta(seconds=2))
    agent = await office.get("/agents/lea")
    calls = await office.get("/calls/live")

    assert offer["kind"] == "call"
    assert offer["attempts_max"] == 1
    assert agent["conversation"]["stage"] == "talking"
    assert calls[0]["stage"] == "talking"
    assert calls[0]["agent_id"] == "lea"


async def test_nobody_can_hang_up_without_a_call(office: Office) -> None:
    """A refusal, not a failure."""
    refused = await office.refused("POST", "/agents/lea/hang-up")
    unknown = await office.refused("POST", "/agents/nobody/hang-up")

    assert (refused[0], refused[1]["code"]) == (409, "agent-not-on-a-call")
    assert (unknown[0], unknown[1]["code"]) == (404, "unknown-agent")


async def test_nobody_can_end_a_wrap_up_that_is_not(office: Office) -> None:
    """Neither an agent who is free, nor one who is unknown (R30)."""
    refused = await office.refused("POST", "/agents/lea/end-wrap-up")
    unknown = await office.refused("POST", "/agents/nobody/end-wrap-up")

    assert (refused[0], refused[1]["code"]) == (409, "agent-not-in-wrap-up")
    assert (unknown[0], unknown[1]["code"]) == (404, "unknown-agent")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/agents/nobody", None),
        ("GET", "/agents/nobody/offers", None),
        ("GET", "/agents/nobody/settings", None),
        ("PUT", "/agents/nobody/status", {"status": "online"}),
    ],
)
async def test_unknown_agent_is_refused(
    office: Office, method: str, path: str, body: object
) -> None:
    """Wherever an agent is named."""
    status, error = await office.refused(method, path, body)

    assert (status, error["code"]) == (404, "unknown-agent")


async def test_agents_settings_are_bounded_and_saved_whole(office: Office) -> None:
    """What is refused changes nothing."""
    refused = await office.refused(
        "PUT", "/agents/lea/settings", {"name": "Léa", "wrap_up_seconds": 3601}
    )
    before = await office.get("/agents/lea/settings")
    saved = await office.put("/agents/zoe/settings", {"name": "Zoé", "wrap_up_seconds": 30})

    assert refused[1]["code"] == "value-out-of-range"
    assert refused[1]["details"] == {"field": "wrap_up_seconds", "maximum": 3600.0}
    assert before["name"] == "Léa Martin"
    assert saved["wrap_up_seconds"] == 30
    assert (await office.get("/agents/zoe"))["condition"] == "offline"

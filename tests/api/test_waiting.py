"""Moving a waiting callback through the API: where to, whom it overtakes, what is refused."""

from typing import Any

import pytest
from tests.api.office import MARIE, Office

from ringback.core.events import MovedToFront

KARIM, OLIVIA = "+33199002145", "+442079460461"


async def occupied(office: Office) -> str:
    """Léa, the only one online, is on a call; Karim waits, and then Olivia's callback."""
    await office.online()
    await office.wait_in_queue(KARIM)
    offer = await office.offer_of()
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    await office.until(lambda: office.world.agents["lea"].call_id is not None)
    await office.wait_in_queue(MARIE)
    return await office.ask_for_callback(OLIVIA, "london")


async def queues(office: Office) -> dict[str, list[Any]]:
    return {queue["id"]: queue["items"] for queue in await office.get("/queues")}


async def test_choices_name_who_is_overtaken_and_what_is_possible(office: Office) -> None:
    """R47: agents who are away are left out, and so is where it waits already."""
    callback_id = await occupied(office)

    choices = await office.get(f"/callbacks/{callback_id}/moves")

    assert [item["customer"]["number"] for item in choices["overtaken"]] == [MARIE]
    assert choices["steps"] == []
    assert choices["agents"] == [{"agent_id": "lea", "name": "Léa Martin"}]


async def test_callback_is_moved_to_the_front_by_the_operator(office: Office) -> None:
    """R43, R47: the event has its actor."""
    callback_id = await occupied(office)

    moved = await office.post(f"/callbacks/{callback_id}/move", {"to": "front"})

    facts = office.services.records.timeline(callback_id)  # type: ignore[arg-type]
    assert (moved["position"], moved["state"]) == (1, "queued")
    assert [fact.actor for fact in facts if isinstance(fact.event, MovedToFront)] == ["operator"]
    assert (await office.get(f"/callbacks/{callback_id}/moves"))["overtaken"] == []


async def test_callback_moved_to_an_agent_stands_in_a_queue_of_that_agent(office: Office) -> None:
    """R47: the queue is shown while somebody waits there, under the agent's name."""
    callback_id = await occupied(office)

    moved = await office.post(f"/callbacks/{callback_id}/move", {"to": "agent", "agent_id": "lea"})
    shown = await office.get("/queues")
    back = await office.post(f"/callbacks/{callback_id}/move", {"to": "step", "step_id": "support"})

    [beside] = [queue for queue in shown if queue["id"] == moved["queue_id"]]
    assert (beside["name"], beside["step_id"]) == ("Léa Martin", "support")
    assert [item["id"] for item in beside["items"]] == [callback_id]
    assert back["queue_id"] == f"{beside['flow_id']}@{beside['flow_version']}/support"
    assert moved["queue_id"] not in await queues(office)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"to": "step", "step_id": "support"}, "callback-already-there"),
        ({"to": "step", "step_id": "voicemail"}, "unknown-step"),
        ({"to": "agent", "agent_id": "nobody"}, "unknown-agent"),
        ({"to": "agent", "agent_id": "tom"}, "nobody-to-ring"),
        ({"to": "the moon"}, "validation-failed"),
    ],
)
async def test_move_to_where_it_cannot_go_is_refused(
    office: Office, body: dict[str, str], code: str
) -> None:
    """R47: with a code that says why."""
    callback_id = await occupied(office)

    _, error = await office.refused("POST", f"/callbacks/{callback_id}/move", body)

    assert error["code"] == code


async def test_callback_that_does_not_wait_is_not_moved(office: Office) -> None:
    """R47: accepted, ended or unknown, it has no place."""
    callback_id = await occupied(office)
    front, path = {"to": "front"}, f"/callbacks/{callback_id}/move"
    await office.post(path, front)
    await office.post("/agents/lea/hang-up")
    offer = await office.offer_of()
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})

    accepted = await office.refused("POST", path, front)
    await office.post(f"/callbacks/{callback_id}/cancel", {"reason": "by_user"})
    closed = await office.refused("POST", path, front)
    unknown = await office.refused("GET", "/callbacks/cb0/moves")

    assert (accepted[0], accepted[1]["code"]) == (409, "callback-already-accepted")
    assert (closed[0], closed[1]["code"]) == (409, "callback-already-closed")
    assert (unknown[0], unknown[1]["code"]) == (404, "unknown-callback")


async def test_why_names_the_bars_the_agents_and_who_is_ahead(office: Office) -> None:
    """R46: everything a page needs to tell it in words."""
    callback_id = await occupied(office)

    told = await office.get(f"/callbacks/{callback_id}/why")

    assert [(bar["kind"], bar["rule"]) for bar in told["bars"]] == [
        ("behind-others", "R28"),
        ("nobody-free", "R19"),
    ]
    agents = {agent["agent_id"]: agent["bar"] for agent in told["agents"]}
    assert agents == {"lea": "in-communication", "tom": "offline", "ines": "offline"}
    [ahead] = told["ahead"]
    assert (ahead["customer"]["number"], ahead["kind"]) == (MARIE, "call")
    assert (ahead["takes_next"], told["ahead_total"], told["position"]) == (True, 1, 1)
    assert told["busy_clock"]["running"] is True
    assert 0 < told["busy_clock"]["left_seconds"] <= told["busy_clock"]["limit_seconds"] == 3600


async def test_why_of_a_callback_that_rings_names_who_is_rung(office: Office) -> None:
    """R46: no bar is left then, and none is told of what waits nowhere."""
    callback_id = await occupied(office)
    await office.post(f"/callbacks/{callback_id}/move", {"to": "front"})
    await office.post("/agents/lea/hang-up")
    offer = await office.offer_of()

    told = await office.get(f"/callbacks/{callback_id}/why")
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    _, accepted = await office.refused("GET", f"/callbacks/{callback_id}/why")

    assert (told["rung_agent_ids"], told["bars"]) == (["lea"], [])
    assert accepted["code"] == "callback-already-accepted"


async def test_fairness_of_a_finished_callback_names_who_passed_and_why(office: Office) -> None:
    """R47: in order, with the rule; while it waits there is no account yet."""
    callback_id = await occupied(office)
    status, waiting = await office.refused("GET", f"/callbacks/{callback_id}/fairness")
    await office.post("/agents/lea/hang-up")
    offer = await office.offer_of()
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    await office.until(lambda: office.world.agents["lea"].call_id is not None)
    await office.post(f"/callbacks/{callback_id}/cancel", {"reason": "by_user"})

    account = await office.get(f"/callbacks/{callback_id}/fairness")
    _, unknown = await office.refused("GET", "/callbacks/cb0/fairness")

    [marie] = account["served_before"]
    assert (status, waiting["code"]) == (409, "callback-not-ended")
    assert unknown["code"] == "unknown-callback"
    assert (account["served_before_total"], account["overtaken_by_total"]) == (1, 0)
    assert (marie["customer"]["number"], marie["agent_name"]) == (MARIE, "Léa Martin")
    assert (marie["kind"], marie["overtook"], marie["rule"]) == ("call", None, None)

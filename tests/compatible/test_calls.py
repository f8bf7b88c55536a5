"""Calls as programs of the other API read and annotate them."""

import pytest
from tests.api.office import MARIE, Office
from tests.compatible.programs import Pair, Program, program_of

from ringback.core.ids import LineId
from ringback.people import Rights, Role, Scope


async def test_callback_shows_as_two_linked_calls(program: Program, pair: Pair) -> None:
    """R40, R44: the outbound call names the inbound one, whose reason is that of the list."""
    inbound, outbound = (await program.get("/v1/calls"))["calls"]

    assert (inbound["direction"], outbound["direction"]) == ("inbound", "outbound")
    assert outbound["automatic_callback_call_id"] == inbound["id"]
    assert inbound["automatic_callback_call_id"] is None
    assert inbound["missed_call_reason"] == "short_abandoned"
    assert outbound["missed_call_reason"] is None
    assert inbound["answered_at"] is None
    assert inbound["duration"] == inbound["ended_at"] - inbound["started_at"]


async def test_call_that_goes_on_stands_at_its_place_in_the_list(
    office: Office, program: Program, pair: Pair
) -> None:
    """Live calls are among the others, `initial`, then `answered`."""
    await office.wait_in_queue("+33199002113")

    ringing = (await program.get("/v1/calls", order="desc", per_page=1))["calls"]
    offer = await office.offer_of()
    await office.post(f"/offers/{offer['id']}/accept", {"agent_id": "lea"})
    await office.until(lambda: office.world.agents["lea"].call_id is not None)
    talking = await program.get(f"/v1/calls/{ringing[0]['id']}")

    assert (ringing[0]["status"], ringing[0]["ended_at"], ringing[0]["duration"]) == (
        "initial",
        None,
        0,
    )
    assert talking["call"]["status"] == "answered"
    assert talking["call"]["user"]["name"] == "Léa Martin"


async def test_calls_are_paged_through_by_number_in_both_orders(
    office: Office, program: Program, pair: Pair
) -> None:
    """Every call once, with links that lead on and back."""
    for nth in range(3, 6):
        await office.wait_in_queue(f"+3319900211{nth}")
    every = (await program.get("/v1/calls"))["calls"]

    seen: list[int] = []
    link = "/v1/calls?per_page=2"
    while link is not None:
        answer = await program.get(link)
        seen += [call["id"] for call in answer["calls"]]
        link = answer["meta"]["next_page_link"]
    last = answer["meta"]
    backwards = await program.get("/v1/calls", order="DESC")

    assert seen == [call["id"] for call in every] == sorted(seen)
    assert (last["total"], last["current_page"], last["count"]) == (5, 3, 1)
    assert "page=2" in last["previous_page_link"]
    assert [call["id"] for call in backwards["calls"]] == seen[::-1]


async def test_calls_are_those_that_began_in_the_seconds_given(
    office: Office, program: Program, pair: Pair
) -> None:
    """`from` and `to` are UNIX seconds, both included."""
    inbound, outbound = (await program.get("/v1/calls"))["calls"]

    first = await program.get("/v1/calls", to=inbound["started_at"])
    second = await program.get("/v1/calls", **{"from": inbound["started_at"] + 1})

    assert [call["id"] for call in first["calls"]] == [inbound["id"]]
    assert [call["id"] for call in second["calls"]] == [outbound["id"]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"direction": "inbound"}, ["inbound"]),
        ({"phone_number": MARIE}, ["inbound", "outbound"]),
        ({"phone_number": MARIE.removeprefix("+")}, ["inbound", "outbound"]),
        ({"phone_number": "+33199009999"}, []),
        ({"tags": "1"}, ["inbound"]),
        ({"tags": "1,2"}, ["inbound"]),
        ({"tags": "1,3"}, []),
        ({"tags": "99"}, []),
        ({"user_id": "1"}, ["outbound"]),
        ({"user_id": "99"}, []),
    ],
)
async def test_search_finds_what_fits_all_that_is_given(
    program: Program, pair: Pair, asked: dict[str, str], found: list[str]
) -> None:
    """By direction, number, tags (all of them) and who took the call."""
    answer = await program.get("/v1/calls/search", **asked)

    assert [call["direction"] for call in answer["calls"]] == found
    assert answer["meta"]["total"] == len(found)


async def test_contact_is_shown_where_it_is_asked_for(program: Program, pair: Pair) -> None:
    """Without `fetch_contact` it is null; the switch is read in any case."""
    plain = (await program.get("/v1/calls"))["calls"][0]
    fetched = (await program.get("/v1/calls", fetch_contact="True"))["calls"][0]

    assert plain["contact"] is None
    assert fetched["contact"]["phone_numbers"][0]["value"] == MARIE


async def test_sixth_comment_of_programs_is_refused(program: Program, pair: Pair) -> None:
    """A call has five comments of the API at most."""
    call = (await program.get("/v1/calls"))["calls"][0]
    place = f"/v1/calls/{call['id']}/comments"
    for nth in range(5):
        await program.send("POST", place, {"content": f"Comment {nth}"}, 201)

    refused = await program.send("POST", place, {"content": "One more"}, 422)

    assert refused["error"] == "Unprocessable Entity"
    assert len((await program.get(f"/v1/calls/{call['id']}"))["call"]["comments"]) == 5


async def test_tag_of_the_system_is_nobodys_to_set(program: Program, pair: Pair) -> None:
    """S14: it follows from what became of the call."""
    outbound = (await program.get("/v1/calls"))["calls"][1]

    await program.send("POST", f"/v1/calls/{outbound['id']}/tags", {"tags": [1]}, 422)

    assert (await program.get(f"/v1/calls/{outbound['id']}"))["call"]["tags"] == []


async def test_archived_call_shows_to_agents_as_tagged(
    office: Office, program: Program, pair: Pair
) -> None:
    """What the other API calls archived is a tag here, which it does not list."""
    call = (await program.get("/v1/calls"))["calls"][0]

    answer = await program.send("PUT", f"/v1/calls/{call['id']}/archive")
    own = (await office.get(f"/calls/{pair.inbound_id}"))["call"]["own_tags"]

    assert answer["call"]["archived"] is True
    assert [tag["name"] for tag in own] == ["Archived"]
    assert "Archived" not in [tag["name"] for tag in (await program.get("/v1/tags"))["tags"]]


async def test_program_of_a_supervisor_sees_their_lines_alone(
    office: Office, program: Program, pair: Pair
) -> None:
    """R36: calls of another line are not there."""
    inbound = (await program.get("/v1/calls"))["calls"][0]
    rights = Rights(role=Role.SUPERVISOR, supervises=Scope(lines=(LineId("london"),)))
    async with program_of(office, rights) as narrow:
        listed = await narrow.get("/v1/calls")
        hidden = await narrow.http.get(f"/v1/calls/{inbound['id']}")

    assert listed["calls"] == []
    assert listed["meta"]["total"] == 0
    assert hidden.status_code == 404

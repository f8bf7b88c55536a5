"""Every object field by field: names, kinds and null as the other API has them."""

from typing import Any

import pytest
from tests.api.office import Office
from tests.compatible import fields
from tests.compatible.fields import assert_fits
from tests.compatible.programs import Pair, Program


@pytest.fixture
async def calls(program: Program, pair: Pair) -> list[dict[str, Any]]:
    """Give both calls of a callback, annotated."""
    inbound = (await program.get("/v1/calls"))["calls"][0]
    tag = await program.send("POST", "/v1/tags", {"name": "VIP", "color": "#7A5AF8"}, 201)
    place = f"/v1/calls/{inbound['id']}"
    await program.send("POST", f"{place}/tags", {"tags": [tag["tag"]["id"]]}, 201)
    await program.send("POST", f"{place}/comments", {"content": "Asks for Tuesday."}, 201)
    answer = await program.get("/v1/calls", fetch_contact="true", fetch_short_urls="true")
    assert_fits(answer["meta"], fields.META)
    found: list[dict[str, Any]] = answer["calls"]
    return found


async def test_call_and_its_parts_have_their_fields(calls: list[dict[str, Any]]) -> None:
    """Both directions, with user, contact, number, teams, comments and tags."""
    inbound, outbound = calls

    for call in calls:
        assert_fits(call, fields.CALL_LISTED)
        assert_fits(call["contact"], fields.CONTACT)
        assert_fits(call["number"], fields.NUMBER_IN_CALL)
        assert call["number"].get("users", []) == []
    assert_fits(outbound["user"], fields.USER_IN_CALL)
    assert not {"substatus", "wrap_up_time"} & set(outbound["user"])
    assert_fits(inbound["teams"][0], fields.TEAM)
    assert "default_number_id" in inbound["teams"][0]["users"][0]
    assert outbound["teams"] == []
    assert_fits(inbound["comments"][0], fields.COMMENT)
    assert len(inbound["tags"]) == 3
    for tag in inbound["tags"]:
        assert_fits(tag, fields.TAG_ON_CALL)


async def test_note_of_an_agent_names_its_author_in_short(
    office: Office, program: Program, pair: Pair
) -> None:
    """Neither time zone nor language, as the other API leaves them out there."""
    note = {"agent_id": "lea", "text": "She was pleased."}
    await office.post(f"/calls/{pair.outbound_id}/notes", note)

    outbound = (await program.get("/v1/calls"))["calls"][1]

    author = outbound["comments"][0]["posted_by"]
    assert_fits(author, fields.USER_IN_COMMENT)
    assert not {"time_zone", "language", "substatus", "wrap_up_time"} & set(author)


@pytest.mark.parametrize(
    ("path", "plural", "singular", "kinds"),
    [
        ("/v1/users", "users", "user", fields.USER_V1),
        ("/v2/users", "users", "user", fields.USER_V2),
        ("/v1/teams", "teams", "team", fields.TEAM),
        ("/v1/numbers", "numbers", "number", fields.NUMBER),
        ("/v1/tags", "tags", "tag", fields.TAG),
        ("/v1/contacts", "contacts", "contact", fields.CONTACT),
    ],
)
async def test_lists_and_single_answers_have_the_same_fields(
    program: Program, pair: Pair, path: str, plural: str, singular: str, kinds: Any
) -> None:
    """A list has `meta` and its plural, a single answer its singular."""
    listed = await program.get(path)
    single = await program.get(f"{path}/{listed[plural][0]['id']}")

    assert_fits(listed["meta"], fields.META)
    assert set(listed) == {"meta", plural}
    assert set(single) == {singular}
    for shown in (*listed[plural], single[singular]):
        assert_fits(shown, kinds)
        assert shown["direct_link"].startswith("http://ringback/v1/")
    assert single[singular] == listed[plural][0]


async def test_second_version_of_users_has_no_numbers(program: Program, pair: Pair) -> None:
    """They have an address of their own there."""
    [user, *_] = (await program.get("/v2/users"))["users"]
    numbers = await program.get(f"/v2/users/{user['id']}/numbers")

    assert "numbers" not in user
    assert_fits(numbers["numbers"][0], fields.NUMBER)


async def test_company_has_its_fields(program: Program, pair: Pair) -> None:
    """Its name, and how many users and numbers it has."""
    assert_fits((await program.get("/v1/company"))["company"], fields.COMPANY)

"""Settings saved whole by two at once: the later one is told, and overwrites nothing unseen."""

import asyncio
from typing import Any

import pytest
from tests.api.office import Office

SHEETS = {
    "line": "/lines/paris/settings",
    "agent": "/agents/lea/settings",
    "team": "/teams/support",
    "account": "/account/settings",
    "user": "/users/{user_id}",
}
CHANGES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "account": ({"failures_in_row_max": 7}, {"failures_in_row_max": 9}),
}
RENAMED = ({"name": "Theirs"}, {"name": "Mine"})


async def _sheet(office: Office, kind: str) -> tuple[str, dict[str, Any], str]:
    """Give a sheet's address, its settings, and their tag in quotes."""
    path = SHEETS[kind]
    if kind == "team":
        team = next(each for each in await office.get("/teams") if each["id"] == "support")
        return path, team["settings"], f'"{team["etag"]}"'
    if kind == "user":
        draft = {"email": "u@example.org", "name": "U", "language": "en", "role": "admin"}
        user = (await office.post("/users", draft | {"agent_id": None}))["user"]
        return path.format(user_id=user["id"]), draft, f'"{user["etag"]}"'
    answer = await office.http.get(f"/api/v1{path}")
    return path, answer.json(), answer.headers["etag"]


async def _save(office: Office, path: str, settings: object, tag: str) -> Any:
    return await office.http.put(f"/api/v1{path}", json=settings, headers={"If-Match": tag})


@pytest.mark.parametrize("kind", SHEETS)
async def test_who_has_not_seen_the_last_change_is_refused(office: Office, kind: str) -> None:
    """With what was seen anew they may save; nothing is saved by halves."""
    theirs, mine = CHANGES.get(kind, RENAMED)
    path, settings, tag = await _sheet(office, kind)
    saved = await _save(office, path, settings | theirs, tag)
    sequence = office.world.sequence
    refused = await _save(office, path, settings | mine, tag)

    assert saved.status_code == 200
    assert saved.headers["etag"] != tag
    assert refused.status_code == 412
    assert refused.json()["error"]["code"] == "changed-meanwhile"
    assert office.world.sequence == sequence
    again = await _save(office, path, settings | mine, saved.headers["etag"])
    assert again.status_code == 200
    assert again.headers["etag"] != saved.headers["etag"]


@pytest.mark.parametrize("kind", SHEETS)
async def test_of_two_who_save_at_the_same_instant_one_is_refused(
    office: Office, kind: str
) -> None:
    """Whichever is decided first: the other one has not seen it."""
    theirs, mine = CHANGES.get(kind, RENAMED)
    path, settings, tag = await _sheet(office, kind)
    answers = await asyncio.gather(
        _save(office, path, settings | theirs, tag), _save(office, path, settings | mine, tag)
    )

    assert sorted(answer.status_code for answer in answers) == [200, 412]


async def test_tag_is_of_the_settings_alone(office: Office) -> None:
    """What was changed back is what was seen; a number's list has the tag of its settings."""
    path, settings, tag = await _sheet(office, "line")
    await office.put(path, settings | {"name": "Other"})
    await office.put(path, settings)
    paris = await office.get("/lines/paris")

    assert f'"{paris["etag"]}"' == tag
    assert (await _save(office, path, settings, tag)).status_code == 200


@pytest.mark.parametrize("written", ["W/{tag}", "{suffixed}", "*"])
async def test_tag_is_known_however_a_proxy_has_written_it(office: Office, written: str) -> None:
    """Proxies that compress make tags weak, or lengthen them; a star is any."""
    path, settings, tag = await _sheet(office, "line")
    sent = written.format(tag=tag, suffixed=f'{tag[:-1]}-gzip"')

    assert (await _save(office, path, settings, sent)).status_code == 200


@pytest.mark.parametrize("sent", ["", "abc", '"abc"', '"' + "0" * 31 + 'é"', "*, *"])
async def test_tag_that_is_none_is_refused(office: Office, sent: str) -> None:
    """It is not taken for the absence of one."""
    path, settings, _ = await _sheet(office, "line")
    headers = {b"If-Match": sent.encode()}
    answer = await office.http.put(
        f"/api/v1{path}", json=settings | {"name": "Other"}, headers=headers
    )

    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "validation-failed")
    assert await office.get(path) == settings


async def test_team_that_is_not_there_was_not_seen(office: Office) -> None:
    """A team that nobody has seen is not made by who means to change one."""
    wanted = {"name": "Nobody's", "members": []}
    for sent in ("*", '"' + "0" * 32 + '"'):
        refused = await _save(office, "/teams/nobodys", wanted, sent)
        assert refused.json()["error"]["code"] == "changed-meanwhile"

    assert "nobodys" not in [team["id"] for team in await office.get("/teams")]

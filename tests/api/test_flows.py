"""Flows: drafts with their problems, versions, rolling back, and two people at once (R4, R20)."""

from typing import Any

from tests.api.office import Office

UNFINISHED: dict[str, Any] = {
    "name": "New",
    "first": "welcome",
    "steps": [
        {"kind": "audio", "id": "welcome", "prompt": "", "next": ""},
        {"kind": "ring", "id": "ring", "target": {"team_id": ""}, "next": "welcome"},
    ],
}


async def _draft(office: Office, settings: object, *, draft: int = 0, version: int = 1) -> Any:
    seen = {"draft": draft, "version": version}
    return await office.put("/flows/paris/draft", {"seen": seen, "settings": settings})


async def _changed(office: Office) -> Any:
    """Give the settings of the flow in force with another ring time."""
    settings = (await office.get("/flows/paris"))["settings"]
    ring = next(step for step in settings["steps"] if step["kind"] == "ring")
    ring["ring_for_seconds"] += 1
    return settings


async def test_unfinished_draft_is_kept_with_its_problems(office: Office) -> None:
    """R20: each names its step; nothing is in force yet."""
    seen = {"draft": 0, "version": 0}
    saved = await office.put("/flows/new/draft", {"seen": seen, "settings": UNFINISHED})

    found = [(each["code"], each["step_id"]) for each in saved["problems"]]
    assert found == [
        ("no-message", "welcome"),
        ("no-end", "welcome"),
        ("unreachable-step", "ring"),
        ("unknown-team", "ring"),
    ]
    assert saved["settings"]["steps"][1]["next"] == "welcome"
    assert (saved["version"], saved["saved_by"]) == (0, "operator")
    assert await office.get("/flow-drafts") == [saved]
    assert (await office.refused("GET", "/flows/new"))[1]["code"] == "unknown-flow"
    seen = {"draft": saved["draft"], "version": 0}
    status, error = await office.refused("POST", "/flows/new/publish", seen)
    assert (status, error["code"]) == (422, "invalid-flow")
    assert [each["code"] for each in error["details"]["problems"]] == [code for code, _ in found]


async def test_flow_is_checked_and_nothing_is_kept(office: Office) -> None:
    """R20: the problems a draft would have, for a flow that an editor holds."""
    checked = await office.post("/flows/new/check", UNFINISHED)

    found = [(each["code"], each["step_id"]) for each in checked["problems"]]
    assert found[:2] == [("no-message", "welcome"), ("no-end", "welcome")]
    assert checked["warnings"] == []
    assert await office.get("/flow-drafts") == []
    assert (await office.post("/flows/paris/check", await _changed(office)))["problems"] == []


async def test_draft_is_published_over_what_was_seen(office: Office) -> None:
    """R4: it becomes the version in force, and is gone as a draft."""
    settings = await _changed(office)
    saved = await _draft(office, settings)
    assert saved["problems"] == []
    assert (await office.get("/flows/paris"))["draft"] == saved["draft"]

    seen = {"draft": saved["draft"], "version": 1}
    published = await office.post("/flows/paris/publish", seen)

    assert (published["version"], published["settings"]) == (2, settings)
    assert (published["draft"], published["published_by"]) == (None, "operator")
    assert (await office.refused("GET", "/flows/paris/draft"))[1]["code"] == "unknown-draft"


async def test_second_of_two_editors_is_refused(office: Office) -> None:
    """R20: with a stable code, and what there is now."""
    first = await _draft(office, await _changed(office))
    status, error = await office.refused(
        "PUT",
        "/flows/paris/draft",
        {"seen": {"draft": 0, "version": 1}, "settings": UNFINISHED},
    )

    assert (status, error["code"]) == (409, "flow-changed-meanwhile")
    assert (error["details"]["draft"], error["details"]["version"]) == (first["draft"], 1)
    discard = f"/flows/paris/draft?seen_draft={first['draft'] + 1}"
    assert (await office.refused("DELETE", discard))[1]["code"] == "flow-changed-meanwhile"
    late = await office.refused("PUT", "/flows/paris?seen_version=7", first["settings"])
    assert late[1]["code"] == "flow-changed-meanwhile"
    assert await office.get("/flows/paris/draft") == first


async def test_draft_is_discarded_by_who_has_seen_it(office: Office) -> None:
    """R20: what is in force stays."""
    before = await office.get("/flows/paris")
    saved = await _draft(office, await _changed(office))

    answer = await office.http.delete(f"/api/v1/flows/paris/draft?seen_draft={saved['draft']}")

    assert answer.status_code == 204
    assert await office.get("/flows/paris") == before
    gone = await office.refused("DELETE", f"/flows/paris/draft?seen_draft={saved['draft']}")
    assert gone[1]["code"] == "unknown-draft"


async def test_flow_is_rolled_back_while_people_wait_in_it(office: Office) -> None:
    """R4: each version tells who waits in it; they stay there."""
    await office.online()
    await office.wait_in_queue()
    first = await office.get("/flows/paris")
    assert first["waiting"] == {"calls": 1, "callbacks": 0}
    await office.put("/flows/paris", await _changed(office))

    body = {"version": 1, "seen_version": 2}
    back = await office.post("/flows/paris/roll-back", body)

    assert (back["version"], back["settings"]) == (3, first["settings"])
    versions = await office.get("/flows/paris/versions")
    assert [(each["version"], each["rolled_back_to"]) for each in versions] == [
        (3, 1),
        (2, None),
        (1, None),
    ]
    assert [each["waiting"]["calls"] for each in versions] == [0, 0, 1]
    assert [each["in_force"] for each in versions] == [True, False, False]
    whole = await office.get("/flows/paris/versions/1")
    assert whole["settings"] == first["settings"]
    again = await office.refused("POST", "/flows/paris/roll-back", body)
    assert again[1]["code"] == "flow-changed-meanwhile"


async def test_unknown_flows_and_versions_are_refused(office: Office) -> None:
    """R20: each with its code."""
    body = {"version": 1, "seen_version": 1}
    refused = [
        await office.refused("GET", "/flows/rome/versions"),
        await office.refused("GET", "/flows/paris/versions/9"),
        await office.refused("POST", "/flows/rome/roll-back", body),
        await office.refused("POST", "/flows/paris/roll-back", body),
        await office.refused("POST", "/flows/paris/roll-back", body | {"version": 9}),
        await office.refused("POST", "/flows/rome/publish", {"draft": 1, "version": 0}),
    ]

    assert [(status, error["code"]) for status, error in refused] == [
        (404, "unknown-flow"),
        (404, "unknown-version"),
        (404, "unknown-flow"),
        (409, "version-in-force"),
        (404, "unknown-version"),
        (404, "unknown-draft"),
    ]


async def test_team_without_members_warns_and_publishes(office: Office) -> None:
    """R20: the answer of publishing says so, with the step."""
    await office.put("/teams/night", {"name": "Night", "members": []})
    settings = await _changed(office)
    ring = next(step for step in settings["steps"] if step["kind"] == "ring")
    ring["target"] = {"team_id": "night"}

    published = await office.put("/flows/paris", settings)

    assert {"code": "empty-team", "step_id": ring["id"], "detail": "night"} in published["warnings"]


async def test_flow_and_line_without_an_offer_are_warned_of(office: Office) -> None:
    """R3: in the answer of publishing, of the line, and of switching callbacks on."""
    settings = await _changed(office)
    ring = next(step for step in settings["steps"] if step["kind"] == "ring")
    ring["waiting"]["messages"] = ["fr/welcome"]
    warning = {"code": "no-offer", "step_id": None, "detail": "paris"}

    published = await office.put("/flows/paris", settings)
    line = await office.get("/lines/paris")
    saved = await office.put("/lines/paris/settings", line["settings"])

    assert warning in published["warnings"]
    assert line["warnings"] == saved["warnings"] == [warning]
    marked = await office.put("/messages/fr/welcome", {"offers_callbacks": True})
    assert marked["offers_callbacks"]
    assert (await office.get("/lines/paris"))["warnings"] == []
    known = {each["prompt"]: each["offers_callbacks"] for each in await office.get("/messages")}
    assert (known["fr/offer"], known["fr/welcome"], known["en/menu"]) == (True, True, False)
    unknown = await office.refused("PUT", "/messages/no/such", {"offers_callbacks": True})
    assert unknown[1]["code"] == "unknown-prompt"


async def test_national_holidays_are_proposed_and_never_applied(office: Office) -> None:
    """R17: with local and English names; taking one over is an edit of a draft."""
    before = office.world.sequence

    proposed = await office.get("/holidays/FR/2026")

    bastille = {"day": "2026-07-14", "name": "Fête nationale", "english_name": "National Day"}
    assert bastille in proposed
    assert [each["day"] for each in proposed] == sorted(each["day"] for each in proposed)
    assert office.world.sequence == before
    british = await office.get("/holidays/GB/2026")
    assert british[0]["name"] == british[0]["english_name"]
    status, error = await office.refused("GET", "/holidays/XX/2026")
    assert (status, error["code"]) == (404, "unknown-country")
    assert (await office.refused("GET", "/holidays/FR/1999"))[0] == 422


async def test_flow_is_tried_by_a_simulated_caller_and_nothing_is_kept(office: Office) -> None:
    """R12: through the very core, to the end of the callback; the company knows nothing of it."""
    settings = (await office.get("/flows/paris"))["settings"]
    agents = [agent["id"] for agent in await office.get("/agents")]
    before = (await office.get("/flows/paris"))["waiting"]
    wanted = {
        "settings": settings,
        "at": "2026-11-23T10:00:00Z",
        "busy": agents,
        "presses": [{"after_seconds": 30, "digit": "*"}],
    }

    tried = await office.post("/flows/paris/try", wanted)

    names = [event["name"] for event in tried["events"]]
    assert names[0] == "call-began"
    assert "callback-requested" in names
    assert tried["over"]
    assert tried["events"][-1]["at"] > tried["began_at"] == "2026-11-23T10:00:00Z"
    assert (await office.get("/flows/paris"))["waiting"] == before
    assert (await office.get("/callbacks"))["callbacks"] == []
    status, error = await office.refused(
        "POST", "/flows/paris/try", {"settings": UNFINISHED, "line_id": "paris"}
    )
    assert (status, error["code"]) == (422, "invalid-flow")
    unknown = await office.refused("POST", "/flows/paris/try", wanted | {"line_id": "nowhere"})
    assert unknown[1]["code"] == "unknown-line"
    early = await office.refused(
        "POST", "/flows/paris/try", wanted | {"at": "0001-01-01T00:00:00Z"}
    )
    assert early[1]["code"] == "validation-failed"

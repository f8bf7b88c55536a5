"""Lines, flows and teams: read, set whole, refused whole."""

import shutil
from typing import Any

import httpx
import pytest
from tests.api.office import Office


async def test_line_settings_survive_their_own_reading(office: Office) -> None:
    """What is read can be written back and changes nothing."""
    settings = await office.get("/lines/paris/settings")
    sequence = office.world.sequence
    written = await office.put("/lines/paris/settings", settings)

    assert written == settings | {"warnings": []}
    assert office.world.sequence == sequence
    line = await office.get("/lines/paris")
    assert (line["number"], line["settings"]) == ("+33199001000", settings)
    assert [each["id"] for each in await office.get("/lines")] == ["paris", "london"]


@pytest.mark.parametrize(
    ("field", "value", "bound"),
    [
        ("retries", -1, {"minimum": 0}),
        ("retries", 6, {"maximum": 5}),
        ("busy_wait_minutes", 0.5, {"minimum": 1.0}),
        ("busy_wait_minutes", 241, {"maximum": 240.0}),
        ("settling_seconds", 61, {"maximum": 60.0}),
        ("customer_ring_seconds", 14, {"minimum": 15.0}),
        ("customer_ring_seconds", 121, {"maximum": 120.0}),
    ],
)
async def test_value_out_of_range_names_field_and_bound(
    office: Office, field: str, value: float, bound: dict[str, float]
) -> None:
    """And nothing is saved by halves: the good value beside it is not taken."""
    settings = await office.get("/lines/paris/settings")
    wanted = settings | {"name": "Other", "callbacks": settings["callbacks"] | {field: value}}
    status, error = await office.refused("PUT", "/lines/paris/settings", wanted)

    assert (status, error["code"]) == (422, "value-out-of-range")
    assert error["details"] == {"field": f"callbacks.{field}"} | bound
    assert await office.get("/lines/paris/settings") == settings


@pytest.mark.parametrize("retries", [0, 5])
async def test_retries_at_their_bounds_are_taken(office: Office, retries: int) -> None:
    """0 retries are one attempt, 5 are six (R16)."""
    settings = await office.get("/lines/paris/settings")
    settings["callbacks"]["retries"] = retries
    written = await office.put("/lines/paris/settings", settings)

    assert written["callbacks"]["retries"] == retries


async def test_line_is_refused_when_it_or_its_flow_is_unknown(office: Office) -> None:
    """Each with its code."""
    settings = await office.get("/lines/paris/settings")
    unknown_line = await office.refused("PUT", "/lines/rome/settings", settings)
    unknown_flow = await office.refused(
        "PUT", "/lines/paris/settings", settings | {"flow_id": "rome"}
    )
    misspelt = await office.refused("PUT", "/lines/paris/settings", settings | {"retires": 1})

    assert (unknown_line[0], unknown_line[1]["code"]) == (404, "unknown-line")
    assert (unknown_flow[0], unknown_flow[1]["code"]) == (404, "unknown-flow")
    assert misspelt[1]["code"] == "validation-failed"
    for path in ("/lines/rome", "/lines/rome/settings"):
        assert (await office.refused("GET", path))[1]["code"] == "unknown-line"


async def test_flow_is_published_in_a_new_version(office: Office) -> None:
    """Read, changed, published."""
    flow = await office.get("/flows/paris")
    settings = flow["settings"]
    ring = next(step for step in settings["steps"] if step["kind"] == "ring")
    ring["ring_for_seconds"] = 90
    published = await office.put("/flows/paris", settings)

    assert published["version"] == flow["version"] + 1
    assert published["settings"] == settings
    assert [each["id"] for each in await office.get("/flows")] == ["paris", "london"]
    assert (await office.refused("GET", "/flows/rome"))[1]["code"] == "unknown-flow"


async def test_flow_with_problems_is_refused_with_the_step_at_fault(office: Office) -> None:
    """The version in force stays."""
    settings = (await office.get("/flows/paris"))["settings"]
    broken: dict[str, Any] = settings | {"steps": settings["steps"][:-1]}
    status, error = await office.refused("PUT", "/flows/paris", broken)

    assert (status, error["code"]) == (422, "invalid-flow")
    assert error["details"]["problems"][0]["step_id"]
    assert (await office.get("/flows/paris"))["settings"] == settings


BRANCHING: list[dict[str, Any]] = [
    {
        "kind": "hours",
        "id": "hours",
        "time_zone": "Europe/Paris",
        "periods": [{"weekday": "monday", "opens": "09:00:00", "closes": "18:00:00"}],
        "open": "dates",
        "closed": "end",
    },
    {
        "kind": "dates",
        "id": "dates",
        "time_zone": "Europe/Paris",
        "dates": [{"name": "Bastille Day", "first": "2026-07-14", "last": "2026-07-14"}],
        "special": "end",
        "ordinary": "menu",
    },
    {
        "kind": "menu",
        "id": "menu",
        "prompt": "en/welcome",
        "choices": [{"digit": "1", "next": "more"}],
        "no_choice": "end",
        "answer_within_seconds": 4.0,
        "times": 3,
    },
    {"kind": "audio", "id": "more", "prompt": "en/offer", "next": "end"},
    {"kind": "hang-up", "id": "end", "prompt": None},
]


async def test_flow_branches_by_hours_dates_and_menu(office: Office) -> None:
    """R17: such steps are read as they were published."""
    settings = {"name": "Branches", "first": "hours", "steps": BRANCHING}

    published = await office.put("/flows/branches", settings)

    assert published["settings"] == settings


@pytest.mark.parametrize(
    ("step", "change", "code"),
    [
        (0, {"time_zone": "Europe/Atlantis"}, "invalid-flow"),
        (
            0,
            {"periods": [{"weekday": "monday", "opens": "18:00", "closes": "09:00"}]},
            "invalid-flow",
        ),
        (0, {"periods": [{"weekday": "someday", "opens": "09:00", "closes": "18:00"}]}, None),
        (
            1,
            {"dates": [{"name": "x", "first": "2026-07-14", "last": "2026-07-13"}]},
            "invalid-flow",
        ),
        (1, {"ordinary": "nowhere"}, "invalid-flow"),
        (2, {"choices": [{"digit": "*", "next": "end"}]}, "invalid-flow"),
        (2, {"choices": [{"digit": "1", "next": "more"}] * 2}, "invalid-flow"),
        (2, {"times": 6}, "invalid-flow"),
        (0, {"periods": [{"weekday": "monday", "opens": "09:00Z", "closes": "18:00"}]}, None),
        (3, {"prompt": "en/no-such-message"}, "invalid-flow"),
    ],
)
async def test_impossible_branch_is_refused(
    office: Office, step: int, change: dict[str, Any], code: str | None
) -> None:
    """With the field or the step at fault."""
    steps = [{**one, **change} if index == step else one for index, one in enumerate(BRANCHING)]
    settings = {"name": "Branches", "first": "hours", "steps": steps}

    status, error = await office.refused("PUT", "/flows/branches", settings)

    assert (status, error["code"]) == (422, code or "validation-failed")


async def test_opening_hours_may_last_until_midnight(office: Office) -> None:
    """24:00 is the end of the day."""
    until_midnight = {"weekday": "monday", "opens": "09:00", "closes": "24:00"}
    steps = [{**BRANCHING[0], "periods": [until_midnight]}, *BRANCHING[1:]]

    published = await office.put(
        "/flows/branches", {"name": "Branches", "first": "hours", "steps": steps}
    )

    assert published["settings"]["steps"][0]["periods"][0]["closes"] == "00:00:00"


async def test_team_is_set_with_known_agents_only(office: Office) -> None:
    """An unknown member leaves the team as it was."""
    refused = await office.refused("PUT", "/teams/support", {"name": "S", "members": ["nobody"]})
    team = await office.put("/teams/night", {"name": "Night", "members": ["tom"]})

    assert (refused[0], refused[1]["code"]) == (404, "unknown-agent")
    assert team["settings"] == {"name": "Night", "members": ["tom"]}
    assert len(await office.get("/teams")) == 2
    assert (await office.get("/teams"))[0]["settings"]["members"] == ["lea", "tom", "ines"]


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="no speech engine")
async def test_confirmation_is_spoken_from_a_text(office: Office) -> None:
    """The line says it from the next request on, and the browser can play it."""
    spoken = await office.put("/lines/paris/confirmation", {"text": "Merci, nous vous rappelons."})
    settings = await office.get("/lines/paris/settings")
    sound = await office.http.get(f"/api/v1/media/{spoken['prompt']}")

    assert spoken["seconds"] > 0.5
    assert settings["callbacks"]["confirmation_prompt"] == spoken["prompt"]
    assert sound.status_code == httpx.codes.OK
    assert sound.content.startswith(b"RIFF")


async def test_announcement_is_spoken_from_a_text(office: Office) -> None:
    """It is used for live calls and callbacks alike."""
    spoken = await office.put("/lines/paris/announcement", {"text": "Cet appel est enregistré."})

    settings = await office.get("/lines/paris/settings")
    assert settings["announcement_prompt"] == spoken["prompt"]
    assert settings["callbacks"]["announcement_prompt"] == spoken["prompt"]


async def test_confirmation_is_refused_without_an_engine(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old message stays."""
    monkeypatch.setenv("PATH", "/nowhere")
    before = await office.get("/lines/paris/settings")
    status, error = await office.refused("PUT", "/lines/paris/confirmation", {"text": "Merci."})

    assert (status, error["code"]) == (409, "no-speech-engine")
    assert await office.get("/lines/paris/settings") == before


@pytest.mark.parametrize(
    ("text", "code"), [("", "text-empty"), ("***", "text-empty"), ("a" * 1001, "text-too-long")]
)
async def test_unspeakable_confirmation_is_refused(office: Office, text: str, code: str) -> None:
    """With a code for each reason."""
    assert (await office.refused("PUT", "/lines/paris/confirmation", {"text": text}))[1][
        "code"
    ] == code


async def test_confirmation_of_an_unknown_line_is_refused(office: Office) -> None:
    """Before anything is spoken."""
    refused = await office.refused("PUT", "/lines/rome/confirmation", {"text": "Merci."})

    assert refused[1]["code"] == "unknown-line"


async def test_pending_callbacks_of_a_number_are_cancelled_if_they_are_so_many(
    office: Office,
) -> None:
    """R4: one request, confirmed with the count; each ends cancelled by a person."""
    await office.online()
    callback_id = await office.ask_for_callback()
    settings = await office.get("/lines/paris/settings")
    settings["callbacks"]["mode"] = "off"
    await office.put("/lines/paris/settings", settings)
    before = await office.get("/lines/paris")
    path = "/lines/paris/cancel-callbacks"

    status, error = await office.refused("POST", path, {"count": 2})
    after = await office.post(path, {"count": 1})

    assert before["pending_callbacks"] == 1
    assert (status, error["code"]) == (409, "pending-count-changed")
    assert error["details"]["count"] == 1
    assert after["pending_callbacks"] == 0
    ended = (await office.get(f"/callbacks/{callback_id}"))["callback"]
    assert ended["outcome"] == {"kind": "cancelled", "reason": "by_user"}


async def test_line_tells_how_its_flow_judges_this_moment(office: Office) -> None:
    """Open without any hours; closed outside them; a special date comes first (R17)."""
    flow = (await office.get("/flows/paris"))["settings"]
    assert (await office.get("/lines/paris"))["opening"] == "open"

    never = {"kind": "hours", "id": "hours", "time_zone": "Europe/Paris", "periods": []}
    hours = never | {"open": flow["first"], "closed": "bye"}
    bye = {"kind": "hang-up", "id": "bye", "prompt": None}
    closed = flow | {"first": "hours", "steps": [hours, *flow["steps"], bye]}
    await office.put("/flows/paris", closed)
    assert (await office.get("/lines/paris"))["opening"] == "closed"

    every_day = [{"name": "Always", "first": "2000-01-01", "last": "2100-01-01"}]
    zone = {"kind": "dates", "id": "dates", "time_zone": "Europe/Paris"}
    dates = zone | {"dates": every_day, "special": "bye", "ordinary": "hours"}
    await office.put(
        "/flows/paris", closed | {"first": "dates", "steps": [dates, *closed["steps"]]}
    )
    assert (await office.get("/lines/paris"))["opening"] == "special-date"
    assert (await office.get("/lines/london"))["opening"] == "open"

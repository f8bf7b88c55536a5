"""What a request holds is taken by the letter."""

import pytest
from tests.api.office import Office

LINE = {"name": "Paris", "country": "FR", "language": "fr", "flow_id": "paris"}
AGENT = {"name": "Léa"}
SUNDAY = {"weekday": "sunday", "closes": "18:00"}


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/lines/paris/settings", LINE | {"priority": 0}),
        ("/lines/paris/settings", LINE | {"priority": "yes"}),
        ("/lines/paris/settings", LINE | {"callbacks": {"retries": True}}),
        ("/lines/paris/settings", LINE | {"callbacks": {"retries": "3"}}),
        ("/lines/paris/settings", LINE | {"callbacks": {"settling_seconds": "5"}}),
        ("/agents/lea/settings", AGENT | {"wrap_up_seconds": False}),
        (
            "/agents/lea/settings",
            AGENT | {"hours": {"time_zone": "Europe/Paris", "periods": [SUNDAY | {"opens": 0}]}},
        ),
        ("/account/settings", {"enrolled": 0}),
    ],
)
async def test_value_of_another_kind_is_refused(office: Office, path: str, body: object) -> None:
    """A number is no flag, and no time of day; nothing is saved."""
    before = await office.get(path)

    status, error = await office.refused("PUT", path, body)

    assert (status, error["code"]) == (422, "validation-failed")
    assert await office.get(path) == before


@pytest.mark.parametrize("since", ["0.5", "1767225600", "2026-03-02", "2026-03-02T09:00:00", "now"])
@pytest.mark.parametrize("path", ["/calls", "/callbacks", "/audit-log", "/exports/calls"])
async def test_instant_has_a_date_a_time_and_a_zone(office: Office, path: str, since: str) -> None:
    """A number is not taken for seconds since 1970, nor a date for some midnight."""
    answer = await office.http.get(f"/api/v1{path}", params={"since": since})

    assert answer.status_code == 422
    assert answer.json()["error"]["details"]["fields"][0]["field"] == "since"


@pytest.mark.parametrize("name", ["offer_above_seconds", "tell_wait_every_seconds"])
@pytest.mark.parametrize("seconds", [1e300, -1e300])
async def test_duration_that_no_clock_can_hold_is_refused(
    office: Office, name: str, seconds: float
) -> None:
    """R20, R45: an absurd number is out of range, and no fault of ours."""
    ring = {"kind": "ring", "id": "ring", "target": {"agent_id": "lea"}, "next": "ring"}
    flow = {"name": "Absurd", "first": "ring", "steps": [ring | {"waiting": {name: seconds}}]}

    status, error = await office.refused("PUT", "/flows/absurd", flow)

    assert (status, error["code"]) == (422, "value-out-of-range")

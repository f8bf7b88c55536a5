"""Where an agent's calls ring: on their own phone, or on an outside number."""

import pytest

from .office import Office

NUMBER = "06 12 34 56 78"


async def test_agent_lets_calls_ring_outside_and_back(office: Office) -> None:
    """The number is shown by its ends alone, and known when it is wanted again."""
    outside = await office.put("/agents/lea/rings-on", {"phone": "outside", "number": NUMBER})
    back = await office.put("/agents/lea/rings-on", {"phone": "own"})
    again = await office.put("/agents/lea/rings-on", {"phone": "outside"})

    assert (outside["phone"], outside["outside_number"]) == ("outside", "+33***78")
    assert back["phone"] != "outside"
    assert again["phone"] == "outside"
    facts = str(office.account.records.calls(limit=100, offset=0))
    assert "12345678" not in facts + str(outside)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("0899701234", "outside-number-premium"),
        ("112", "outside-number-emergency"),
        ("nobody", "outside-number-invalid"),
        ("+12025550123", "outside-number-country"),
    ],
)
async def test_number_on_which_no_call_may_ring_is_refused(
    office: Office, number: str, code: str
) -> None:
    """Nothing is saved by halves: calls ring where they did."""
    before = await office.get("/agents/lea")

    wanted = {"phone": "outside", "number": number}
    status, error = await office.refused("PUT", "/agents/lea/rings-on", wanted)

    assert (status, error["code"]) == (422, code)
    assert await office.get("/agents/lea") == before


async def test_outside_phone_without_a_number_is_refused(office: Office) -> None:
    """Neither the agent's own wish nor the settings can point to nothing."""
    by_agent = await office.refused("PUT", "/agents/lea/rings-on", {"phone": "outside"})
    by_settings = await office.refused(
        "PUT", "/agents/lea/settings", {"name": "Léa", "phone": "outside"}
    )
    nobody = await office.refused("PUT", "/agents/nobody/rings-on", {"phone": "own"})

    assert by_agent[1]["code"] == by_settings[1]["code"] == "no-outside-number"
    assert nobody[1]["code"] == "unknown-agent"


async def test_agent_who_is_rung_outside_cannot_accept_on_the_page(office: Office) -> None:
    """R29: a voicemail could pick up after it."""
    await office.put("/agents/lea/rings-on", {"phone": "outside", "number": NUMBER})
    await office.online("lea")
    await office.wait_in_queue()
    offer = await office.offer_of("lea")

    status, error = await office.refused(
        "POST", f"/offers/{offer['id']}/accept", {"agent_id": "lea"}
    )

    assert (status, error["code"]) == (409, "accept-on-the-phone")

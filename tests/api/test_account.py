"""The account's settings, and what the API tells of who was set to Do not disturb (R19)."""

from tests.api.office import TOKEN, Office
from tests.api.socket import open_socket


async def test_account_settings_are_read_and_set_whole(office: Office) -> None:
    """What is written is in force at once."""
    before = await office.get("/account/settings")
    written = await office.put("/account/settings", before | {"ring_outs_in_row_max": 5})

    assert before["ring_outs_in_row_max"] == 3
    assert written == await office.get("/account/settings")
    assert office.world.settings.ring_outs_in_row_max == 5


async def test_account_setting_out_of_range_names_its_bound(office: Office) -> None:
    """And nothing is saved."""
    settings = await office.get("/account/settings")
    wanted = settings | {"ring_outs_in_row_max": 101}
    status, error = await office.refused("PUT", "/account/settings", wanted)

    assert (status, error["code"]) == (422, "value-out-of-range")
    assert error["details"] == {"field": "ring_outs_in_row_max", "maximum": 100}
    assert await office.get("/account/settings") == settings


async def test_agent_says_why_the_status_is_what_it_is(office: Office) -> None:
    """A status that was chosen, and no ring-outs so far."""
    await office.put("/agents/lea/status", {"status": "do-not-disturb"})

    lea = await office.get("/agents/lea")

    assert (lea["status_cause"], lea["ring_outs_in_row"]) == ("chosen", 0)


async def test_agent_set_to_do_not_disturb_is_told_live_and_in_the_timeline(
    office: Office,
) -> None:
    """R19, R43: the live message and the callback's timeline bear the cause."""
    await office.online()
    await office.put("/account/settings", {"ring_outs_in_row_max": 1})
    callback_id = await office.ask_for_callback()
    await office.offer_of()
    lea = office.world.agents["lea"]

    async with open_socket(office.app) as page:
        page.say({"type": "hello", "token": TOKEN})
        await page.hear_until("snapshot")
        await office.until(lambda: lea.status == "do-not-disturb")
        told = await page.hear_until("changes")
        while not any(event["name"] == "agent-status-set" for event in told["events"]):
            told = await page.hear_until("changes")

    [set_away] = [event for event in told["events"] if event["name"] == "agent-status-set"]
    assert (set_away["cause"], set_away["item_id"]) == ("rang-out", callback_id)
    [shown] = [agent for agent in told["agents"] if agent["id"] == "lea"]
    assert (shown["status_cause"], shown["ring_outs_in_row"]) == ("rang-out", 1)
    timeline = (await office.get(f"/callbacks/{callback_id}"))["events"]
    assert set_away in timeline


async def test_settings_brought_from_elsewhere_without_the_flag_leave_callbacks_off(
    office: Office,
) -> None:
    """R1: an account older than callbacks has them once an owner opts in."""
    brought = await office.post("/account/import", {"ring_outs_in_row_max": 5})
    with_the_flag = await office.post("/account/import", {"enrolled": True})

    assert (brought["plan"], brought["enrolled"]) == ("professional", False)
    assert brought["ring_outs_in_row_max"] == 5
    assert with_the_flag["enrolled"] is True


async def test_settings_saved_without_the_flag_leave_it_as_it_is(office: Office) -> None:
    """R1: a program that does not know the flag switches nothing."""
    await office.put("/account/settings", {"enrolled": False})

    saved = await office.put("/account/settings", {"ring_outs_in_row_max": 4})

    assert (saved["enrolled"], saved["plan"]) == (False, "professional")


async def test_locked_line_is_shown_with_the_reason_and_cannot_be_changed(office: Office) -> None:
    """R1: the settings are visible; a change is refused with a code and words."""
    await office.put("/account/settings", {"plan": "essentials"})
    line = await office.get("/lines/paris")
    settings = line["settings"]
    wanted = settings | {"callbacks": settings["callbacks"] | {"retries": 1}}
    status, error = await office.refused("PUT", "/lines/paris/settings", wanted)

    assert line["locked"] == "plan"
    assert settings["callbacks"]["mode"] == "automated"
    assert (status, error["code"]) == (409, "callbacks-locked")
    assert error["details"] == {"line_id": "paris", "reason": "plan"}
    await office.put("/account/settings", {"plan": "professional"})
    assert (await office.get("/lines/paris"))["locked"] is None


async def test_callbacks_are_halted_and_resumed_for_everybody(office: Office) -> None:
    """R28b: health and live pages say so; a callback waits, and is offered once resumed."""
    await office.online()
    async with open_socket(office.app) as page:
        page.say({"type": "hello", "token": TOKEN})
        snapshot = await page.hear_until("snapshot")
        halted = await office.post("/account/callbacks/halt", {})
        told = await page.hear_until("changes")
    callback_id = await office.ask_for_callback()
    waiting = await office.get(f"/callbacks/{callback_id}/why")
    health = await office.get("/health")

    resumed = await office.post("/account/callbacks/resume", {})
    offer = await office.offer_of()

    assert (snapshot["callbacks_halted"], told["callbacks_halted"]) == (False, True)
    assert (halted, resumed) == ({"callbacks_halted": True}, {"callbacks_halted": False})
    assert health["callbacks_halted"] is True
    assert ("halted", "R28b") in [(bar["kind"], bar["rule"]) for bar in waiting["bars"]]
    assert offer


async def test_reason_for_do_not_disturb_is_shown_to_all(office: Office) -> None:
    """It is chosen from the company's list, which every agent may read."""
    assert (await office.get("/account/away-reasons"))[:2] == ["break", "lunch"]

    set_so = await office.put("/agents/lea/status", {"status": "do-not-disturb", "reason": "lunch"})

    assert set_so["away_reason"] == "lunch"
    assert (await office.get("/agents/lea"))["away_reason"] == "lunch"
    status, error = await office.refused(
        "PUT", "/agents/lea/status", {"status": "do-not-disturb", "reason": "skiing"}
    )
    assert (status, error["code"]) == (409, "unknown-away-reason")


async def test_company_writes_its_own_reasons(office: Office) -> None:
    """Each stands once in the list; settings without the list leave it as it is."""
    before = await office.get("/account/settings")
    wanted = before | {"away_reasons": ["lunch", "Fire drill", "lunch"]}
    await office.put("/account/settings", wanted)

    assert await office.get("/account/away-reasons") == ["lunch", "Fire drill"]

    del wanted["away_reasons"]
    await office.put("/account/settings", wanted)

    assert await office.get("/account/away-reasons") == ["lunch", "Fire drill"]
    status, error = await office.refused(
        "PUT", "/account/settings", wanted | {"away_reasons": [" lunch"]}
    )
    assert (status, error["code"]) == (422, "validation-failed")

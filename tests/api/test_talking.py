"""Muting and holding over HTTP (R30)."""

from tests.api.office import Office


async def test_agent_holds_and_mutes_in_a_conversation_only(office: Office) -> None:
    """R30: the answer tells what is so; without a conversation there is a code."""
    await office.online("lea")
    early = await office.refused("POST", "/agents/lea/hold", {})
    await office.talk("lea")

    held = await office.post("/agents/lea/hold", {})
    calls = await office.get("/calls/live")
    muted = await office.post("/agents/lea/mute", {})
    resumed = await office.post("/agents/lea/resume", {})
    unmuted = await office.post("/agents/lea/unmute", {})

    assert (early[0], early[1]["code"]) == (409, "not-in-conversation")
    assert held["conversation"]["stage"] == "on-hold"
    assert [call["stage"] for call in calls] == ["on-hold"]
    assert muted["conversation"]["muted"]
    assert resumed["conversation"]["stage"] == "talking"
    assert not unmuted["conversation"]["muted"]

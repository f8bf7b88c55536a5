"""What the telephony contract cannot ask: the wire, a new process of ours, phones without power."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.contracts.asterisk_driver import AsteriskDriver
from tests.contracts.asterisk_of_the_cast import PHONES, asterisk_of_the_cast
from tests.contracts.cast import (
    BROWSER_AGENT,
    CUSTOMER,
    CUSTOMER_NUMBER,
    DESK_AGENT,
    LINE,
    LINE_NUMBER,
    LONG_PROMPT,
    MUSIC,
    SHORT_PROMPT,
    CastBook,
)
from tests.contracts.coverage import Coverage
from tests.contracts.phone_world_driver import CustomerManner, Extent
from tests.contracts.stage import A_MOMENT, Stage, leg_of
from tests.phones.asterisk_server import RunningAsterisk
from tests.phones.program import require_programs

from ringback.core.effects import ConnectAgent, HangUp, Join, StartMusic
from ringback.core.ids import LegId
from ringback.core.inputs import (
    AgentConnectionLost,
    CustomerAnswered,
    LegEnded,
    PhoneSystemListed,
    PhoneSystemLost,
    PromptFinished,
)
from ringback.ports import IncomingCall, PhoneSystemState, TelephonyReport
from ringback.telephony.asterisk.adapter import AsteriskTelephony
from ringback.telephony.asterisk.client import AriClient, path
from ringback.telephony.asterisk.listing import DialInDoubt
from ringback.telephony.asterisk.private_asterisk import AsteriskUnavailable

from .connections import ConnectedClient

pytestmark = [pytest.mark.phones, pytest.mark.slow]

FREED_SECONDS_MAX = 10.0


@pytest.fixture(scope="module")
def asterisk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAsterisk]:
    require_programs("baresip", "sipp")
    try:
        with asterisk_of_the_cast(tmp_path_factory.mktemp("asterisk")) as running:
            yield running
    except AsteriskUnavailable as unavailable:
        pytest.skip(str(unavailable))


@pytest.fixture
def driver(asterisk: RunningAsterisk, tmp_path: Path) -> AsteriskDriver:
    return AsteriskDriver(asterisk, tmp_path)


@pytest.fixture
async def stage(driver: AsteriskDriver) -> AsyncIterator[Stage]:
    async with Stage(driver, Coverage()) as stage:
        yield stage


async def test_customer_is_dialled_with_the_lines_number_and_nothing_else(
    stage: Stage, driver: AsteriskDriver
) -> None:
    """R29: From and P-Asserted-Identity of the INVITE bear the number of the line, and no name."""
    agent_leg = await stage.agent_is_up()

    await stage.customer_is_rung(agent_leg)

    (invite,) = driver.carrier.invites_to(CUSTOMER_NUMBER)
    assert invite.from_number == LINE_NUMBER
    assert LINE_NUMBER in (invite.text.first("P-Asserted-Identity") or "")
    assert invite.from_display_name == ""
    assert invite.text.first("Privacy") is None


async def test_browser_phone_is_told_to_answer_by_itself(
    stage: Stage, driver: AsteriskDriver, asterisk: RunningAsterisk
) -> None:
    """The INVITE after *Call back* bears the headers on which a browser phone answers."""
    settings = replace(asterisk.ari_settings, app="ringback-test")
    async with ConnectedClient(settings) as client:
        await _point_phone_at_carrier(client.ari, "browser-1", driver)
        leg_id = stage.new_agent_leg()
        stage.perform(ConnectAgent(leg_id, BROWSER_AGENT, CUSTOMER, LINE))
        await stage.until(lambda: bool(driver.carrier.invites_to("browser-1")), "the INVITE")
        await client.ari.request("DELETE", _pjsip("endpoint", "browser-1"))

    text = driver.carrier.invites_to("browser-1")[0].text
    assert "answer-after=0" in (text.first("Call-Info") or "")
    assert "alert-autoanswer" in (text.first("Alert-Info") or "")


async def test_phone_without_power_is_lost_within_ten_seconds(
    stage: Stage, driver: AsteriskDriver
) -> None:
    """L3: an agent whose phone vanished without a word stops blocking others."""
    await driver.agent_vanishes(DESK_AGENT)

    lost = await stage.wait_for(AgentConnectionLost, seconds=FREED_SECONDS_MAX, agent_id=DESK_AGENT)

    assert stage.reports[-1] == lost


async def test_no_bridge_outlives_its_call(stage: Stage, driver: AsteriskDriver) -> None:
    """S20: after the conversation, and after a joining in which nobody was left."""
    agent_leg = await stage.agent_is_up()
    _, customer_leg = await stage.customer_is_up(agent_leg)
    stage.perform(Join(stage.new_call(), agent_leg, customer_leg))
    await asyncio.sleep(A_MOMENT)
    assert len(await driver.bridges()) == 1
    stage.perform(HangUp(agent_leg), HangUp(customer_leg))
    await stage.wait_for(LegEnded, leg_id=customer_leg)
    stage.perform(Join(stage.new_call(), agent_leg, customer_leg))
    await asyncio.sleep(A_MOMENT)

    assert await driver.bridges() == []


async def test_new_process_finds_callers_and_repeats_no_prompt(
    stage: Stage, driver: AsteriskDriver
) -> None:
    """S20, S23: a prompt begun by the process before is neither repeated nor cut."""
    phone, call_id = await stage.caller_is_up()
    playing = stage.play(call_id, LONG_PROMPT)
    stage.perform(playing)
    await asyncio.sleep(A_MOMENT)

    reports: list[TelephonyReport] = []
    await driver.server_starts_anew(reports.append, messages_begun=[playing])
    await stage.until(lambda: _has(reports, PhoneSystemListed), "the listing")
    stage.perform(playing, StartMusic(LegId(call_id), MUSIC))
    await stage.until(lambda: _has(reports, PromptFinished), "the end of the prompt")
    await asyncio.sleep(2 * A_MOMENT)
    await driver.customer_hangs_up(phone)
    await stage.until(lambda: _has(reports, LegEnded), "the caller's end")

    assert [report.call_id for report in reports if isinstance(report, IncomingCall)] == [call_id]
    assert len([report for report in reports if isinstance(report, PromptFinished)]) == 1
    heard = await driver.heard(phone)
    assert heard.message(LONG_PROMPT) is Extent.WHOLE
    assert heard.music_after(LONG_PROMPT)


async def test_new_process_proves_which_dial_was_never_sent(
    stage: Stage, driver: AsteriskDriver
) -> None:
    """R33: the mark on the agent's channel outlives the process that wrote it."""
    agent_leg = await stage.agent_is_up()
    phone, sent = await stage.customer_is_rung(agent_leg)
    await driver.customer_hangs_up(phone)
    await asyncio.sleep(A_MOMENT)
    never_sent = stage.new_customer_leg()

    reports: list[TelephonyReport] = []
    in_doubt = [DialInDoubt(sent, agent_leg), DialInDoubt(never_sent, agent_leg)]
    await driver.server_starts_anew(reports.append, in_doubt)
    await stage.until(lambda: _has(reports, PhoneSystemListed), "the listing")

    (listed,) = (report for report in reports if isinstance(report, PhoneSystemListed))
    assert listed.never_sent == (never_sent,)


async def test_new_process_can_join_who_answered_while_there_was_none(
    stage: Stage, driver: AsteriskDriver
) -> None:
    """Who answers while nobody controls Asterisk is held, and joined afterwards."""
    agent_leg = await stage.agent_is_up()
    phone, customer_leg = await stage.customer_is_rung(agent_leg)

    await driver.server_disconnects()
    await stage.wait_for(PhoneSystemLost)
    await driver.customer_answers(phone)
    await asyncio.sleep(A_MOMENT)
    assert driver.is_in_call(phone)
    await driver.server_reconnects()
    await stage.wait_for(PhoneSystemListed)
    assert not stage.reported(CustomerAnswered)
    stage.perform(Join(stage.new_call(), agent_leg, customer_leg))
    await asyncio.sleep(3 * A_MOMENT)
    stage.perform(HangUp(customer_leg), HangUp(agent_leg))
    await stage.wait_for(LegEnded, leg_id=customer_leg)

    assert (await driver.heard(phone)).voice_of(driver.agent_phone(DESK_AGENT))
    await asyncio.sleep(A_MOMENT)
    assert await driver.bridges() == []


async def test_new_process_joins_a_caller_to_whom_a_message_still_plays(
    stage: Stage, driver: AsteriskDriver
) -> None:
    """A process that remembers nothing ends what plays: else all of ARI waits for its end."""
    agent_leg = await stage.agent_is_up()
    phone, call_id = await stage.caller_is_up()
    over, *playing = [stage.play(call_id, each) for each in (SHORT_PROMPT, *[LONG_PROMPT] * 2)]
    stage.perform(over)
    await stage.wait_for(PromptFinished, playback_id=over.playback_id)
    stage.perform(*playing)
    await asyncio.sleep(A_MOMENT)

    reports: list[TelephonyReport] = []
    await driver.server_starts_anew(reports.append, messages_begun=[over, *playing])
    await stage.until(lambda: _has(reports, PhoneSystemListed), "the listing")
    stage.perform(Join(stage.new_call(), agent_leg, leg_of(call_id)))
    await asyncio.sleep(2 * A_MOMENT)
    stage.perform(HangUp(agent_leg), HangUp(leg_of(call_id)))
    await stage.until_hung_up(phone)

    heard = await driver.heard(phone)
    assert heard.voice_of(driver.agent_phone(DESK_AGENT))
    assert heard.message(LONG_PROMPT) is not Extent.WHOLE
    assert not _has(reports, PromptFinished)


async def test_replaced_server_stops_acting(stage: Stage, driver: AsteriskDriver) -> None:
    """S22: the server that was replaced does nothing any more, though its socket stays open."""
    phone, call_id = await stage.caller_is_up()
    first = driver.telephony

    other = AsteriskTelephony(driver.settings, CastBook(), jitter=lambda: 0.5)
    reports: list[TelephonyReport] = []
    running = asyncio.create_task(other.run(reports.append))
    await stage.wait_for(PhoneSystemLost)
    await stage.until(lambda: _has(reports, PhoneSystemListed), "the listing of the other")
    first.perform([HangUp(leg_of(call_id))])
    await asyncio.sleep(A_MOMENT)

    assert first.health().state is PhoneSystemState.REPLACED
    assert "taken" in first.health().sentence
    assert driver.is_in_call(phone)
    other.perform([stage.play(call_id, SHORT_PROMPT)])
    await stage.until(lambda: _has(reports, PromptFinished), "the other acting")
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_agent_hears_no_ringing_of_a_customer_who_is_not_called_any_more(
    stage: Stage, driver: AsteriskDriver
) -> None:
    """The ringing tone an agent hears ends with the dial."""
    agent_leg = await stage.agent_is_up()
    await driver.customer_manner(CUSTOMER_NUMBER, CustomerManner.TRUNK_FAILS)
    stage.perform(stage.dial(stage.new_customer_leg(), agent_leg))
    await asyncio.sleep(3 * A_MOMENT)
    await driver.agent_hangs_up(DESK_AGENT)
    await stage.wait_for(LegEnded, leg_id=agent_leg)

    heard = await driver.heard(driver.agent_phone(DESK_AGENT))
    assert not heard.ringing_tone()


async def test_health_tells_in_words_what_cannot_be_used(
    asterisk: RunningAsterisk, driver: AsteriskDriver
) -> None:
    """A phone that cannot be provisioned is named, and the others work."""
    bad = replace(PHONES[0], username="0123")
    async with Stage(driver, Coverage()) as stage:
        settings = replace(driver.settings, phones=(bad,), ari=asterisk.ari_settings)
        await driver.server_disconnects()
        await stage.wait_for(PhoneSystemLost)
        telephony = AsteriskTelephony(settings, CastBook(), jitter=lambda: 0.5)
        reports: list[TelephonyReport] = []
        running = asyncio.create_task(telephony.run(reports.append))
        await stage.until(lambda: _has(reports, PhoneSystemListed), "the listing")
        health = telephony.health()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    assert health.state is PhoneSystemState.READY
    assert "The phone “0123” cannot be used" in health.sentence


def _has(reports: list[TelephonyReport], kind: type[TelephonyReport]) -> bool:
    return any(isinstance(report, kind) for report in reports)


def _pjsip(kind: str, name: str) -> str:
    return path("asterisk", "config", "dynamic", "res_pjsip", kind, name)


async def _point_phone_at_carrier(client: AriClient, username: str, driver: AsteriskDriver) -> None:
    """Give a phone a fixed address, that of the carrier, which writes down what it receives."""
    fields = [
        {"attribute": "contact", "value": driver.carrier.uri(username)},
        {"attribute": "qualify_frequency", "value": "0"},
    ]
    await client.request("DELETE", _pjsip("aor", username))
    await client.request("PUT", _pjsip("aor", username), body={"fields": fields})

"""List what Asterisk really has, after each connection, so that nothing need be assumed."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, NamedTuple

import msgspec

from ringback.core.ids import AgentId, LegId
from ringback.core.inputs import LegState, ListedLeg, PhoneSystemListed
from ringback.ports import IncomingCall

from .client import AriClient, AriRefused, AriResponse, path
from .configuration import INBOUND_CONTEXT
from .events import Bridge, Channel, Endpoint
from .identities import Identities, is_agent
from .legs import Progress, progress_of
from .provisioning import DeskPhone
from .requests import AriRequest, ask_about_playback, ask_who_was_dialled
from .sharing import Share
from .translate import DEVICE_PREFIX, HELD_ARGUMENT, incoming_call

HELD_SECONDS_MAX: Final = 1.5
HELD_AGAIN_SECONDS: Final = 0.05
DEVICES_PER_SUBSCRIPTION: Final = 50
_STASIS: Final = "Stasis"

_channels: Final = msgspec.json.Decoder(tuple[Channel, ...])
_bridges: Final = msgspec.json.Decoder(tuple[Bridge, ...])
_endpoints: Final = msgspec.json.Decoder(tuple[Endpoint, ...])


class DialInDoubt(NamedTuple):
    """A customer's leg of which the server does not know whether its dial was ever sent."""

    leg_id: LegId
    agent_leg_id: LegId


@dataclass(frozen=True, slots=True)
class Listing:
    """What was found: the report to make, and what the adapter must know of it."""

    arrivals: tuple[IncomingCall, ...]
    report: PhoneSystemListed
    channels: Mapping[LegId, Channel]
    bridge_of_channel: Mapping[str, str]
    empty_bridges: tuple[str, ...]
    playing: Mapping[LegId, tuple[str, ...]]
    """The messages that play on callers' legs or wait there to be played."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What the listing needs to know beforehand."""

    app: str
    share: Share | None
    """What of it all is the company's; None is everything."""
    identities: Identities
    phones: Mapping[AgentId, DeskPhone]
    begun: Mapping[LegId, Sequence[str]]
    """The messages that may still play, by their names in Asterisk."""
    dials_in_doubt: Sequence[DialInDoubt]


async def subscribe_to_phones(client: AriClient, app: str, phones: Sequence[DeskPhone]) -> None:
    """Ask for the news of desk phones coming and going."""
    for start in range(0, len(phones), DEVICES_PER_SUBSCRIPTION):
        some = phones[start : start + DEVICES_PER_SUBSCRIPTION]
        sources = ",".join(f"deviceState:{DEVICE_PREFIX}{phone.endpoint}" for phone in some)
        await client.request(
            "POST", path("applications", app, "subscription"), {"eventSource": sources}
        )


async def list_everything(client: AriClient, inquiry: Inquiry) -> Listing:
    """List legs, bridges and phones; raise `AriError` when Asterisk does not tell.

    Callers whom the dialplan holds come back to us within half a second: they are waited for, so
    that they are among the legs that can be acted on.
    """
    channels = await _channels_with_us(client, inquiry)
    bridges = _bridges.decode((await client.request("GET", "bridges")).body or "[]")
    endpoints = await _phones_and_trunks(client)
    identities = inquiry.identities
    by_leg = {leg_id: channel for channel in channels if (leg_id := identities.leg(channel.id))}
    arrivals = [
        incoming_call(channel)
        for channel in by_leg.values()
        if identities.is_inbound(channel.id) and _is_in(inquiry.app, channel)
    ]
    our_bridges = [bridge for bridge in bridges if identities.is_our_bridge(bridge.id)]
    report = PhoneSystemListed(
        legs=tuple(ListedLeg(leg_id, _leg_state(channel)) for leg_id, channel in by_leg.items()),
        never_sent=await _never_sent(client, inquiry, by_leg),
        lost_agents=_lost_agents(inquiry.phones, endpoints),
    )
    return Listing(
        arrivals=tuple(arrivals),
        report=report,
        channels=by_leg,
        bridge_of_channel={
            channel_id: bridge.id for bridge in our_bridges for channel_id in bridge.channels
        },
        empty_bridges=tuple(bridge.id for bridge in our_bridges if not bridge.channels),
        playing=await _playing(client, inquiry, by_leg),
    )


async def _phones_and_trunks(client: AriClient) -> tuple[Endpoint, ...]:
    """List the endpoints; Asterisk does not know their kind before there is one."""
    try:
        return _endpoints.decode((await client.request_apart("endpoints/PJSIP")).body or "[]")
    except AriRefused as refused:
        if refused.status != HTTPStatus.NOT_FOUND:
            raise
        return ()


async def _channels_with_us(client: AriClient, inquiry: Inquiry) -> tuple[Channel, ...]:
    """List the channels of callers and of ours, once no caller is held by the dialplan."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + HELD_SECONDS_MAX
    while True:
        found = _channels.decode((await client.request_apart("channels")).body or "[]")
        ours = tuple(channel for channel in found if _concerns_us(inquiry, channel))
        if all(_is_in(inquiry.app, channel) for channel in ours) or loop.time() >= deadline:
            return ours
        await asyncio.sleep(HELD_AGAIN_SECONDS)


def _concerns_us(inquiry: Inquiry, channel: Channel) -> bool:
    if inquiry.share is not None and not inquiry.share.has(channel):
        return False
    app = inquiry.app
    return channel.dialplan.context == INBOUND_CONTEXT or _is_in(app, channel)


def _is_in(app: str, channel: Channel) -> bool:
    place = channel.dialplan
    return place.app_name == _STASIS and place.app_data.split(",")[0] == app


def was_held(channel: Channel) -> bool:
    """Tell whether the dialplan held a caller, with its own music, before they came to us."""
    return HELD_ARGUMENT in channel.dialplan.app_data.split(",")


def _leg_state(channel: Channel) -> LegState:
    return LegState.UP if progress_of(channel.state) is Progress.UP else LegState.RINGING


async def _never_sent(
    client: AriClient, inquiry: Inquiry, by_leg: Mapping[LegId, Channel]
) -> tuple[LegId, ...]:
    """Name the dials which provably never arrived: their agent is up and bears no mark of them."""
    agents_up = [
        channel
        for leg_id, channel in by_leg.items()
        if is_agent(leg_id) and progress_of(channel.state) is Progress.UP
    ]
    answers = await _ask_all(client, [ask_who_was_dialled(channel.id) for channel in agents_up])
    dialled = {
        inquiry.identities.leg(channel.id): answer.json()["value"] if answer.ok else None
        for channel, answer in zip(agents_up, answers, strict=True)
        if answer.ok or _is_unset(answer)
    }
    return tuple(
        doubt.leg_id
        for doubt in dict.fromkeys(inquiry.dials_in_doubt)
        if doubt.leg_id not in by_leg
        and doubt.agent_leg_id in dialled
        and dialled[doubt.agent_leg_id] != doubt.leg_id
    )


def _is_unset(answer: AriResponse) -> bool:
    """Tell an unset variable from a channel that has gone in between."""
    return answer.status == 404 and "ariable" in (answer.body or "")


async def _playing(
    client: AriClient, inquiry: Inquiry, by_leg: Mapping[LegId, Channel]
) -> Mapping[LegId, tuple[str, ...]]:
    """Tell which of the messages begun are not over; Asterisk has no list of them."""
    begun = [
        (leg_id, playback)
        for leg_id, playbacks in inquiry.begun.items()
        if leg_id in by_leg
        for playback in playbacks
    ]
    answers = await _ask_all(client, [ask_about_playback(playback) for _, playback in begun])
    alive: dict[LegId, tuple[str, ...]] = {}
    for (leg_id, playback), answer in zip(begun, answers, strict=True):
        if answer.status != HTTPStatus.NOT_FOUND:
            alive[leg_id] = (*alive.get(leg_id, ()), playback)
    return alive


async def _ask_all(client: AriClient, inquiries: Sequence[AriRequest]) -> list[AriResponse]:
    return await asyncio.gather(
        *(client.send(inquiry.method, inquiry.uri, inquiry.query) for inquiry in inquiries)
    )


def _lost_agents(
    phones: Mapping[AgentId, DeskPhone], endpoints: Sequence[Endpoint]
) -> tuple[AgentId, ...]:
    online = {endpoint.resource for endpoint in endpoints if endpoint.state == "online"}
    return tuple(agent_id for agent_id, phone in phones.items() if phone.endpoint not in online)

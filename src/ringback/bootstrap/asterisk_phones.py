"""The phone world of real calls, built from the settings."""

import random
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from ringback.api.ice_servers import IceServers
from ringback.config.references import phone_names
from ringback.config.settings import Settings, TrunkEntry
from ringback.core.events import (
    AnnouncementStarted,
    AudioStarted,
    ConfirmationStarted,
    EndReached,
    MenuStarted,
    NoticeStarted,
    OutsidePhoneAsked,
    WaitEstimated,
    WhisperStarted,
)
from ringback.core.ids import AgentId, CallId, LegId, LineId, PlaybackId
from ringback.core.settings import PhoneKind
from ringback.core.states import AtEnd, agent_leg
from ringback.core.world import World
from ringback.people import MAIN_ACCOUNT
from ringback.ports import BrowserPhones, NumberBook, Telephony
from ringback.records.book import RecordBook
from ringback.runtime.numbers import read_number
from ringback.telephony.asterisk.adapter import AsteriskTelephony
from ringback.telephony.asterisk.client import AriSettings
from ringback.telephony.asterisk.connection import AriConnection
from ringback.telephony.asterisk.identities import prefix_of
from ringback.telephony.asterisk.listing import DialInDoubt
from ringback.telephony.asterisk.provisioning import DeskPhone, Trunk
from ringback.telephony.asterisk.routing import NumberFormat, TelephonySettings, TrunkRoute

from .kept_secrets import kept_secret

BEGINS_A_MESSAGE = (
    AudioStarted
    | MenuStarted
    | NoticeStarted
    | WaitEstimated
    | EndReached
    | ConfirmationStarted
    | WhisperStarted
    | AnnouncementStarted
    | OutsidePhoneAsked
)

MESSAGES_ALIVE_MAX = 8
"""How many messages may wait for one another on a caller's leg."""


def asterisk_telephony(
    settings: Settings,
    number_book: NumberBook,
    dials_in_doubt: Callable[[], Sequence[DialInDoubt]],
    messages_begun: Callable[[], Mapping[LegId, Sequence[PlaybackId]]],
    voicemails_awaited: Callable[[], Sequence[CallId]],
    connection: AriConnection | None,
) -> AsteriskTelephony:
    """Make one company's part of Asterisk; a connection is given where several share it."""
    return AsteriskTelephony(
        telephony_settings(settings),
        number_book,
        jitter=random.random,
        dials_in_doubt=dials_in_doubt,
        messages_begun=messages_begun,
        voicemails_awaited=voicemails_awaited,
        connection=connection,
        takes=None if connection is None else partial(takes_call, settings),
    )


def shared_connection(settings: Settings) -> AriConnection | None:
    """Give the connection that all companies of an installation use, if it has several."""
    if not settings.is_shared:
        return None
    return AriConnection(ari_settings(settings), jitter=random.random)


def takes_call(settings: Settings, dialled: str) -> bool:
    """Tell whether a called number is a company's; what is nobody's is the installation's own."""
    for each in settings.every_company:
        if _has_line(each, dialled):
            return each.account_id == settings.account_id
    return settings.account_id == MAIN_ACCOUNT


def _has_line(settings: Settings, dialled: str) -> bool:
    numbers = {line.number for line in settings.lines}
    countries = dict.fromkeys(line.country for line in settings.lines)
    return any(read_number(dialled, country).written in numbers for country in countries)


def telephony_settings(settings: Settings) -> TelephonySettings:
    """Say what Asterisk is to be provisioned with; passwords not given are made and kept."""
    usernames = phone_names(settings)
    is_main = settings.account_id == MAIN_ACCOUNT
    return TelephonySettings(
        ari=ari_settings(settings),
        routes=tuple(_route(entry) for entry in settings.trunks),
        phones=tuple(
            DeskPhone(
                agent_id=entry.id,
                username=usernames[AgentId(entry.id)],
                password=(
                    entry.password.get_secret_value()
                    if entry.password is not None
                    else kept_secret(settings.data, f"phone-{entry.id}")
                ),
            )
            for entry in settings.agents
            if entry.phone is PhoneKind.DESK
        ),
        prefix=prefix_of(None if is_main else settings.account_id),
        trunks_by_another=not is_main,
        route_of_line={
            LineId(entry.id): entry.trunk for entry in settings.lines if entry.trunk is not None
        },
    )


def ari_settings(settings: Settings) -> AriSettings:
    given = settings.asterisk.password
    password = (
        kept_secret(settings.installation_data, "asterisk")
        if given is None
        else given.get_secret_value()
    )
    asterisk = settings.asterisk
    return AriSettings(asterisk.url, asterisk.user, password, asterisk.app)


def browser_phones(telephony: Telephony) -> BrowserPhones | None:
    """Give the phones in agents' pages; simulated phones have none."""
    return telephony.browser_phones if isinstance(telephony, AsteriskTelephony) else None


def ice_servers(settings: Settings) -> IceServers:
    asterisk = settings.asterisk
    secret = "" if asterisk.turn_secret is None else asterisk.turn_secret.get_secret_value()
    return IceServers(asterisk.stun_server, asterisk.turn_server, secret)


def unresolved_dials(world: World) -> Sequence[DialInDoubt]:
    """Name the dials whose outcome the account does not know (R33)."""
    return tuple(
        DialInDoubt(call.customer_leg_id, call.agent_leg_id)
        for call in world.outbound_calls.values()
        if not call.reached
    )


def voicemails_awaited(world: World) -> Sequence[CallId]:
    """Name the calls whose caller leaves a message, as far as the account knows."""
    return tuple(
        call.id
        for call in world.calls.values()
        if isinstance(call.state, AtEnd) and call.state.recording
    )


def messages_begun(world: World, records: RecordBook) -> Mapping[LegId, Sequence[PlaybackId]]:
    """Name the last messages begun on each leg: whatever plays was a fact before."""
    begun: dict[LegId, list[PlaybackId]] = {}
    for call_id in (*world.calls, *world.outbound_calls):
        record = records.call(call_id)
        for fact in () if record is None else record.facts:
            event = fact.event
            if isinstance(event, BEGINS_A_MESSAGE) and event.playback_id is not None:
                begun.setdefault(_leg_that_hears(event), []).append(event.playback_id)
    for offer in world.offers.values():
        if offer.question is not None:
            begun[offer.leg_id] = [offer.question.playback_id]
    return {leg_id: tuple(ids[-MESSAGES_ALIVE_MAX:]) for leg_id, ids in begun.items()}


def _leg_that_hears(event: BEGINS_A_MESSAGE) -> LegId:
    match event:
        case WhisperStarted(agent_leg_id=leg_id) | AnnouncementStarted(leg_id=leg_id):
            return leg_id
        case OutsidePhoneAsked(offer_id=offer_id):
            return agent_leg(offer_id)
        case _:
            return LegId(event.call_id)


def _route(entry: TrunkEntry) -> TrunkRoute:
    trunk = Trunk(
        name=entry.name,
        host=entry.host,
        port=entry.port,
        codecs=entry.codecs,
        calls_from=entry.calls_from,
        username=entry.username,
        password=None if entry.password is None else entry.password.get_secret_value(),
        registers=entry.registers,
        qualify_seconds=entry.qualify_seconds,
    )
    return TrunkRoute(trunk, NumberFormat(entry.number_format.value), entry.country)

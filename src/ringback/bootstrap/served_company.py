"""Runs one company of a server: its account, its phones and all that works beside them."""

import asyncio
import secrets
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import NamedTuple, Protocol

import structlog
from structlog.contextvars import bound_contextvars

from ringback.access.access import Access
from ringback.access.directory import Deed
from ringback.api.compatible.links import VoicemailLinks
from ringback.api.services import Services
from ringback.config.settings import PhoneWorld, Settings
from ringback.core.ids import AccountId
from ringback.core.inputs import SetAgentStatus
from ringback.core.offering import line_warnings
from ringback.core.settings import AgentStatus
from ringback.history import CallFilter, CallType
from ringback.people import PeopleChanges
from ringback.ports import Journal, NumberBook, Telephony
from ringback.records.export_desk import ExportDesk
from ringback.runtime.alert_log import log_alerts
from ringback.runtime.clock import SystemClock
from ringback.runtime.machine import Machine
from ringback.runtime.message_library import MessageLibrary
from ringback.runtime.reunion import ReunionLog
from ringback.runtime.supervision import Doer, go_on
from ringback.runtime.voicemails import VoicemailKeeper
from ringback.simulation.what_if import WhatIfDesk
from ringback.speech.uploads import Converter, RecordingLimits
from ringback.telephony.asterisk.connection import AriConnection

from .account import Account, open_account, own_phones
from .asterisk_phones import (
    asterisk_telephony,
    browser_phones,
    ice_servers,
    messages_begun,
    shared_connection,
    unresolved_dials,
    voicemails_awaited,
)
from .company import apply_company_file
from .halting import halt_as_marked
from .kept_numbers import outside_numbers
from .kept_secrets import kept_secret
from .line_voice import LineVoice
from .people import open_people, visitors
from .places import places_of
from .privacy import privacy_of
from .prompts import PromptFinder
from .reading import open_records, past_facts
from .running_server import server_token
from .simulated_phones import SimulatedPhones
from .snapshots import SnapshotKeeper
from .store import Store
from .users import COMMAND_LINE
from .webhooks import webhook_desk

STORING_SECONDS_MAX = 10
VOICEMAILS_AT_ONCE = 200

_log = structlog.get_logger(__name__)


class Shared(NamedTuple):
    """What the companies of a server share."""

    converter: Converter
    asterisk: AriConnection | None


def shared_by_all(settings: Settings) -> Shared:
    is_real = settings.phones is PhoneWorld.ASTERISK
    connection = shared_connection(settings) if is_real else None
    return Shared(Converter(recording_limits(settings)), connection)


@dataclass(frozen=True, slots=True)
class ServedCompany:
    """A company whose engine runs; `services` are what the API shows of it."""

    account: Account
    services: Services
    engine: asyncio.Task[None]
    beside: Sequence[asyncio.Task[None]]

    async def hear_phones(self) -> None:
        """Let its calls in, until cancelled or until another server has taken over the phones."""
        engine = self.account.engine
        reunion = ReunionLog(engine.report)
        engine.subscribe(reunion.follow)
        engine.subscribe(log_alerts)
        with bound_contextvars(account=engine.account_id):
            await self.account.telephony.run(reunion.receive)

    def begin_to_stop(self) -> None:
        for task in self.beside:
            task.cancel()
        self.account.engine.stop()


@asynccontextmanager
async def served_company(
    settings: Settings, store: Store, shared: Shared, *, demo: bool
) -> AsyncIterator[ServedCompany]:
    """Recover a company, deaf yet; raises `JournalFailed`, `SettingsWrong` or `CannotStart`."""
    prompts, simulated = PromptFinder(settings.data), list[SimulatedPhones]()
    desk, exports = _aside(settings)
    account = await _open(settings, store.journal, prompts, simulated, shared.asterisk)
    line_voice = _line_voice(account, prompts)
    voicemails = await _voicemail_keeper(account, settings)
    webhooks = await webhook_desk(settings, account, store.journal, voicemails)
    privacy = privacy_of(settings, account, store.journal, voicemails, line_voice, prompts)
    snapshots = _snapshot_keeper(account, store.journal)
    engine, *beside = begin(account.engine, line_voice, voicemails, webhooks, privacy.retention)
    try:
        deeds = await _set_up(account, settings, simulated, demo=demo)
        services = Services(
            engine=account.engine,
            records=account.records,
            archive=account.archive,
            number_book=account.number_book,
            presence=account.presence,
            outside_numbers=account.outside_numbers,
            own_phones=own_phones(settings),
            voicemails=voicemails,
            messages=_message_library(account, prompts),
            webhooks=webhooks,
            numbering=account.numbering,
            links=_links(account, settings),
            desks=account.desks,
            privacy=privacy,
            converter=shared.converter,
            clock=account.clock,
            phone_health=account.telephony.health,
            journal_health=store.health,
            machine=Machine(places_of(settings)),
            access=await _people(settings, store, account, deeds, demo=demo),
            token=server_token(settings),
            spoken_prompts=prompts.spoken,
            previews=prompts.previews,
            demo=demo,
            what_if=desk,
            exports=exports,
            browser_phones=browser_phones(account.telephony),
            ice_servers=ice_servers(settings),
            booth=simulated[0].booth if simulated else None,
        )
        yield ServedCompany(account, services, engine, beside)
    finally:
        await _stop(account, engine, beside, snapshots, (desk, exports))


def _links(account: Account, settings: Settings) -> VoicemailLinks:
    key = kept_secret(settings.data, "voicemail-links")
    return VoicemailLinks(key.encode(), account.clock.now)


def _aside(settings: Settings) -> tuple[WhatIfDesk, ExportDesk]:
    """Make what reads the journal beside the server."""
    exports = ExportDesk(settings.account_id, partial(open_records, settings))
    return WhatIfDesk(partial(past_facts, settings)), exports


async def _people(
    settings: Settings, store: Store, account: Account, deeds: Sequence[Deed], *, demo: bool
) -> Access:
    """Open who may enter, and have their log tell what was done before anybody could."""
    access = await open_people(settings, store.journal.people, account, demo=demo)
    if access.unreadable:
        _log.warning(
            "access.second_factors_unreadable",
            users=[user.id for user in access.unreadable],
            sentence="They were sealed with a key that is not here; see `ringback doctor`.",
        )
    if deeds:
        await access.directory.commit(PeopleChanges(), *deeds)
    return access


class OfAccount(Doer, Protocol):
    """A doer that knows whose it is."""

    @property
    def account_id(self) -> AccountId: ...


def begin(engine: OfAccount, *doers: Doer) -> list[asyncio.Task[None]]:
    """Let an engine run, and others beside it; whatever they log names their account."""
    with bound_contextvars(account=engine.account_id):
        running = asyncio.create_task(engine.run(), name="engine")
        return [running, *(asyncio.create_task(go_on(doer)) for doer in doers)]


async def _stop(
    account: Account,
    engine: asyncio.Task[None],
    beside: Sequence[asyncio.Task[None]],
    snapshots: SnapshotKeeper,
    aside: Sequence[WhatIfDesk | ExportDesk],
) -> None:
    """End what runs; an append waits for as long as a database is away, but not who stops us."""
    for desk in aside:
        desk.close()
    for task in beside:
        task.cancel()
    account.engine.stop()
    await asyncio.wait([engine], timeout=STORING_SECONDS_MAX)
    engine.cancel()
    await asyncio.gather(engine, *beside, return_exceptions=True)
    await snapshots.finish()


def _snapshot_keeper(account: Account, journal: Journal) -> SnapshotKeeper:
    facts, last = account.engine.world.sequence, account.replayed_from
    _log.info("account.recovered", facts=facts, replayed=facts - last)
    keeper = SnapshotKeeper(journal, account.engine, account.records, last=last)
    account.engine.subscribe(keeper.follow)
    return keeper


def _line_voice(account: Account, prompts: PromptFinder) -> LineVoice:
    line_voice = LineVoice(account.engine.world, prompts)
    account.engine.subscribe(line_voice.follow)
    return line_voice


def _message_library(account: Account, prompts: PromptFinder) -> MessageLibrary:
    library = MessageLibrary(prompts.kept, account.engine)
    library.tidy()
    return library


async def _voicemail_keeper(account: Account, settings: Settings) -> VoicemailKeeper:
    """Make the keeper of messages, who knows those of the past and follows the engine."""
    keeper = VoicemailKeeper(
        settings.voicemails,
        account.telephony,
        now=account.clock.now,
        kept_for=timedelta(days=settings.voicemails_kept_days),
        is_live=lambda call_id: call_id in account.engine.world.calls,
    )
    oldest = account.clock.now() - timedelta(days=settings.voicemails_kept_days + 1)
    which = CallFilter(type=CallType.VOICEMAIL, began_from=oldest)
    page = await account.archive.calls(which, limit=VOICEMAILS_AT_ONCE)
    while page.items:
        for each in page.items:
            keeper.expect(each.call.id, each.call.ended_at or each.call.began_at)
        if page.next_cursor is None:
            break
        page = await account.archive.calls(which, cursor=page.next_cursor, limit=VOICEMAILS_AT_ONCE)
    for call in account.records.calls(limit=sys.maxsize):
        keeper.follow(call.facts)
    account.engine.subscribe(keeper.follow)
    return keeper


def recording_limits(settings: Settings) -> RecordingLimits:
    """Name what is taken as a message."""
    return RecordingLimits(
        bytes_max=settings.messages.recording_megabytes_max * 1_000_000,
        seconds_min=settings.messages.recording_seconds_min,
        seconds_max=float(settings.messages.recording_seconds_max),
    )


async def _open(
    settings: Settings,
    journal: Journal,
    prompts: PromptFinder,
    simulated: list[SimulatedPhones],
    connection: AriConnection | None,
) -> Account:
    opened: list[Account] = []

    def make_telephony(clock: SystemClock, number_book: NumberBook) -> Telephony:
        if settings.phones is PhoneWorld.ASTERISK:
            return asterisk_telephony(
                settings,
                number_book,
                lambda: unresolved_dials(opened[0].engine.world),
                lambda: messages_begun(opened[0].engine.world, opened[0].records),
                lambda: voicemails_awaited(opened[0].engine.world),
                connection,
            )
        phones = SimulatedPhones(
            clock,
            number_book,
            seed=secrets.randbits(32),
            name=f"call-{secrets.token_hex(4)}",
        )
        simulated.append(phones)
        return phones.telephony

    account = await open_account(
        settings,
        journal,
        make_clock=lambda last_at: SystemClock(not_before=last_at),
        make_telephony=make_telephony,
        find_prompt=prompts.find,
        numbers_outside=outside_numbers(settings),
    )
    opened.append(account)
    return account


async def _set_up(
    account: Account, settings: Settings, simulated: list[SimulatedPhones], *, demo: bool
) -> Sequence[Deed]:
    """Make the company what the settings say; give what of that the log is to tell."""
    for phones in simulated:
        for agent in account.engine.world.agents.values():
            phones.add(agent.profile)
        account.engine.subscribe(phones.follow)
    is_new = account.engine.world.account_id is None
    deeds = []
    if await halt_as_marked(account.engine, settings):
        deeds.append(Deed(COMMAND_LINE, "halt-callbacks", None, {"because": "restored"}))
    applied = settings.data / "company-applied.json"
    if entries := await apply_company_file(account.engine, settings, applied):
        deeds.append(Deed(COMMAND_LINE, "apply-settings-file", None, {"entries": entries}))
    for line in account.engine.world.lines.values():
        for warning in line_warnings(account.engine.world, line):
            _log.warning("line.warning", line=line.id, code=warning.code)
    if demo and is_new:
        for agent_id in visitors(settings):
            online = SetAgentStatus(agent_id, AgentStatus.ONLINE)
            await account.engine.request(online, "operator")
    return deeds

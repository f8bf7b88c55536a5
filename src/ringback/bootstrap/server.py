"""Runs a company: its account, its phones and its HTTP server, on one event loop."""

import asyncio
import contextlib
import secrets
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial

import structlog
import uvicorn

from ringback.api.app import create_app
from ringback.api.services import Services
from ringback.config.settings import PhoneWorld, Settings
from ringback.core.inputs import SetAgentStatus
from ringback.core.offering import line_warnings
from ringback.core.settings import AgentStatus
from ringback.history import CallFilter, CallType
from ringback.ports import Journal, NumberBook, Telephony
from ringback.records.export_desk import ExportDesk
from ringback.runtime.alert_log import log_alerts
from ringback.runtime.clock import SystemClock
from ringback.runtime.message_library import MessageLibrary
from ringback.runtime.reunion import ReunionLog
from ringback.runtime.supervision import go_on
from ringback.runtime.voicemails import VoicemailKeeper
from ringback.simulation.past.desk import WhatIfDesk
from ringback.speech.uploads import Converter, RecordingLimits

from .account import ACCOUNT, Account, open_account, own_phones
from .asterisk_phones import (
    asterisk_telephony,
    messages_begun,
    unresolved_dials,
    voicemails_awaited,
)
from .company import apply_company_file
from .data_directory import make_data_directory
from .failures import CannotStart
from .halting import halt_as_marked
from .kept_numbers import outside_numbers
from .line_voice import LineVoice
from .people import open_people
from .privacy import privacy_of
from .private_asterisk import AsteriskKeeper
from .prompts import PromptFinder
from .reading import open_records, past_facts
from .restore import refuse_unfinished_restore
from .running_server import note_address, server_token
from .simulated_phones import SimulatedPhones
from .snapshots import SnapshotKeeper
from .store import Store, open_store
from .webhooks import webhook_desk

GOODBYE_SECONDS_MAX = 2
STORING_SECONDS_MAX = 10
VOICEMAILS_AT_ONCE = 200

Announce = Callable[[str], None]

_log = structlog.get_logger(__name__)


async def serve(settings: Settings, *, demo: bool, announce: Announce) -> None:
    """Serve until asked to stop; `announce` is given the address to open, token included.

    Raises `JournalFailed`, `SettingsWrong` or `CannotStart`.
    """
    make_data_directory(settings.data)
    refuse_unfinished_restore(settings)
    with bound(settings) as listener:
        if settings.phones is PhoneWorld.ASTERISK and settings.asterisk.private:
            pid, fresh = AsteriskKeeper(settings).start()
            _log.info("asterisk.started" if fresh else "asterisk.found", pid=pid)
        async with open_store(settings) as store:
            await _serve_account(settings, store, listener, demo=demo, announce=announce)


async def _serve_account(
    settings: Settings, store: Store, listener: socket.socket, *, demo: bool, announce: Announce
) -> None:
    prompts = PromptFinder(settings.data)
    simulated: list[SimulatedPhones] = []
    desk = WhatIfDesk(partial(past_facts, settings))
    exports = ExportDesk(ACCOUNT, partial(open_records, settings))
    account = await _open(settings, store.journal, prompts, simulated)
    line_voice = _line_voice(account, prompts)
    voicemails = await _voicemail_keeper(account, settings)
    webhooks = await webhook_desk(settings, account, store.journal, voicemails)
    privacy = privacy_of(settings, account, store.journal, voicemails, line_voice, prompts)
    snapshots = _snapshot_keeper(account, store.journal)
    engine = asyncio.create_task(account.engine.run(), name="engine")
    doers = (line_voice, voicemails, webhooks, privacy.retention)
    beside = [asyncio.create_task(go_on(doer)) for doer in doers]
    try:
        await _set_up(account, settings, simulated, demo=demo)
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
            desks=account.desks,
            privacy=privacy,
            converter=Converter(recording_limits(settings)),
            clock=account.clock,
            phone_health=account.telephony.health,
            journal_health=store.health,
            access=await open_people(settings, store.journal.people, account, demo=demo),
            token=server_token(settings),
            spoken_prompts=prompts.spoken,
            previews=prompts.previews,
            demo=demo,
            what_if=desk,
            exports=exports,
            booth=simulated[0].booth if simulated else None,
        )
        server = _server_of(services, settings, listener, announce)
        await _run_together(account, engine, store, server, listener)
    finally:
        desk.close()
        exports.close()
        await _stop(account, engine, beside, snapshots)


async def _stop(
    account: Account,
    engine: asyncio.Task[None],
    beside: Sequence[asyncio.Task[None]],
    snapshots: SnapshotKeeper,
) -> None:
    """End what runs; an append waits for as long as a database is away, but not who stops us."""
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
) -> None:
    for phones in simulated:
        for agent in account.engine.world.agents.values():
            phones.add(agent.profile)
        account.engine.subscribe(phones.follow)
    is_new = account.engine.world.account_id is None
    await halt_as_marked(account.engine, settings)
    await apply_company_file(account.engine, settings, settings.data / "company-applied.json")
    for line in account.engine.world.lines.values():
        for warning in line_warnings(account.engine.world, line):
            _log.warning("line.warning", line=line.id, code=warning.code)
    if demo and is_new:
        for agent_id in tuple(account.engine.world.agents):
            online = SetAgentStatus(agent_id, AgentStatus.ONLINE)
            await account.engine.request(online, "operator")


async def _run_together(
    account: Account,
    engine: asyncio.Task[None],
    store: Store,
    server: "_Server",
    listener: socket.socket,
) -> None:
    """Run phones and HTTP beside the engine until a signal or until one of them ends.

    Raises `CannotStart` when another server has taken over the phones: two would fight over them.
    """
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, partial(setattr, server, "should_exit", True))
    reunion = ReunionLog(account.engine.report)
    account.engine.subscribe(reunion.follow)
    account.engine.subscribe(log_alerts)
    telephony = asyncio.create_task(account.telephony.run(reunion.receive), name="telephony")
    http = asyncio.create_task(server.serve(sockets=[listener]), name="http")
    journal = asyncio.create_task(_watch(store), name="journal")
    done, _ = await asyncio.wait(
        (engine, telephony, http, journal), return_when=asyncio.FIRST_COMPLETED
    )
    _log.info("server.stopping", because=[task.get_name() for task in done])
    server.should_exit = True
    telephony.cancel()
    journal.cancel()
    await asyncio.gather(http, telephony, journal, return_exceptions=True)
    for task in done:
        task.result()
    if telephony in done:
        raise CannotStart(account.telephony.health().sentence)


async def _watch(store: Store) -> None:
    await store.watch()


class _Server(uvicorn.Server):
    """uvicorn, leaving the signals to us: it would end the process before the journal is closed."""

    def __init__(self, config: uvicorn.Config, when_open: Callable[[], None]) -> None:
        super().__init__(config)
        self._when_open = when_open

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._when_open()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _server_of(
    services: Services,
    settings: Settings,
    listener: socket.socket,
    announce: Callable[[str], None],
) -> _Server:
    note_address(settings, address := _address(listener))
    when_open = partial(announce, f"http://{address}/#token={services.token}")
    config = uvicorn.Config(
        create_app(services),
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GOODBYE_SECONDS_MAX,
        ws_max_size=64 * 1024,
    )
    return _Server(config, when_open)


@contextlib.contextmanager
def bound(settings: Settings) -> Iterator[socket.socket]:
    """Take the address before anything else is begun."""
    host, port = settings.http.host, settings.http.port
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio switches Nagle's delay off only where the protocol is named: 44 ms an answer else.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as failure:
            raise CannotStart(
                f"The address {host}:{port} cannot be used ({failure.strerror}). "
                "Set http.host and http.port to one that is free."
            ) from failure
        yield listener


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

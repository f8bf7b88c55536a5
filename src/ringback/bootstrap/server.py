"""Runs an installation: its companies and their HTTP server, on one event loop."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from functools import partial

import structlog
import uvicorn
from structlog.contextvars import bound_contextvars

from ringback.api.app import create_app
from ringback.api.services import Services
from ringback.config.settings import PhoneWorld, Settings

from .data_directory import make_data_directory
from .failures import CannotStart
from .halting import forget_mark
from .private_asterisk import AsteriskKeeper
from .restore import refuse_unfinished_restore
from .running_server import note_address
from .served_company import ServedCompany, served_company, shared_by_all
from .store import Store, open_store

GOODBYE_SECONDS_MAX = 2

Announce = Callable[[str], None]
Prepare = Callable[[], Awaitable[None]]

_log = structlog.get_logger(__name__)


async def serve(
    settings: Settings, *, demo: bool, announce: Announce, prepare: Prepare | None = None
) -> None:
    """Serve until asked to stop; `announce` is given the address to open, token included.

    `prepare` is awaited once the address is taken, before the journal is opened. Raises
    `JournalFailed`, `SettingsWrong` or `CannotStart`.
    """
    make_data_directory(settings.data)
    refuse_unfinished_restore(settings)
    with bound(settings) as listener:
        if settings.phones is PhoneWorld.ASTERISK and settings.asterisk.private:
            pid, fresh = AsteriskKeeper(settings).start()
            _log.info("asterisk.started" if fresh else "asterisk.found", pid=pid)
        if prepare is not None:
            await prepare()
        async with open_store(settings) as store:
            await _serve_all(settings, store, listener, demo=demo, announce=announce)


async def _serve_all(
    settings: Settings,
    store: Store,
    listener: socket.socket,
    *,
    demo: bool,
    announce: Announce,
) -> None:
    shared = shared_by_all(settings)
    async with AsyncExitStack() as running:
        served = []
        for each in settings.every_company:
            with bound_contextvars(account=each.account_id):
                company = served_company(each, store, shared, demo=demo)
                served.append(await running.enter_async_context(company))
        forget_mark(settings)
        server = _server_of([each.services for each in served], settings, listener, announce)
        await _run_together(served, store, server, listener)


async def _run_together(
    companies: Sequence[ServedCompany], store: Store, server: "_Server", listener: socket.socket
) -> None:
    """Run phones and HTTP beside the engines until a signal or until one of them ends.

    Raises `CannotStart` when another server has taken over the phones: two would fight over them.
    """
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, partial(setattr, server, "should_exit", True))
    phones = {
        asyncio.create_task(company.hear_phones(), name="telephony"): company
        for company in companies
    }
    http = asyncio.create_task(server.serve(sockets=[listener]), name="http")
    journal = asyncio.create_task(_watch(store), name="journal")
    engines = [company.engine for company in companies]
    done, _ = await asyncio.wait(
        (*engines, *phones, http, journal), return_when=asyncio.FIRST_COMPLETED
    )
    _log.info("server.stopping", because=[task.get_name() for task in done])
    server.should_exit = True
    for task in (*phones, journal):
        task.cancel()
    await asyncio.gather(http, *phones, journal, return_exceptions=True)
    for company in companies:
        company.begin_to_stop()
    for task in done:
        task.result()
    for hearing, company in phones.items():
        if hearing in done:
            raise CannotStart(company.account.telephony.health().sentence)


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
    services: Sequence[Services],
    settings: Settings,
    listener: socket.socket,
    announce: Callable[[str], None],
) -> _Server:
    note_address(settings, address := _address(listener))
    when_open = partial(announce, f"http://{address}/#token={services[0].token}")
    config = uvicorn.Config(
        create_app(*services),
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

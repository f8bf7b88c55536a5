"""Health: is the process alive, is it ready, and what is there to know."""

import asyncio
from datetime import datetime
from typing import Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from pydantic import Field

from ringback.access.permissions import Permission
from ringback.access.principal import PrincipalKind
from ringback.api.companies import companies_of, company_of
from ringback.api.dependencies import GivenLiveFeed, GivenServices, ServicesAtOnce
from ringback.api.errors import EdgeCode, EdgeRefused, refuses, refuses_only
from ringback.api.figures_kept import CONTENT_TYPE
from ringback.api.gate import COMPANY_HEADER
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.standing import journal_standing
from ringback.api.views import View
from ringback.ports import JournalState, PhoneSystemState
from ringback.runtime.machine import ClockState, Held, Machine, RoomState

open_router = APIRouter(tags=["health"])
router = APIRouter(tags=["health"])


class Alive(View):
    status: Literal["alive"] = "alive"


class Ready(View):
    status: Literal["ready"] = "ready"


class PhoneSystemView(View):
    state: PhoneSystemState
    sentence: str = Field(description="One plain sentence about the phone system.")


class JournalView(View):
    state: JournalState
    sentence: str = Field(description="One plain sentence about the journal.")
    sequence: int = Field(description="The last committed event.")
    inputs_waiting: int = Field(description="What has come in and is not decided yet.")


class HealthView(View):
    status: Literal["ready", "phone-system-not-ready", "journal-away"]
    phone_system: PhoneSystemView
    journal: JournalView
    uptime_seconds: float
    agents: int
    callbacks_open: int
    callbacks_halted: bool = Field(description="Nobody is called back until it is resumed.")
    calls_live: int


class ClockView(View):
    state: ClockState


class DiskView(View):
    holds: list[Held]
    state: RoomState
    free_bytes: int
    whole_bytes: int


class MachineView(View):
    """What the server runs on; a database's machine is not looked at."""

    clock: ClockView
    disks: list[DiskView]


@open_router.get("/health", name="get_liveness")
@needs(Permission.OPEN)
async def get_liveness() -> Alive:
    """Say that the process is alive; needs no token."""
    return Alive()


@open_router.get(
    "/ready",
    name="get_readiness",
    responses=refuses_only(EdgeCode.NOT_READY),
)
@needs(Permission.OPEN)
async def get_readiness(request: Request) -> Ready:
    """Say whether calls can be taken, 503 while not, and not why: it needs no token.

    With several companies it is about all of them.
    """
    for services in (company.services for company in companies_of(request)):
        if _status(services.phone_health().state, journal_standing(services).state) != "ready":
            raise EdgeRefused(EdgeCode.NOT_READY)
    return Ready()


@open_router.get(
    "/metrics",
    name="get_metrics",
    response_class=PlainTextResponse,
    responses=refuses(),
)
@needs(Permission.HEALTH_SEE)
async def get_metrics(request: Request, who: GivenPrincipal) -> Response:
    """Give figures of this process as Prometheus reads them; needs the token or a key.

    With several companies a key is told those of its own, and the operator who names none those of
    all, each with its company.
    """
    of_all = companies_of(request).figures_of_all
    names_one = COMPANY_HEADER in request.headers
    if of_all is not None and who.kind is PrincipalKind.OPERATOR and not names_one:
        return Response(of_all.text(), media_type=CONTENT_TYPE)
    return Response(company_of(request).figures.text(), media_type=CONTENT_TYPE)


@router.get("/health", name="get_health", responses=refuses())
@needs(Permission.HEALTH_SEE)
async def get_health(services: ServicesAtOnce, feed: GivenLiveFeed) -> HealthView:
    """Tell the state of the phone system, of the journal and of the account, in figures."""
    phones = services.phone_health()
    world = services.engine.world
    journal = journal_standing(services)
    return HealthView(
        status=_status(phones.state, journal.state),
        phone_system=PhoneSystemView(state=phones.state, sentence=phones.sentence),
        journal=JournalView(
            state=journal.state,
            sentence=journal.sentence,
            sequence=services.engine.committed_sequence,
            inputs_waiting=services.engine.backlog,
        ),
        uptime_seconds=(services.clock.now() - feed.started_at).total_seconds(),
        agents=len(world.agents),
        callbacks_open=len(world.callbacks),
        callbacks_halted=world.callbacks_halted,
        calls_live=len(world.calls) + len(world.outbound_calls),
    )


@router.get("/health/machine", name="get_machine_health", responses=refuses())
@needs(Permission.HEALTH_SEE)
async def get_machine_health(services: GivenServices) -> MachineView:
    """Tell whether the disks have room, and whether the machine's clock is kept right."""
    return await asyncio.to_thread(_machine_view, services.machine, services.clock.now())


def _machine_view(machine: Machine, believed: datetime) -> MachineView:
    disks = [
        DiskView(
            holds=list(room.holds),
            state=room.state,
            free_bytes=room.free_bytes,
            whole_bytes=room.whole_bytes,
        )
        for room in machine.rooms()
    ]
    return MachineView(clock=ClockView(state=machine.clock(believed)), disks=disks)


def _status(
    phones: PhoneSystemState, journal: JournalState
) -> Literal["ready", "phone-system-not-ready", "journal-away"]:
    if phones is not PhoneSystemState.READY:
        return "phone-system-not-ready"
    return "ready" if journal is JournalState.READY else "journal-away"

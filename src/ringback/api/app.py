"""Puts the API together: routes, the guard, one error shape, the live feed and the web app."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from importlib.metadata import version

import structlog
from fastapi import APIRouter, Depends, FastAPI, Request, Security
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.security import HTTPBearer
from starlette.exceptions import HTTPException
from starlette.types import Lifespan

from ringback.access.refusals import AccessCode, AccessRefused
from ringback.core.refusals import Refusal, RefusalCode
from ringback.history import CursorUnknown
from ringback.ports import JournalAway, JournalFailed
from ringback.runtime.loop import EngineStopped, Overloaded
from ringback.runtime.loop_lag import LoopLag
from ringback.simulation.what_if import StudyRunning
from ringback.webhooks.desk import (
    TooManyReplays,
    TooManyWebhooks,
    UnknownDelivery,
    UnknownWebhook,
)
from ringback.webhooks.targets import TargetRefused

from . import live, phone_socket
from .booth import Booth
from .companies import Companies, Company
from .compatible.application import compatible_app
from .compatible.door import Door
from .compatible.telling import CompatibleWriter
from .description import DescribedApp
from .errors import (
    MEANINGS,
    EdgeCode,
    EdgeRefused,
    ErrorCode,
    error_answer,
    plain,
)
from .figures_kept import FiguresKept
from .figures_of_process import FiguresOfProcess
from .guard import Guard
from .idempotency import Idempotency
from .live_feed import LiveFeed
from .methods import Methods
from .permitting import open_operations, require_declared
from .presenter import Presenter
from .reach import authorise
from .request_limits import KeyLimits
from .routes import (
    account,
    agents,
    alerts,
    analytics,
    annotations,
    api_keys,
    audit_log,
    booth,
    callbacks,
    calls,
    checklist,
    contact_conversations,
    contacts,
    conversation,
    errors,
    exports,
    fairness,
    flow_trial,
    flows,
    health,
    holidays,
    library,
    lines,
    media,
    messages,
    privacy,
    queues,
    session,
    tags,
    teams,
    two_factor,
    users,
    waiting,
    web_app,
    webhooks,
    what_if,
    what_if_lists,
)
from .services import Services

ROUTES = (
    session,
    two_factor,
    users,
    api_keys,
    audit_log,
    account,
    agents,
    alerts,
    queues,
    callbacks,
    checklist,
    conversation,
    waiting,
    fairness,
    calls,
    annotations,
    contacts,
    contact_conversations,
    tags,
    exports,
    privacy,
    analytics,
    lines,
    teams,
    flow_trial,
    flows,
    what_if_lists,
    what_if,
    booth,
    media,
    library,
    messages,
    webhooks,
    health,
    holidays,
    errors,
)
PREFIX = "/api/v1"
OPEN_PATHS = {
    "/favicon.ico",
    "/health",
    "/ready",
    "/api/v1/openapi.json",
    "/api/v1/setup",
    "/api/v1/session",
}
OPEN_ADDRESSES = web_app.Addresses(OPEN_PATHS)
_BOUNDS = {"ge": "minimum", "gt": "above", "le": "maximum", "lt": "below"}
_OUT_OF_RANGE = frozenset({"greater_than_equal", "greater_than", "less_than_equal", "less_than"})

_HTTP_CODES = {400: EdgeCode.VALIDATION_FAILED, 405: EdgeCode.METHOD_NOT_ALLOWED}

SERVICES_RAISE: Mapping[type[Exception], EdgeCode] = {
    CursorUnknown: EdgeCode.UNKNOWN_CURSOR,
    UnknownWebhook: EdgeCode.UNKNOWN_WEBHOOK,
    UnknownDelivery: EdgeCode.UNKNOWN_DELIVERY,
    TooManyWebhooks: EdgeCode.TOO_MANY_WEBHOOKS,
    TooManyReplays: EdgeCode.TOO_MANY_REPLAYS,
    TargetRefused: EdgeCode.WEBHOOK_TARGET_REFUSED,
    StudyRunning: EdgeCode.WHAT_IF_RUNNING,
    Overloaded: EdgeCode.OVERLOADED,
    JournalAway: EdgeCode.JOURNAL_AWAY,
    EngineStopped: EdgeCode.STOPPING,
    JournalFailed: EdgeCode.STOPPING,
}

_log = structlog.get_logger(__name__)


def create_app(first: Services, *more: Services) -> FastAPI:
    """Build the web application of running accounts; the first is the installation's own.

    The engines must be running, or be started, by the caller; the application only follows them.
    """
    loop_lag = LoopLag()
    process = FiguresOfProcess(first, loop_lag.durations)
    companies = {
        each.engine.account_id: _company(each, None if more else process) for each in (first, *more)
    }
    assert len(companies) == 1 + len(more), "two companies have the same id"
    ends = [
        company.services.engine.subscribe(follow)
        for company in companies.values()
        for follow in (company.live_feed.on_commit, company.figures.follow)
    ]

    @asynccontextmanager
    async def follow_engine(_: FastAPI) -> AsyncIterator[None]:
        measuring = asyncio.create_task(loop_lag.run(), name="loop-lag")
        try:
            yield
        finally:
            measuring.cancel()
            for end in ends:
                end()

    app = described_app(follow_engine)
    app.state.companies = Companies(companies, process)
    app.state.web_app = web_app.FOLDER
    _add_error_shape(app)
    app.state.key_limits = KeyLimits()
    app.add_middleware(Idempotency)
    app.add_middleware(
        Guard,
        gate=app.state.companies.gate,
        open_paths=OPEN_ADDRESSES,
        uploads={**library.uploads(first), **what_if_lists.UPLOADS},
    )
    compatible = compatible_app(app.state, dict(SERVICES_RAISE))
    app.add_middleware(Door, compatible=compatible, gate=app.state.companies.gate)
    return app


def _company(services: Services, process: FiguresOfProcess | None) -> Company:
    presenter = Presenter(services.engine.world, services.number_book, services.records)
    feed = LiveFeed(
        world=services.engine.world,
        records=services.records,
        presenter=presenter,
        clock=services.clock,
        booth=services.booth is not None,
        is_ahead=lambda: services.engine.is_ahead,
    )
    services.webhooks.speak(CompatibleWriter(services).pack)
    return Company(
        services=services,
        presenter=presenter,
        live_feed=feed,
        figures=FiguresKept(services, process),
        booth=None if services.booth is None else Booth(services.booth, feed),
    )


def described_app(lifespan: Lifespan[FastAPI] | None = None) -> DescribedApp:
    """Build the application with all its routes and nothing behind them: enough to describe it."""
    app = DescribedApp(
        title="Ringback",
        version=version("ringback"),
        summary="Callbacks for phone queues: press *, hang up, keep your place.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=lambda route: route.name,
        lifespan=lifespan,
    )
    _add_routes(app)
    app.open_operations = open_operations(_routers())
    app.state.methods = Methods(_routers()[:-1])
    return app


def _routers() -> list[tuple[str, APIRouter]]:
    """Give every router of requests with the prefix of its addresses."""
    guarded = (*(module.router for module in ROUTES), live.schema_router)
    others = (health.open_router, web_app.router)
    return [*((PREFIX, router) for router in guarded), *(("", router) for router in others)]


def _add_routes(app: FastAPI) -> None:
    described_as_guarded = [Security(HTTPBearer(auto_error=False)), Depends(authorise)]
    for sockets in (live, phone_socket):
        app.include_router(sockets.router, prefix=PREFIX)
    for prefix, router in _routers():
        require_declared(router)
        needed = described_as_guarded if prefix or router is health.open_router else []
        app.include_router(router, prefix=prefix, dependencies=needed or [Depends(authorise)])


def _add_error_shape(app: FastAPI) -> None:
    @app.exception_handler(Refusal)
    async def refused(_: Request, refusal: Refusal) -> JSONResponse:
        return _answer(refusal.code, refusal.data)

    @app.exception_handler(EdgeRefused)
    async def refused_at_the_edge(request: Request, refusal: EdgeRefused) -> JSONResponse:
        answer = _answer(refusal.code, refusal.details)
        if refusal.code is EdgeCode.METHOD_NOT_ALLOWED:
            answer.headers["allow"] = app.state.methods.known_at(request.url.path)
        return answer

    @app.exception_handler(AccessRefused)
    async def access_refused(_: Request, refusal: AccessRefused) -> JSONResponse:
        answer = _answer(refusal.code, refusal.details)
        if refusal.code is AccessCode.TOO_MANY_ATTEMPTS:
            answer.headers["retry-after"] = str(refusal.details["retry_after_seconds"])
        if refusal.code is AccessCode.NOT_SIGNED_IN:
            answer.headers["www-authenticate"] = "Bearer"
        return answer

    @app.exception_handler(RequestValidationError)
    async def not_understood(_: Request, error: RequestValidationError) -> JSONResponse:
        return _validation_answer(error)

    for kind, code in SERVICES_RAISE.items():
        app.add_exception_handler(kind, _told_as(code))

    @app.exception_handler(HTTPException)
    async def not_routed(request: Request, error: HTTPException) -> JSONResponse:
        if isinstance(error.__cause__, EdgeRefused):
            return _answer(error.__cause__.code, error.__cause__.details)
        code = _HTTP_CODES.get(error.status_code, EdgeCode.NOT_FOUND)
        return await refused_at_the_edge(request, EdgeRefused(code))

    @app.exception_handler(Exception)
    async def bug(_: Request, error: Exception) -> JSONResponse:
        reference = secrets.token_hex(4)
        _log.error("api.bug", reference=reference, exc_info=error)
        return _answer(EdgeCode.INTERNAL_ERROR, {"reference": reference})


def _told_as(code: EdgeCode) -> Callable[[Request, Exception], Awaitable[JSONResponse]]:
    async def told(_: Request, error: Exception) -> JSONResponse:
        details: dict[str, object] = {}
        if isinstance(error, TargetRefused):
            details["reason"] = str(error)
        return _answer(code, details)

    return told


def _answer(code: ErrorCode, details: dict[str, object]) -> JSONResponse:
    body = error_answer(code, {name: plain(value) for name, value in details.items()})
    return JSONResponse(body.model_dump(mode="json"), status_code=MEANINGS[code].status)


def _validation_answer(error: RequestValidationError) -> JSONResponse:
    """Name the fields; a single number out of its bounds is the core's refusal, told early."""
    problems = error.errors()
    if len(problems) == 1 and problems[0]["type"] in _OUT_OF_RANGE:
        bounds = {_BOUNDS[name]: value for name, value in problems[0]["ctx"].items()}
        field = _field(problems[0]["loc"])
        return _answer(RefusalCode.VALUE_OUT_OF_RANGE, {"field": field, **bounds})
    fields = [
        {"field": _field(problem["loc"]), "problem": problem["msg"]} for problem in problems[:50]
    ]
    return _answer(EdgeCode.VALIDATION_FAILED, {"fields": fields})


def _field(location: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in location[1:]) or str(location[0])

"""The compatible API as an application of its own: its routes, and its one shape of errors."""

import secrets
from collections.abc import Callable
from http import HTTPStatus

import structlog
from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.datastructures import State
from starlette.exceptions import HTTPException

from ringback.access.refusals import AccessRefused
from ringback.api.errors import EdgeCode, EdgeRefused
from ringback.api.permitting import require_declared
from ringback.api.reach import authorise
from ringback.core.refusals import Refusal

from .errors import LinkUnknown, Refused, answer, answer_at_the_edge, refused_for, wrong
from .limits import RateLimit, limit
from .routes import (
    calls,
    company,
    contacts,
    elsewhere,
    numbers,
    tags,
    teams,
    users,
    voicemails,
    webhooks,
)

FIRST, SECOND = "/v1", "/v2"
ROUTERS: tuple[tuple[str, APIRouter], ...] = (
    (FIRST, company.router),
    (FIRST, calls.router),
    (FIRST, users.router),
    (FIRST, teams.router),
    (FIRST, numbers.router),
    (FIRST, tags.router),
    (FIRST, contacts.router),
    (FIRST, webhooks.router),
    (FIRST, elsewhere.router),
    (SECOND, users.second),
)
OPEN_ROUTERS: tuple[tuple[str, APIRouter], ...] = ((FIRST, voicemails.router),)
"""What needs no credentials, and is not counted as a request of a company's program."""

_log = structlog.get_logger(__name__)


def compatible_app(state: State, told_as: dict[type[Exception], EdgeCode]) -> FastAPI:
    """Build it on what the application around it has; `told_as` is what its services raise."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.state = state
    state.compatible_rate = RateLimit()
    for prefix, router in ROUTERS:
        require_declared(router)
        app.include_router(router, prefix=prefix, dependencies=[Depends(limit), Depends(authorise)])
    for prefix, router in OPEN_ROUTERS:
        require_declared(router)
        app.include_router(router, prefix=prefix, dependencies=[Depends(authorise)])
    _add_error_shape(app)
    for kind, code in told_as.items():
        app.add_exception_handler(kind, _told_as(code))
    return app


def _add_error_shape(app: FastAPI) -> None:
    @app.exception_handler(Refused)
    async def refused(_: Request, refusal: Refused) -> JSONResponse:
        return answer(refusal)

    @app.exception_handler(Refusal)
    @app.exception_handler(EdgeRefused)
    @app.exception_handler(AccessRefused)
    async def refused_by_us(
        _: Request, refusal: Refusal | EdgeRefused | AccessRefused
    ) -> JSONResponse:
        return answer(refused_for(refusal.code))

    @app.exception_handler(LinkUnknown)
    async def link_unknown(_: Request, error: LinkUnknown) -> JSONResponse:
        return answer_at_the_edge(HTTPStatus.FORBIDDEN)

    @app.exception_handler(RequestValidationError)
    async def not_understood(_: Request, error: RequestValidationError) -> JSONResponse:
        return answer(wrong("The payload must be a JSON object."))

    @app.exception_handler(HTTPException)
    async def not_routed(_: Request, error: HTTPException) -> JSONResponse:
        if error.status_code == HTTPStatus.BAD_REQUEST:
            return answer(wrong("The payload must be a JSON object."))
        return answer_at_the_edge(HTTPStatus.NOT_FOUND)

    @app.exception_handler(Exception)
    async def bug(_: Request, error: Exception) -> JSONResponse:
        reference = secrets.token_hex(4)
        _log.error("api.bug", reference=reference, exc_info=error)
        return answer(Refused(500, f"The server's log has more under {reference}."))


def _told_as(code: EdgeCode) -> Callable[[Request, Exception], JSONResponse]:
    def told(_: Request, error: Exception) -> JSONResponse:
        return answer(refused_for(code))

    return told

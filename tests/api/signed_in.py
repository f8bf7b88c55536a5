"""Browsers in which people of the office are signed in."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from tests.api.office import Office

from ringback.access.principal import operator
from ringback.access.registrar import Draft
from ringback.people import Rights, User

PASSWORD = "three quiet elephants"
BASE = "http://ringback"


async def enrol(office: Office, email: str, rights: Rights) -> User:
    draft = Draft(email, email.partition("@")[0].capitalize(), "en", rights)
    return await office.services.access.registrar.enrol(draft, PASSWORD, operator(""))


@asynccontextmanager
async def browser(
    office: Office, *, base: str = BASE, address: str = "192.0.2.1"
) -> AsyncIterator[httpx.AsyncClient]:
    """Open a browser in which nobody is signed in yet."""
    transport = httpx.ASGITransport(office.app, client=(address, 4242))
    async with httpx.AsyncClient(transport=transport, base_url=base) as http:
        yield http


@asynccontextmanager
async def signed_in(office: Office, email: str) -> AsyncIterator[httpx.AsyncClient]:
    async with browser(office) as http:
        answer = await sign_in(http, email)
        assert answer.status_code == httpx.codes.OK, answer.text
        yield http


async def sign_in(http: httpx.AsyncClient, email: str, **more: str) -> httpx.Response:
    body = {"email": email, "password": PASSWORD} | more
    return await http.post("/api/v1/session", json=body)


def code_of(answer: httpx.Response) -> str:
    return str(answer.json()["error"]["code"])

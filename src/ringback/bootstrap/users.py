"""Changes users through the server that runs, or in the store while none does."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

from ringback.access.access import Access
from ringback.access.principal import operator
from ringback.access.refusals import AccessRefused
from ringback.api.access_meanings import ACCESS_MEANINGS
from ringback.api.people_views import UserDraft, UserView
from ringback.config.settings import Settings
from ringback.people import User, UserId

from .failures import CannotStart, NothingFound
from .people import open_kept_people
from .running_server import ServerRefused, ask_running_server, is_running
from .store import open_store, require_journal

COMMAND_LINE = operator("command line")


class WallClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


async def add(settings: Settings, wanted: Mapping[str, Any]) -> Any:
    """Add a user; give the view of them and their one-time password."""
    if is_running(settings):
        return ask_running_server(settings, "POST", "/users", wanted)
    try:
        draft = UserDraft.model_validate(wanted).draft()
    except ValueError as wrong:
        raise CannotStart(f"This is no user that could be added: {wrong}") from wrong
    if draft.rights.agent_id is not None:
        raise CannotStart("Agents are known to the running server alone: start it first.")
    async with people_beside(settings) as access:
        made = await access.registrar.add(draft, COMMAND_LINE)
        return {"user": _shown(access, made.user), "password": made.password}


async def listed(settings: Settings) -> Sequence[dict[str, Any]]:
    if is_running(settings):
        rows: Sequence[dict[str, Any]] = ask_running_server(settings, "GET", "/users")
        return rows
    require_journal(settings)
    async with people_beside(settings) as access:
        users = sorted(access.directory.users.values(), key=lambda user: (user.name, user.id))
        return [_shown(access, user) for user in users]


async def reset_password(settings: Settings, email: str, *, second_factor: bool) -> Any:
    """Give a one-time password in the place of a forgotten one."""
    if is_running(settings):
        user_id = _id_at_server(settings, email)
        if second_factor:
            ask_running_server(settings, "POST", f"/users/{user_id}/reset-two-factor")
        return ask_running_server(settings, "POST", f"/users/{user_id}/reset-password")
    require_journal(settings)
    async with people_beside(settings) as access:
        user = _found(access, email)
        if second_factor:
            await access.registrar.reset_second_factor(user.id, COMMAND_LINE)
        made = await access.registrar.reset_password(user.id, COMMAND_LINE)
        return {"user": _shown(access, made.user), "password": made.password}


async def set_active(settings: Settings, email: str, *, active: bool) -> None:
    if is_running(settings):
        doing = "activate" if active else "deactivate"
        ask_running_server(settings, "POST", f"/users/{_id_at_server(settings, email)}/{doing}")
        return
    require_journal(settings)
    async with people_beside(settings) as access:
        await access.registrar.set_active(_found(access, email).id, active, COMMAND_LINE)


@asynccontextmanager
async def people_beside(settings: Settings) -> AsyncIterator[Access]:
    """Lend who may enter, as the store's only writer; raises refusals as a sentence."""
    async with open_store(settings) as store:
        access = await open_kept_people(settings, store.journal.people, WallClock())
        try:
            yield access
        except AccessRefused as refused:
            sentence = ACCESS_MEANINGS[refused.code][1]
            raise ServerRefused(f"{sentence} ({refused.code})") from refused


def _id_at_server(settings: Settings, email: str) -> str:
    for user in ask_running_server(settings, "GET", "/users"):
        if user["email"] == email.strip().casefold():
            return str(user["id"])
    raise _nobody(email)


def _found(access: Access, email: str) -> User:
    user = access.directory.with_email(email.strip().casefold())
    if user is None:
        raise _nobody(email)
    return access.directory.users[UserId(user.id)]


def _nobody(email: str) -> NothingFound:
    return NothingFound(f"There is no user {email}; see `ringback user list`.")


def _shown(access: Access, user: User) -> dict[str, Any]:
    required = access.rules.requires_second_factor(user.rights.role)
    return UserView.of(user, sessions=0, required=required, waits=None).model_dump(mode="json")

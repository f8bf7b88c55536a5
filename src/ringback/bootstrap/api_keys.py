"""Looks after programs' keys through the server that runs, or in the store while none does."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from ringback.api.people_views import ApiKeyDraft, ApiKeyView
from ringback.config.settings import Settings
from ringback.people import ApiKey, KeyId

from .failures import CannotStart, NothingFound
from .running_server import ask_running_server, is_running
from .store import require_journal
from .users import COMMAND_LINE, people_beside


async def make(settings: Settings, wanted: Mapping[str, Any]) -> Any:
    """Make a key; give its view and its token."""
    if is_running(settings):
        return ask_running_server(settings, "POST", "/api-keys", wanted)
    try:
        draft = ApiKeyDraft.model_validate(wanted)
    except ValueError as wrong:
        raise CannotStart(f"This is no key that could be made: {wrong}") from wrong
    if draft.agent_id is not None or draft.supervises is not None:
        raise CannotStart(
            "Agents, lines and teams are known to the running server alone: start it first."
        )
    async with people_beside(settings) as access:
        made = await access.keyring.make(draft.name, draft.rights(), COMMAND_LINE)
        return {"api_key": _shown(made.key), "token": made.token}


async def listed(settings: Settings) -> Sequence[dict[str, Any]]:
    """Give all keys, also those revoked, the newest first."""
    if is_running(settings):
        rows: Sequence[dict[str, Any]] = ask_running_server(settings, "GET", "/api-keys")
        return rows
    require_journal(settings)
    async with people_beside(settings) as access:
        return list(map(_shown, access.keyring.all()))


async def revoke(settings: Settings, named: str) -> Any:
    """Shut a program out, by the key's id or name. Raises `NothingFound`."""
    key_id = _id_of(await listed(settings), named)
    if is_running(settings):
        return ask_running_server(settings, "DELETE", f"/api-keys/{quote(key_id, safe='')}")
    async with people_beside(settings) as access:
        return _shown(await access.keyring.revoke(KeyId(key_id), COMMAND_LINE))


def _id_of(keys: Sequence[Mapping[str, Any]], named: str) -> str:
    """Find a key by its id, or by a name that one key in force alone bears."""
    found = [key["id"] for key in keys if key["id"] == named] or [
        key["id"] for key in keys if key["name"] == named and key["revoked_at"] is None
    ]
    match found:
        case [key_id]:
            return str(key_id)
        case []:
            raise NothingFound(f"There is no key {named} in force; see `ringback api-key list`.")
        case _:
            raise NothingFound(f"{len(found)} keys are called {named}: name one by its id.")


def _shown(key: ApiKey) -> dict[str, Any]:
    return ApiKeyView.of(key).model_dump(mode="json")

"""Applies the company of the configuration file to the account, entry by entry."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from ringback.config.loading import SettingsWrong
from ringback.config.settings import Settings
from ringback.core.inputs import (
    ConfigureAccount,
    ConfigureAgent,
    ConfigureLine,
    ConfigureTag,
    ConfigureTeam,
    OpenAccount,
    PublishFlow,
    Request,
)
from ringback.core.refusals import Refusal
from ringback.core.world import World
from ringback.runtime.loop import Engine

ACTOR = "operator"


async def configure_company(engine: Engine, settings: Settings) -> None:
    """Open the account if need be, and apply every entry that is not in force already.

    Raises `SettingsWrong` when the core refuses an entry; what came before it is applied.
    """
    await _open(engine)
    for path, request in _requests(settings):
        if not _holds(engine.world, request):
            await _apply(engine, path, request)


async def apply_company_file(engine: Engine, settings: Settings, applied: Path) -> Sequence[str]:
    """Do the same, but only for entries that are new or have changed in the file; name them.

    `applied` remembers what was applied, so that what people changed on screen since then stays.
    """
    await _open(engine)
    known, changed = _read(applied), []
    for path, request in _requests(settings):
        digest = hashlib.sha256(repr(request).encode()).hexdigest()
        if known.get(path) == digest and _exists(engine.world, request):
            continue
        if not _holds(engine.world, request):
            await _apply(engine, path, request)
            changed.append(path)
        known[path] = digest
    _write(applied, known)
    return changed


async def _open(engine: Engine) -> None:
    if engine.world.account_id is None:
        await engine.request(OpenAccount(engine.account_id), ACTOR)


async def _apply(engine: Engine, path: str, request: Request) -> None:
    try:
        await engine.request(request, ACTOR)
    except Refusal as refusal:
        details = ", ".join(f"{key}: {value}" for key, value in refusal.data.items())
        sentence = f"{path} is refused: {refusal.code.value}{f' ({details})' if details else ''}."
        raise SettingsWrong([sentence]) from refusal


def _requests(settings: Settings) -> Iterator[tuple[str, Request]]:
    """Give the entries in an order in which none names what comes after it."""
    yield "account", ConfigureAccount(settings.account.settings())
    for agent in settings.agents:
        yield f"agents {agent.id}", ConfigureAgent(agent.profile())
    for team in settings.teams:
        yield f"teams {team.id}", ConfigureTeam(team.team())
    for tag in settings.tags:
        yield f"tags {tag.id}", ConfigureTag(tag.tag())
    for flow in settings.flows:
        yield f"flows {flow.id}", PublishFlow(flow.flow())
    for line in settings.lines:
        yield f"lines {line.id}", ConfigureLine(line.line())


def _exists(world: World, request: Request) -> bool:
    match request:
        case ConfigureAccount():
            return True
        case ConfigureAgent(profile):
            return profile.id in world.agents
        case ConfigureTeam(team):
            return team.id in world.teams
        case ConfigureTag(tag):
            return tag.id in world.tags
        case PublishFlow(flow):
            return flow.id in world.flows
        case ConfigureLine(line):
            return line.id in world.lines
        case _:
            return False


def _holds(world: World, request: Request) -> bool:
    """Tell whether the account is already as the entry wants it."""
    if not _exists(world, request):
        return False
    match request:
        case ConfigureAccount(wanted):
            return world.settings == wanted
        case ConfigureAgent(profile):
            return world.agents[profile.id].profile == profile
        case ConfigureTeam(team):
            return world.teams[team.id] == team
        case ConfigureTag(tag):
            return world.tags[tag.id] == tag
        case PublishFlow(flow):
            published = world.flows[flow.id]
            return published.versions[published.current] == flow
        case ConfigureLine(line):
            return world.lines[line.id] == line
        case _:
            return False


def _read(applied: Path) -> dict[str, str]:
    try:
        known = json.loads(applied.read_text())
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    return known if isinstance(known, dict) else {}


def _write(applied: Path, known: dict[str, str]) -> None:
    fresh = applied.with_name(f".{applied.name}.new")
    fresh.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n")
    fresh.replace(applied)

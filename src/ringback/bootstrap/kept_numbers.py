"""Keeps the outside numbers that agents have set, in a file for its owner only."""

import json
import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from ringback.config.settings import Settings
from ringback.core.ids import AgentId
from ringback.runtime.outside_numbers import OutsideNumbers

FILE = "outside-numbers.json"


def outside_numbers(settings: Settings) -> OutsideNumbers:
    """Give the numbers of the settings' file and those set since; a changed setting counts again.

    What was set is remembered with the number that the settings' file had at that time.
    """
    configured = _configured(settings)
    path = settings.data / FILE
    set_since = {
        AgentId(agent_id): number
        for agent_id, (number, configured_then) in _read(path).items()
        if configured.get(AgentId(agent_id)) == configured_then
    }
    return OutsideNumbers(configured, set_since, partial(_write, path, configured))


def passing_numbers(settings: Settings) -> OutsideNumbers:
    """Give the numbers of the settings' file; what is set is kept nowhere."""
    return OutsideNumbers(_configured(settings), {}, lambda _: None)


def _configured(settings: Settings) -> Mapping[AgentId, str]:
    return {
        AgentId(entry.id): entry.outside_number
        for entry in settings.agents
        if entry.outside_number is not None
    }


def _read(path: Path) -> dict[str, tuple[str, str | None]]:
    try:
        kept = json.loads(path.read_text())
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    return {agent_id: (number, then) for agent_id, (number, then) in kept.items()}


def _write(path: Path, configured: Mapping[AgentId, str], numbers: Mapping[AgentId, str]) -> None:
    kept = {agent_id: (number, configured.get(agent_id)) for agent_id, number in numbers.items()}
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(json.dumps(kept, indent=1, sort_keys=True) + "\n")
    fresh.replace(path)

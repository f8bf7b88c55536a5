"""Somebody is alerted when callbacks of a line fail in a row (R26, R34)."""

from .parts import Alert, Refused, World
from .situations import Situation, meet

COUNT = ("no_available_agent", "no_answer", "declined", "system_fault")
"""What an operator can put right now."""


def count(world: World, line: str, callback: str, outcome: str) -> None:
    """R26: an agent who took it ends the series, whether or not the customer was reached."""
    kind, _, reason = outcome.partition(" ")
    if kind in ("completed", "not_reached"):
        if world.failures.get(line):
            meet(world, Situation.SERIES_ENDED)
        world.failures[line] = 0
        world.raised = [each for each in world.raised if each[0] != line]
    elif reason in COUNT:
        world.failures[line] = world.failures.get(line, 0) + 1
        if reason == "system_fault":
            alert(world, Alert(line, "system-fault", callback, world.failures[line]))
        if 0 < world.failures_at_most <= world.failures[line]:
            alert(world, Alert(line, "callbacks-fail", callback, world.failures[line]))


def alert(world: World, wanted: Alert) -> None:
    """Once in a series."""
    if (wanted.line, wanted.kind) in world.raised:
        meet(world, Situation.ALERTED_ALREADY)
        return
    fault = wanted.kind == "system-fault"
    meet(world, Situation.ALERTED_OF_A_FAULT if fault else Situation.ALERTED)
    world.raised.append((wanted.line, wanted.kind))
    world.alerts.append(wanted)


def standing_alerts(world: World) -> list[Alert]:
    """The newest of each line and kind, until it is dismissed."""
    newest = {(each.line, each.kind): each for each in world.alerts}
    return [
        each
        for each in newest.values()
        if not any(each is dismissed for dismissed in world.dismissed)
    ]


def dismiss_alert(world: World, alert: Alert) -> None:
    if not any(alert is each for each in standing_alerts(world)):
        raise Refused("unknown-alert")
    meet(world, Situation.ALERT_DISMISSED)
    world.dismissed.append(alert)

"""Random companies, told in the reference model's plain words."""

from dataclasses import replace

from .chance import Chance
from .rules.parts import Agent, Line, Settings, Step

TEAMS = ("sales", "support")
LINES = ("lyon", "paris")
AGENT_NAMES = ("xena", "yves", "zoe", "walt")


def agents(chance: Chance) -> list[Agent]:
    return [
        Agent(name, desk=chance.one_in(3), wrap_up=chance.one_of((0, 0, 10)))
        for name in AGENT_NAMES[: 1 + chance.below(len(AGENT_NAMES))]
    ]


def members(chance: Chance, names: list[str]) -> list[str]:
    """Some agents, seldom none."""
    chosen = [name for name in names if not chance.one_in(3)]
    return chosen or ([] if chance.one_in(5) else [chance.one_of(names)])


def settings(chance: Chance) -> Settings:
    return Settings(
        mode=chance.one_of(("automated",) * 10 + ("manual", "off")),
        retries=chance.one_of((0, 0, 1, 1, 2)),
        when_busy=chance.one_of(("wait", "wait", "follow-step", "fail")),
        busy_wait=chance.one_of((60, 120, 3600)),
        respect_queuing_time=chance.one_in(4),
        settling=chance.one_of((0, 5, 5)),
        customer_ring=chance.one_of((15, 45)),
        age_max=chance.one_of((86_400,) * 6 + (200,)),
    )


def line(chance: Chance, name: str, flow: str) -> Line:
    return Line(
        name,
        flow,
        priority=chance.one_in(4),
        settings=settings(chance),
        countries=chance.one_of(
            ((), ("FR", "DE"), ("FR", "DE"), ("FR", "DE"), ("FR", "DE"), ("DE",))
        ),
        customer_day_max=chance.one_of((5, 5, 5, 2, 1)),
        line_hour_max=chance.one_of((200, 200, 200, 3, 1)),
    )


def changed(chance: Chance, was: Line) -> Line:
    """The same line with other settings; seldom all of it at once."""
    fresh = line(chance, was.name, was.flow)
    kinds = (
        {"settings": fresh.settings},
        {"countries": fresh.countries},
        {"customer_day_max": fresh.customer_day_max, "line_hour_max": fresh.line_hour_max},
        {"priority": fresh.priority},
    )
    return replace(was, **chance.one_of(kinds))  # type: ignore[arg-type]


def flow(chance: Chance, agent_names: list[str]) -> list[Step]:
    """A chain of up to four steps and an end."""
    steps = []
    for number in range(1 + chance.below(4)):
        if chance.one_in(5):
            steps.append(Step(f"audio-{number}", "audio"))
        else:
            steps.append(_ring(chance, f"ring-{number}", agent_names))
    if chance.one_in(2):
        return [*steps, Step("voicemail", "voicemail")]
    return [*steps, Step("goodbye", "hang-up", has_prompt=chance.one_in(2))]


def _ring(chance: Chance, name: str, agent_names: list[str]) -> Step:
    alone = chance.one_in(5)
    return Step(
        name,
        "ring",
        target=f"agent:{chance.one_of(agent_names)}" if alone else chance.one_of(TEAMS),
        ring_for=chance.one_of((20, 30, 60, 100, 300)),
        rule=chance.one_of(("simultaneous", "simultaneous", "longest-idle", "random")),
        ring_each_for=chance.one_of((10, 30, 80)),
        ring_even_if_busy=not chance.one_in(3),
    )

"""Random companies, told in the reference model's plain words."""

from dataclasses import replace

from .chance import Chance
from .leanings import Leaning
from .rules.parts import Agent, Line, Periods, Settings, Step

TEAMS = ("sales", "support")
LINES = ("lyon", "paris")
KINDS = ("ring", "ring", "audio", "menu", "hours", "dates", "redirect-to-number")
CHANGES_AFTER = (20, 60, 120, 300, 600, 3600)
"""Seconds after the beginning of a life at which an hours step opens or closes."""
HOLIDAYS = (((0, 0),), ((0, 3),), ((1, 1), (-2, -1)), ())
AGENT_NAMES = ("xena", "yves", "zoe", "walt")


def agents(chance: Chance, leaning: Leaning) -> list[Agent]:
    least = 2 if leaning.staying else 1
    count = least + chance.below(len(AGENT_NAMES) + 1 - least)
    found = []
    for name in AGENT_NAMES[:count]:
        agent = Agent(name, desk=chance.one_in(3), wrap_up=chance.one_of((0, 0, 10)))
        agent.outside = not agent.desk and chance.one_in(2 if leaning.outside else 8)
        if chance.one_in(2 if leaning.shifts else 8):
            agent.hours, agent.ahead = hours(chance)
        found.append(agent)
    return found


def hours(chance: Chance) -> tuple[Periods, float]:
    """Opening or working hours that begin or end while the life lasts, if it lasts long."""
    ahead = chance.one_of((0, 0, 3600, 32_400, -18_000, 50_400))
    now = 9 * 3600 + ahead
    closes = min(now + chance.one_of(CHANGES_AFTER), 86_340)
    until_then, afterwards = (0, 0, closes), (0, closes, 86_400)
    tomorrow = (1, 0, 86_400)
    return chance.one_of(((until_then,), (afterwards, tomorrow), (until_then, tomorrow), ())), ahead


def members(chance: Chance, names: list[str]) -> list[str]:
    """Some agents, seldom none."""
    chosen = [name for name in names if not chance.one_in(3)]
    return chosen or ([] if chance.one_in(5) else [chance.one_of(names)])


def settings(chance: Chance, leaning: Leaning) -> Settings:
    return Settings(
        mode=chance.one_of(leaning.modes),
        retries=chance.one_of(leaning.retries),
        when_busy=chance.one_of(("wait", "wait", "follow-step", "fail")),
        busy_wait=chance.one_of((60, 120, 3600)),
        respect_queuing_time=chance.one_in(4),
        settling=chance.one_of((0, 0, 0, 5) if leaning.staying else (0, 5, 5)),
        customer_ring=chance.one_of((15, 45)),
        age_max=chance.one_of(leaning.age_max),
        when_customer_calls=chance.one_of(leaning.calling_in),
        ring_who_tried=chance.one_in(2),
        whisper=chance.one_in(leaning.said),
        announcement=chance.one_in(leaning.said),
    )


def line(chance: Chance, leaning: Leaning, name: str, flow: str, agent_names: list[str]) -> Line:
    assigned = chance.one_in(6)
    return Line(
        name,
        flow,
        priority=chance.one_in(4),
        settings=settings(chance, leaning),
        countries=chance.one_of(leaning.countries),
        customer_day_max=chance.one_of((5, 5, 5, 2, 1)),
        line_hour_max=chance.one_of(leaning.line_hour_max),
        assigned_agents=(chance.one_of(agent_names),) if assigned else (),
        assigned_teams=(chance.one_of(TEAMS),) if assigned and chance.one_in(2) else (),
        whisper=chance.one_in(leaning.said),
        announcement=chance.one_in(leaning.said),
    )


def changed(chance: Chance, leaning: Leaning, was: Line, agent_names: list[str]) -> Line:
    """The same line with other settings; seldom all of it at once."""
    fresh = line(chance, leaning, was.name, was.flow, agent_names)
    kinds = (
        {"settings": fresh.settings},
        {"countries": fresh.countries},
        {"customer_day_max": fresh.customer_day_max, "line_hour_max": fresh.line_hour_max},
        {"priority": fresh.priority},
        {"assigned_agents": fresh.assigned_agents, "assigned_teams": fresh.assigned_teams},
    )
    return replace(was, **chance.one_of(kinds))  # type: ignore[arg-type]


def flow(chance: Chance, leaning: Leaning, agent_names: list[str]) -> list[Step]:
    """Up to five steps, each leading to the next, some to a later one too, and up to two ends."""
    count = 1 + chance.below(4)
    kinds = ["ring" if chance.one_in(2) else chance.one_of(KINDS) for _ in range(count)]
    if leaning.closing:
        kinds = ["audio", "hours", "ring"]
    elif chance.one_in(2):
        kinds = ["audio", *(["ring"] if leaning.staying else []), *kinds]
    ends = ["voicemail", "goodbye"] if chance.one_in(2) else ["goodbye", "voicemail"]
    if chance.one_in(8):
        kinds.append("redirect-to-line")
    names = [f"{kind}-{number}" for number, kind in enumerate(kinds)] + [ends[0]]
    made = []
    for number, kind in enumerate(kinds):
        later = [*names[number + 1 :], *ends[1:]]
        made.append(_step(chance, leaning, names[number], kind, later, agent_names))
    led_to = [to for step in made for to in (step.next, step.if_so, step.if_not, step.no_choice)]
    led_to += [to for step in made for to in step.choices.values()]
    silent = chance.one_in(2)
    last = {
        "voicemail": Step("voicemail", "voicemail"),
        "goodbye": Step("goodbye", "hang-up", has_prompt=not silent),
    }
    return [*made, *(last[end] for end in ends if end in led_to)]


def _step(
    chance: Chance,
    leaning: Leaning,
    name: str,
    kind: str,
    later: list[str],
    agent_names: list[str],
) -> Step:
    """A step that leads to the next one, and if it branches to some later one."""
    step = _ring(chance, leaning, name, agent_names) if kind == "ring" else Step(name, kind)
    if kind == "menu":
        return _menu(chance, step, later)
    if leaning.closing and kind == "hours":
        return _closes_soon(chance, step, later)
    if kind in ("hours", "dates"):
        return _by_the_clock(chance, step, later)
    if kind == "redirect-to-number":
        step = replace(step, ring_for=chance.one_of((5, 30)), country=chance.one_of(("FR", "DE")))
    if kind == "redirect-to-line":
        return replace(step, line=chance.one_of(LINES))
    return replace(step, next=later[0])


def _menu(chance: Chance, step: Step, later: list[str]) -> Step:
    """Its keys are 1 and 2; where no key leads is where no choice does."""
    other = chance.one_of(later)
    silent = chance.one_of((later[0], later[0], other, None))
    choices = {"1": later[0], "2": other}
    times, answer_within = 1 + chance.below(3), chance.one_of((1, 3, 5))
    return replace(
        step, choices=choices, no_choice=silent, times=times, answer_within=answer_within
    )


def _by_the_clock(chance: Chance, step: Step, later: list[str]) -> Step:
    """Opening hours and holidays that begin or end while the life lasts, if it lasts long."""
    other = chance.one_of(later)
    so, otherwise = (later[0], other) if chance.one_in(2) else (other, later[0])
    periods, ahead = hours(chance)
    step = replace(step, ahead=ahead, if_so=so, if_not=otherwise)
    if step.kind == "dates":
        return replace(step, days=chance.one_of(HOLIDAYS))
    return replace(step, periods=periods)


def _closes_soon(chance: Chance, step: Step, later: list[str]) -> Step:
    """Open on the way to the next step, for some minutes from the beginning of the life."""
    closes = 9 * 3600 + chance.one_of((60, 120, 300, 600))
    return replace(step, periods=((0, 0, closes),), if_so=later[0], if_not=later[-1])


def _ring(chance: Chance, leaning: Leaning, name: str, agent_names: list[str]) -> Step:
    alone = chance.one_in(5)
    step = Step(
        name,
        "ring",
        target=f"agent:{chance.one_of(agent_names)}" if alone else chance.one_of(TEAMS),
        ring_for=chance.one_of((20, 30, 60, 100, 300)),
        rule=chance.one_of(("simultaneous", "simultaneous", "longest-idle", "random")),
        ring_each_for=chance.one_of((10, 30, 80)),
        ring_even_if_busy=not chance.one_in(3),
    )
    if not chance.one_in(2 if leaning.told else 8):
        return step
    return replace(
        step,
        messages=chance.below(3),
        message_every=chance.one_of((5, 30, 60)),
        offer_above=chance.one_of((None, 0, 10, 60)),
        tell_wait_every=chance.one_of((None, 15, 60)),
    )

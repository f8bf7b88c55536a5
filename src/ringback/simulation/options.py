"""The options of `ringback simulate`, each with its bounds and its help."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from ringback.core.settings import (
    BUSY_WAIT_MAX,
    BUSY_WAIT_MIN,
    CUSTOMER_RING_MAX,
    CUSTOMER_RING_MIN,
    RETRIES_MAX,
    SETTLING_MAX,
)

LIST, ROSTER, LINE, AGENTS, CALLERS, OUTPUT = (
    "The call list",
    "Who is at work",
    "The line's settings",
    "How agents answer",
    "How callers behave",
    "Output",
)
MINUTE = 60
DAY_FORMATS = ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]


def _seconds(low: float, high: float) -> dict[str, float]:
    return {"min": low, "max": high}


File = Annotated[
    Path,
    typer.Argument(exists=True, dir_okay=False, help="A call list: CSV, gzipped or not."),
]
Column = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        rich_help_panel=LIST,
        help="Take a field (arrival, wait, service, patience, outcome, agent, line, customer, "
        "priority) from the column of this name. The bank's layout needs none.",
    ),
]
First = Annotated[
    datetime | None,
    typer.Option(
        "--from",
        metavar="DATE",
        formats=DAY_FORMATS,
        rich_help_panel=LIST,
        help="Replay from here on, and learn patience and after-call time only from before.",
    ),
]
Until = Annotated[
    datetime | None,
    typer.Option(
        "--until",
        metavar="DATE",
        formats=DAY_FORMATS,
        rich_help_panel=LIST,
        help="Replay what is before this.",
    ),
]
RosterFile = Annotated[
    Path | None,
    typer.Option(
        "--roster",
        exists=True,
        dir_okay=False,
        rich_help_panel=ROSTER,
        help="CSV with agent, begins, ends, and lines separated by spaces "
        "(default: inferred from who served when).",
    ),
]
TeamSize = Annotated[
    int | None,
    typer.Option(
        "--agents",
        min=1,
        max=10_000,
        rich_help_panel=ROSTER,
        help="A team of this size, always there.",
    ),
]
BreakAfter = Annotated[
    int,
    typer.Option(
        "--break-after",
        **_seconds(1, 3600),
        rich_help_panel=ROSTER,
        help="Of the inferred roster: being away longer than this after a call is a break (s).",
    ),
]
WrapUp = Annotated[
    int | None,
    typer.Option(
        "--wrap-up",
        **_seconds(0, 3600),
        rich_help_panel=ROSTER,
        help="Wrap-up after every call (s; default: as the list shows it).",
    ),
]
NoCallbacks = Annotated[
    bool,
    typer.Option("--no-callbacks", rich_help_panel=LINE, help="Do not allow callback requests."),
]
Retries = Annotated[
    int | None,
    typer.Option("--retries", min=0, max=RETRIES_MAX, rich_help_panel=LINE, help="Retries."),
]
RingFor = Annotated[
    int | None,
    typer.Option(
        "--ring-for",
        **_seconds(5, 3600),
        rich_help_panel=LINE,
        help="The ring step's time (s): a live caller's whole stay, a callback's ringing.",
    ),
]
RingRule = Annotated[
    Literal["simultaneous", "random", "longest-idle"] | None,
    typer.Option("--ring-rule", rich_help_panel=LINE, help="Whom the ring step rings."),
]
RingEvenIfBusy = Annotated[
    bool | None,
    typer.Option(
        "--ring-even-if-busy/--no-ring-even-if-busy",
        rich_help_panel=LINE,
        help="Whether live callers wait while all agents are busy.",
    ),
]
WhenBusy = Annotated[
    Literal["wait", "follow-step", "fail"] | None,
    typer.Option(
        "--when-busy",
        rich_help_panel=LINE,
        help="What a callback at the front does while everyone is busy.",
    ),
]
BusyWait = Annotated[
    int | None,
    typer.Option(
        "--busy-wait",
        min=int(BUSY_WAIT_MIN.total_seconds()) // MINUTE,
        max=int(BUSY_WAIT_MAX.total_seconds()) // MINUTE,
        rich_help_panel=LINE,
        help="How long it waits under --when-busy wait (min).",
    ),
]
RespectQueuingTime = Annotated[
    bool | None,
    typer.Option(
        "--respect-queuing-time/--no-respect-queuing-time",
        rich_help_panel=LINE,
        help="Wait for agents who are offline or on a break, too.",
    ),
]
Settling = Annotated[
    float | None,
    typer.Option(
        "--settling",
        **_seconds(0, SETTLING_MAX.total_seconds()),
        rich_help_panel=LINE,
        help="Before a new callback may be offered (s).",
    ),
]
CustomerRing = Annotated[
    int | None,
    typer.Option(
        "--customer-ring",
        **_seconds(CUSTOMER_RING_MIN.total_seconds(), CUSTOMER_RING_MAX.total_seconds()),
        rich_help_panel=LINE,
        help="How long a customer is rung (s).",
    ),
]
LineHourMax = Annotated[
    int,
    typer.Option(
        "--line-hour-max",
        min=0,
        max=100_000,
        rich_help_panel=LINE,
        help="Callbacks per line and hour.",
    ),
]
AnswerAfter = Annotated[
    float | None,
    typer.Option(
        "--answer-after",
        **_seconds(0, 60),
        rich_help_panel=AGENTS,
        help="How long an agent lets it ring (s; default: 2; 0 with after-call time as the list "
        "shows it, which holds the answering).",
    ),
]
DeclineShare = Annotated[
    float,
    typer.Option(
        "--decline-share",
        min=0,
        max=1,
        rich_help_panel=AGENTS,
        help="Of the callbacks' cards, how many are declined.",
    ),
]
MissShare = Annotated[
    float,
    typer.Option(
        "--miss-share",
        min=0,
        max=1,
        rich_help_panel=AGENTS,
        help="Of all that rings, how much is let ring out.",
    ),
]
PatienceMean = Annotated[
    float | None,
    typer.Option(
        "--patience-mean",
        min=1,
        rich_help_panel=CALLERS,
        help="Exponential patience of this mean (s; default: Kaplan-Meier from the list).",
    ),
]
PressShare = Annotated[
    float,
    typer.Option(
        "--press-share",
        min=0,
        max=1,
        rich_help_panel=CALLERS,
        help="Of the callers, how many press * if they wait for long enough.",
    ),
]
PressFrom = Annotated[
    float,
    typer.Option(
        "--press-from",
        **_seconds(0, 3600),
        rich_help_panel=CALLERS,
        help="They press after waiting this long (s) …",
    ),
]
PressMean = Annotated[
    float,
    typer.Option(
        "--press-mean",
        **_seconds(0, 3600),
        rich_help_panel=CALLERS,
        help="… and a hesitation of this mean, exponentially distributed (s).",
    ),
]
PickUpShare = Annotated[
    float,
    typer.Option(
        "--pick-up-share",
        min=0,
        max=1,
        rich_help_panel=CALLERS,
        help="Of those called back, how many pick up.",
    ),
]
PickUpAfter = Annotated[
    float,
    typer.Option(
        "--pick-up-after",
        **_seconds(0, 120),
        rich_help_panel=CALLERS,
        help="How long it rings before they do (s).",
    ),
]
WithheldShare = Annotated[
    float,
    typer.Option(
        "--withheld-share",
        min=0,
        max=1,
        rich_help_panel=CALLERS,
        help="Of the callers, how many withhold their number.",
    ),
]
Seed = Annotated[
    int, typer.Option("--seed", rich_help_panel=OUTPUT, help="The same seed, the same figures.")
]
Charts = Annotated[
    Path | None,
    typer.Option("--charts", file_okay=False, rich_help_panel=OUTPUT, help="Draw charts here."),
]
ChartFormat = Annotated[
    Literal["svg", "png"], typer.Option("--chart-format", rich_help_panel=OUTPUT, help="As what.")
]
AsJson = Annotated[
    bool, typer.Option("--json", rich_help_panel=OUTPUT, help="Print one JSON object.")
]

"""The options of `ringback what-if` that `ringback simulate` does not have."""

from typing import Annotated, Literal

import typer

from ringback.simulation.options import CALLERS, LINE, ROSTER

DAY = "The day"

Day = Annotated[str, typer.Argument(metavar="DAY", help="The first day to replay: 2026-03-02.")]
Days = Annotated[
    int, typer.Option("--days", min=1, max=31, rich_help_panel=DAY, help="So many days.")
]
TimeZone = Annotated[
    str,
    typer.Option(
        "--time-zone", rich_help_panel=DAY, help="Where the day begins, such as Europe/Paris."
    ),
]
Lines = Annotated[
    list[str] | None,
    typer.Option("--line", rich_help_panel=LINE, help="Only this line; may be repeated."),
]
Mode = Annotated[
    Literal["off", "manual", "automated"] | None,
    typer.Option("--callbacks", rich_help_panel=LINE, help="How callers are called back."),
]
MoreAgents = Annotated[
    int,
    typer.Option(
        "--more-agents",
        min=-1_000,
        max=1_000,
        rich_help_panel=ROSTER,
        help="So many more agents in each team, each with the hours of a colleague; or fewer.",
    ),
]
PressShare = Annotated[
    float,
    typer.Option(
        "--press-share",
        min=0,
        max=1,
        rich_help_panel=CALLERS,
        help="Of callers whose line had no callbacks that day, how many press * in the replay.",
    ),
]

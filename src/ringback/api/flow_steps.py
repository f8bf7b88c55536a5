"""The steps of call flows as the API takes and gives them, told apart by their kind.

What a step may hold is loose here, for a draft may be unfinished: what keeps a flow from being
published is told by the core, with the step at fault.
"""

from datetime import timedelta
from typing import Annotated, Any, Literal

from pydantic import Field, JsonValue

from ringback.core import flow as routing

from .calendar_settings import OpeningPeriod, SpecialDates
from .configuration import Configuration, PromptReference, Reference
from .exact import Flag, Quantity, Whole

NextStep = Annotated[str, Field(max_length=100, pattern=r"^[\w./-]*$", examples=["ring"])]
"""The step that follows; empty while the branch is not drawn yet."""
Target = Annotated[str, Field(max_length=100, pattern=r"^[\w./-]*$", examples=["support"])]
Message = Annotated[str, Field(max_length=200, pattern=r"^([\w-]+(/[\w-]+)*)?$")]
"""A message's reference; empty while none is chosen."""
Seconds = Annotated[Quantity, Field(ge=0, le=86_400)]


def _to_publish(least: timedelta, most: timedelta) -> dict[str, JsonValue]:
    """Tell the bounds that hold once it is published: a draft may be anything yet."""
    return {
        "x-published-minimum": least.total_seconds(),
        "x-published-maximum": most.total_seconds(),
    }


def _within(least: timedelta, most: timedelta) -> dict[str, Any]:
    """Tell those bounds to people as well."""
    seconds = (f"{bound.total_seconds():g}" for bound in (least, most))
    return {
        "description": f"{' to '.join(seconds)}.",
        "json_schema_extra": _to_publish(least, most),
    }


class TeamTarget(Configuration):
    team_id: Target


class AgentTarget(Configuration):
    agent_id: Target


class WaitingExperience(Configuration):
    music: PromptReference = "waiting"
    offer_above_seconds: Seconds | None = Field(
        default=None,
        description="Play the messages only above this estimated wait, or while none is known.",
        json_schema_extra=_to_publish(routing.OFFER_ABOVE_MIN, routing.OFFER_ABOVE_MAX),
    )
    tell_wait: Flag = Field(default=False, description="Tell the estimated wait (R45).")
    tell_wait_every_seconds: Seconds = Field(
        default=60,
        json_schema_extra=_to_publish(routing.TELL_WAIT_EVERY_MIN, routing.TELL_WAIT_EVERY_MAX),
    )
    messages: list[Message] = Field(default=[], max_length=20)
    message_every_seconds: Seconds = Field(
        default=30, **_within(routing.MESSAGE_EVERY_MIN, routing.MESSAGE_EVERY_MAX)
    )


class AudioStep(Configuration):
    kind: Literal["audio"]
    id: Reference
    prompt: Message
    next: NextStep


class Ringing(Configuration):
    """How a ring step rings (R20)."""

    ring_for_seconds: Seconds = Field(
        default=60, **_within(routing.RING_FOR_MIN, routing.RING_FOR_MAX)
    )
    rule: routing.RingRule = routing.RingRule.SIMULTANEOUS
    ring_each_for_seconds: Seconds = Field(
        default=30, **_within(routing.RING_FOR_MIN, routing.RING_FOR_MAX)
    )
    ring_even_if_busy: Flag = True


class RingStep(Ringing):
    kind: Literal["ring"]
    id: Reference
    target: TeamTarget | AgentTarget
    next: NextStep
    waiting: WaitingExperience = WaitingExperience()


class MenuChoice(Configuration):
    digit: str = Field(max_length=1, description="0 to 9 or #.", examples=["1"])
    next: NextStep


class MenuStep(Configuration):
    """Asks for a key; `*` is none of its keys (R5)."""

    kind: Literal["menu"]
    id: Reference
    prompt: Message
    choices: list[MenuChoice] = Field(max_length=100)
    no_choice: NextStep | None = Field(
        default=None, description="Where callbacks go, and callers who choose nothing (R17)."
    )
    answer_within_seconds: Seconds = Field(
        default=5, **_within(routing.MENU_ANSWER_MIN, routing.MENU_ANSWER_MAX)
    )
    times: Whole = Field(
        default=2,
        ge=0,
        le=100,
        description="How often it is asked, 1 to 5.",
        json_schema_extra={"x-published-minimum": 1, "x-published-maximum": routing.MENU_TIMES_MAX},
    )


class HoursStep(Configuration):
    """Branches by opening hours at that moment (R17)."""

    kind: Literal["hours"]
    id: Reference
    time_zone: str = Field(max_length=100, examples=["Europe/Paris"])
    periods: list[OpeningPeriod] = Field(max_length=100)
    open: NextStep
    closed: NextStep


class DatesStep(Configuration):
    """Branches on special dates at that moment (R17)."""

    kind: Literal["dates"]
    id: Reference
    time_zone: str = Field(max_length=100, examples=["Europe/Paris"])
    dates: list[SpecialDates] = Field(max_length=366)
    special: NextStep
    ordinary: NextStep


class RedirectToLine(Configuration):
    """Hands the caller over to another line; callbacks end there (R17)."""

    kind: Literal["redirect-to-line"]
    id: Reference
    line_id: Target


class RedirectToNumber(Configuration):
    """Calls a number outside and joins the caller when it answers (R17)."""

    kind: Literal["redirect-to-number"]
    id: Reference
    number: str = Field(max_length=32, description="In E.164.", examples=["+33199001234"])
    next: NextStep = Field(description="Where the caller goes if it does not answer.")
    ring_for_seconds: Seconds = Field(
        default=30, **_within(routing.REDIRECT_RING_MIN, routing.REDIRECT_RING_MAX)
    )


class VoicemailStep(Configuration):
    kind: Literal["voicemail"]
    id: Reference
    prompt: Message
    record_for_max_seconds: Seconds = Field(
        default=180, **_within(routing.RECORDING_MIN, routing.RECORDING_MAX)
    )


class HangUpStep(Configuration):
    kind: Literal["hang-up"]
    id: Reference
    prompt: Message | None = None


Step = Annotated[
    AudioStep
    | RingStep
    | MenuStep
    | HoursStep
    | DatesStep
    | RedirectToLine
    | RedirectToNumber
    | VoicemailStep
    | HangUpStep,
    Field(discriminator="kind"),
]

"""Checks a flow before it is published: every problem with its step."""

from collections.abc import Collection, Iterator
from datetime import timedelta

from .calendars import WeeklyHours, hours_problems, is_known_zone
from .flow import (
    MENU_ANSWER_MAX,
    MENU_ANSWER_MIN,
    MENU_DIGITS,
    MENU_TIMES_MAX,
    MESSAGE_EVERY_MAX,
    MESSAGE_EVERY_MIN,
    OFFER_ABOVE_MAX,
    OFFER_ABOVE_MIN,
    RECORDING_MAX,
    RECORDING_MIN,
    REDIRECT_RING_MAX,
    REDIRECT_RING_MIN,
    RING_FOR_MAX,
    RING_FOR_MIN,
    STEPS_MAX,
    TELL_WAIT_EVERY_MAX,
    TELL_WAIT_EVERY_MIN,
    AudioStep,
    DatesStep,
    Flow,
    FlowProblem,
    HangUpStep,
    HoursStep,
    MenuStep,
    RedirectToLine,
    RedirectToNumber,
    RingStep,
    Step,
    VoicemailStep,
    branches,
)
from .ids import StepId
from .settings import NumberKind

NOWHERE = StepId("")
"""Where a branch leads that is not drawn yet."""


def problems(flow: Flow, missing_prompts: Collection[str] = ()) -> list[FlowProblem]:
    """List everything in a flow itself that keeps it from being published, each with its step.

    `missing_prompts` are those of its messages which cannot be played: only the edge knows them.
    """
    steps = {step.id: step for step in flow.steps}
    found = [*_malformed(flow, steps)]
    for step in flow.steps:
        found += _settings_of(step)
        found += _messages_of(step, missing_prompts)
    return [*found, *_ways(flow, steps)]


def prompts_of(step: Step) -> tuple[str, ...]:
    """Name the messages that a step may play."""
    match step:
        case AudioStep() | MenuStep() | VoicemailStep():
            return (step.prompt,)
        case RingStep():
            return step.waiting.messages
        case HangUpStep():
            return () if step.prompt is None else (step.prompt,)
        case HoursStep() | DatesStep() | RedirectToLine() | RedirectToNumber():
            return ()


# ---- the ways from step to step ----------------------------------------------------------


def _malformed(flow: Flow, steps: dict[StepId, Step]) -> Iterator[FlowProblem]:
    if len(flow.steps) > STEPS_MAX:
        yield FlowProblem("too-many-steps", None, str(len(flow.steps)))
    if len(steps) != len(flow.steps):
        yield FlowProblem("repeated-step", None, "two steps bear the same id")


def _ways(flow: Flow, steps: dict[StepId, Step]) -> Iterator[FlowProblem]:
    if flow.first not in steps:
        yield FlowProblem("unknown-step", None, flow.first)
        return
    reached: dict[StepId, None] = {}
    yield from _walked(steps, flow.first, reached)
    for step_id in steps:
        if step_id not in reached:
            yield FlowProblem("unreachable-step", step_id, step_id)


def _walked(
    steps: dict[StepId, Step], first: StepId, reached: dict[StepId, None]
) -> Iterator[FlowProblem]:
    """Walk every branch once; a step that leads to one it was reached through is a loop."""
    reached[first] = None
    above = {first: iter(branches(steps[first]))}
    while above:
        step_id = next(reversed(above))
        next_id = next(above[step_id], None)
        if next_id is None:
            del above[step_id]
        elif next_id == NOWHERE:
            yield FlowProblem("no-end", step_id, "a branch leads nowhere")
        elif next_id not in steps:
            yield FlowProblem("unknown-step", step_id, next_id)
        elif next_id in above:
            yield FlowProblem("loop", step_id, next_id)
        elif next_id not in reached:
            reached[next_id] = None
            above[next_id] = iter(branches(steps[next_id]))


# ---- the settings of one step ------------------------------------------------------------


def _settings_of(step: Step) -> Iterator[FlowProblem]:
    match step:
        case RingStep():
            yield from _timings_of(step)
        case MenuStep():
            yield from _menu(step)
        case HoursStep(hours=hours):
            yield from _hours(step.id, hours)
        case DatesStep():
            yield from _zone(step.id, step.time_zone)
            for dates in step.dates:
                if dates.last < dates.first:
                    yield FlowProblem("dates-reversed", step.id, dates.name)
        case VoicemailStep():
            if not RECORDING_MIN <= step.record_for_max <= RECORDING_MAX:
                yield _out_of("recording-time-out-of-range", step.id, RECORDING_MIN, RECORDING_MAX)
        case RedirectToNumber():
            yield from _number(step)
        case AudioStep() | HangUpStep() | RedirectToLine():
            pass


def _timings_of(step: RingStep) -> Iterator[FlowProblem]:
    if not RING_FOR_MIN <= step.ring_for <= RING_FOR_MAX:
        yield FlowProblem("ring-time-out-of-range", step.id, "ring_for: 5 to 3600 seconds")
    if not RING_FOR_MIN <= step.ring_each_for <= RING_FOR_MAX:
        yield FlowProblem("ring-time-out-of-range", step.id, "ring_each_for: 5 to 3600 seconds")
    waiting = step.waiting
    if not TELL_WAIT_EVERY_MIN <= waiting.tell_wait_every <= TELL_WAIT_EVERY_MAX:
        yield _out_of(
            "estimate-interval-out-of-range", step.id, TELL_WAIT_EVERY_MIN, TELL_WAIT_EVERY_MAX
        )
    if not OFFER_ABOVE_MIN <= (waiting.offer_above or OFFER_ABOVE_MIN) <= OFFER_ABOVE_MAX:
        yield _out_of("offer-threshold-out-of-range", step.id, OFFER_ABOVE_MIN, OFFER_ABOVE_MAX)
    if not step.waiting.messages:
        return
    if step.waiting.message_every < MESSAGE_EVERY_MIN:
        yield FlowProblem("message-interval-too-short", step.id, "at least 5 seconds")
    if step.waiting.message_every > MESSAGE_EVERY_MAX:
        yield FlowProblem("message-interval-too-long", step.id, "at most 3600 seconds")


def _menu(step: MenuStep) -> Iterator[FlowProblem]:
    digits = [choice.digit for choice in step.choices]
    if len(set(digits)) != len(digits) or not all(_is_key(digit) for digit in digits):
        yield FlowProblem("menu-key-not-usable", step.id, "each of 0 to 9 and # once, never *")
    if not digits and step.no_choice is None:
        yield FlowProblem("no-end", step.id, "a menu leads somewhere")
    if not 1 <= step.times <= MENU_TIMES_MAX:
        yield FlowProblem("menu-repeats-out-of-range", step.id, f"1 to {MENU_TIMES_MAX}")
    if not MENU_ANSWER_MIN <= step.answer_within <= MENU_ANSWER_MAX:
        yield _out_of("menu-wait-out-of-range", step.id, MENU_ANSWER_MIN, MENU_ANSWER_MAX)


def _is_key(digit: str) -> bool:
    return len(digit) == 1 and digit in MENU_DIGITS


def _number(step: RedirectToNumber) -> Iterator[FlowProblem]:
    if step.destination.kind is not NumberKind.ORDINARY:
        yield FlowProblem("number-not-dialable", step.id, step.destination.kind.value)
    if not REDIRECT_RING_MIN <= step.ring_for <= REDIRECT_RING_MAX:
        yield _out_of("redirect-time-out-of-range", step.id, REDIRECT_RING_MIN, REDIRECT_RING_MAX)


def _zone(step_id: StepId, time_zone: str) -> Iterator[FlowProblem]:
    if not is_known_zone(time_zone):
        yield FlowProblem("unknown-time-zone", step_id, time_zone)


def _hours(step_id: StepId, hours: WeeklyHours) -> Iterator[FlowProblem]:
    for code, about in hours_problems(hours):
        yield FlowProblem(code, step_id, about)


def _messages_of(step: Step, missing: Collection[str]) -> Iterator[FlowProblem]:
    for prompt in dict.fromkeys(prompts_of(step)):
        if not prompt:
            yield FlowProblem("no-message", step.id, "a message is not chosen yet")
        elif prompt in missing:
            yield FlowProblem("unknown-message", step.id, prompt)


def _out_of(code: str, step_id: StepId, minimum: timedelta, maximum: timedelta) -> FlowProblem:
    bounds = f"{minimum.total_seconds():.0f} to {maximum.total_seconds():.0f} seconds"
    return FlowProblem(code, step_id, bounds)

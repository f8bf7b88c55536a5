"""Live inbound calls: through the flow, in a queue, with an agent, to their end."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from . import (
    agent,
    calling_in,
    consulting,
    conversation,
    estimate,
    holding,
    introduction,
    lending,
    menu,
    redirect,
    talking,
)
from .effects import AnswerCall, Effect, HangUp, Join, PlayPrompt, RecordVoicemail, StartMusic
from .events import (
    AudioStarted,
    BranchTaken,
    CallBegan,
    CallConnected,
    CallRestored,
    EndReached,
    Event,
    Fact,
    FarewellSaid,
    GiveUpCause,
    NoticeStarted,
    PromptEnded,
    RecordingStarted,
    RingOutCause,
    StepGivenUp,
    VoicemailLeft,
)
from .flow import DEFAULT_MUSIC, AudioStep, MenuStep, VoicemailStep
from .flow_runner import REQUEST_GRACE, enter, find_step, run_call
from .ids import LegId
from .inputs import CallArrived, PromptFinished, VoicemailRecorded
from .states import (
    AtEnd,
    BeingConnected,
    Call,
    Confirming,
    InAudio,
    InMenu,
    Leaving,
    Moving,
    Redirecting,
    Talking,
    TalkingOutside,
    Waiting,
    sooner,
)
from .world import World

PROMPT_MAX = timedelta(minutes=5)
"""A message whose end is not reported by then counts as ended."""
LEAVING_MAX = timedelta(seconds=10)
"""A leg whose end is not reported by then counts as gone."""
RECORDING_SLACK = timedelta(seconds=30)


# ---- decide ------------------------------------------------------------------------------


def decide_arrived(world: World, report: CallArrived, at: datetime) -> Iterator[Event]:
    line = world.lines.get(report.line_id)
    if line is None or report.call_id in world.calls or report.call_id in world.past_calls:
        return
    yield CallBegan(
        report.call_id,
        line.id,
        report.customer_id,
        report.destination,
        line.flow_id,
        world.flows[line.flow_id].current,
    )
    yield from calling_in.recognise(world, world.calls[report.call_id])
    yield from holding.hold_waiting(world, report.customer_id)
    yield from run_call(world, world.calls[report.call_id], at)


def decide_prompt_finished(world: World, report: PromptFinished, at: datetime) -> Iterator[Event]:
    call = world.call_on(report.leg_id)
    if call is None:
        yield from introduction.decide_finished(world, report)
    elif call.playback_id == report.playback_id:
        yield from _prompt_ended(world, call, at)


def _prompt_ended(world: World, call: Call, at: datetime) -> Iterator[Event]:
    assert call.playback_id is not None
    if isinstance(call.state, BeingConnected) and call.state.announced:
        yield from introduction.announced_to_caller(world, call, call.state)
        return
    yield PromptEnded(call.id, call.playback_id)
    match call.state:
        case AtEnd(step_id=step_id, hears_notice=True):
            yield from enter(world, call, find_step(call.flow, step_id), at)
        case Moving():
            yield from run_call(world, call, at)
        case AtEnd(step_id=step_id):
            if call.is_inbound and isinstance(find_step(call.flow, step_id), VoicemailStep):
                yield RecordingStarted(call.id)
            else:
                yield FarewellSaid(call.id)
        case Confirming():
            yield FarewellSaid(call.id)
        case _:
            pass


def decide_voicemail(world: World, report: VoicemailRecorded, at: datetime) -> Iterator[Event]:
    call = world.calls.get(report.call_id)
    if call is not None and isinstance(call.state, AtEnd) and call.state.recording:
        yield VoicemailLeft(call.id, report.seconds)
        yield FarewellSaid(call.id)


def give_up_step(world: World, call: Call, cause: GiveUpCause, at: datetime) -> Iterator[Event]:
    """Leave a ring step unserved and go on through the flow (R20)."""
    assert call.stay is not None
    if call.stay.offers:
        agents = tuple(call.stay.offers)
        yield from agent.ring_out(world, call.id, agents, RingOutCause.STEP_TIME_OVER)
    yield StepGivenUp(call.id, cause)
    yield from lending.give_back(world, call)
    yield from consulting.go_on(world, call, at)


def fire(world: World, call: Call, at: datetime) -> Iterator[Event]:
    """Settle a call's own deadlines; those of its stay are settled by `deadlines`."""
    if call.playback_since is not None and at >= call.playback_since + _prompt_max(call):
        yield from _prompt_ended(world, call, at)
        return
    match call.state:
        case BeingConnected():
            yield from introduction.fire(world, call, at)
        case Waiting() as waiting:
            yield from estimate.fire(world, call, waiting, at)
        case InMenu():
            yield from menu.fire(world, call, at)
        case Redirecting():
            yield from redirect.fire(world, call, at)
        case AtEnd() as end if at >= _end_deadline(call, end):
            yield FarewellSaid(call.id)
        case Leaving(since=since) if at >= since + LEAVING_MAX:
            yield from conversation.end_call(world, call, conversation.ending_by_caller(call), at)
        case _:
            pass


# ---- evolve ------------------------------------------------------------------------------


def _began(world: World, fact: Fact, event: CallBegan) -> None:
    flow = world.flows[event.flow_id].versions[event.flow_version]
    call = Call(
        id=event.call_id,
        leg_id=LegId(event.call_id),
        line=world.lines[event.line_id],
        customer_id=event.customer_id,
        destination=event.destination,
        flow=flow,
        flow_version=event.flow_version,
        began_at=fact.at,
        state=Moving(flow.first),
    )
    world.calls[call.id] = call
    world.bind_call(call.customer_id, call.id)
    world.touch(call)


def _audio_started(world: World, fact: Fact, event: AudioStarted) -> None:
    call = world.calls[event.call_id]
    call.state = InAudio(event.step_id, fact.at)
    world.hear(call, event.playback_id, event.prompt)


def _notice_started(world: World, fact: Fact, event: NoticeStarted) -> None:
    call = world.calls[event.call_id]
    world.hear(call, event.playback_id, event.prompt)
    match call.state:
        case Waiting() as waiting:
            waiting.next_message += 1
            waiting.next_message_at = None
        case AtEnd() as end:
            end.hears_notice = True
        case _:
            pass


def _prompt_over(world: World, fact: Fact, event: PromptEnded) -> None:
    call = world.calls[event.call_id]
    world.hear(call, None, None)
    match call.state:
        case InAudio(step_id=step_id):
            step = find_step(call.flow, step_id)
            assert isinstance(step, AudioStep)
            call.state = Moving(step.next)
            call.audio_step_id, call.audio_ended_at = step_id, fact.at
        case InMenu(step_id=step_id) as menu_state:
            step = find_step(call.flow, step_id)
            assert isinstance(step, MenuStep)
            menu_state.answer_until = fact.at + step.answer_within
        case Waiting() as waiting:
            assert call.stay is not None
            experience = call.stay.step.waiting
            if experience.messages and waiting.next_message_at is None:
                waiting.next_message_at = fact.at + experience.message_every
        case _:
            pass


def _branch_taken(world: World, fact: Fact, event: BranchTaken) -> None:
    call = world.calls[event.call_id]
    call.state = Moving(event.next_step_id)


def _end_reached(world: World, fact: Fact, event: EndReached) -> None:
    call = world.calls[event.call_id]
    silent_until = None
    if event.playback_id is None and call.audio_ended_at is not None:
        silent_until = call.audio_ended_at + REQUEST_GRACE
    call.state = AtEnd(event.step_id, fact.at, silent_until=silent_until)
    world.hear(call, event.playback_id, event.prompt)


def _recording(world: World, fact: Fact, event: RecordingStarted) -> None:
    call = world.calls[event.call_id]
    assert isinstance(call.state, AtEnd)
    call.state.recording = True
    call.state.since = fact.at
    world.touch(call)


def _voicemail_left(world: World, fact: Fact, event: VoicemailLeft) -> None:
    world.calls[event.call_id].voicemail_left = True


def _nothing(world: World, fact: Fact, event: Event) -> None:
    """Some events change nothing that is decided upon; they are told in the records."""


def _farewell(world: World, fact: Fact, event: FarewellSaid) -> None:
    call = world.calls[event.call_id]
    call.state = Leaving(fact.at)
    world.hear(call, None, None)


def _connected(world: World, fact: Fact, event: CallConnected) -> None:
    call = world.calls[event.call_id]
    estimate.note_answer(world, call, fact.at)
    assert call.stay is not None
    music = call.stay.step.waiting.music
    published = world.flows[call.flow.id].versions[call.flow_version]
    if call.answered_at_step is None and call.stay.step in published.steps:
        call.answered_at_step = call.stay.step.id
    call.state = Talking(event.agent_id, event.agent_leg_id, fact.at, music)
    call.stay = None
    world.hear(call, None, None)
    conversation.engage(world, event.agent_id, call.id)


# ---- react -------------------------------------------------------------------------------


def _answer(world: World, event: CallBegan) -> Iterator[Effect]:
    yield AnswerCall(event.call_id)


def _play(world: World, event: AudioStarted | NoticeStarted) -> Iterator[Effect]:
    yield PlayPrompt(world.calls[event.call_id].leg_id, event.playback_id, event.prompt)


def _play_end(world: World, event: EndReached) -> Iterator[Effect]:
    if event.playback_id is not None and event.prompt is not None:
        yield PlayPrompt(world.calls[event.call_id].leg_id, event.playback_id, event.prompt)


def _record(world: World, event: RecordingStarted) -> Iterator[Effect]:
    call = world.calls[event.call_id]
    assert isinstance(call.state, AtEnd)
    step = find_step(call.flow, call.state.step_id)
    assert isinstance(step, VoicemailStep)
    yield RecordVoicemail(call.id, step.record_for_max)


def _hang_up(world: World, event: FarewellSaid) -> Iterator[Effect]:
    yield HangUp(world.calls[event.call_id].leg_id)


def _join(world: World, event: CallConnected) -> Iterator[Effect]:
    yield Join(event.call_id, event.agent_leg_id, world.calls[event.call_id].leg_id)


def _restore(world: World, event: CallRestored) -> Iterator[Effect]:
    """Say again what a live call should hear; what still plays is not disturbed."""
    call = world.calls[event.call_id]
    if call.is_inbound:
        yield AnswerCall(call.id)
    if call.consultation is not None:
        yield from consulting.hear_again(world, call, call.consultation)
        return
    match call.state:
        case Waiting() | BeingConnected():
            assert call.stay is not None
            yield StartMusic(call.leg_id, call.stay.step.waiting.music)
            yield from introduction.whisper_again(call)
        case Talking():
            yield from talking.hear_again(world, call.id)
        case Redirecting():
            yield StartMusic(call.leg_id, DEFAULT_MUSIC)
        case TalkingOutside(leg_id=leg_id):
            yield Join(call.id, leg_id, call.leg_id)
        case Leaving():
            yield HangUp(call.leg_id)
        case AtEnd(recording=True, step_id=step_id):
            step = find_step(call.flow, step_id)
            assert isinstance(step, VoicemailStep)
            yield RecordVoicemail(call.id, step.record_for_max)
        case _:
            pass
    if call.playback_id is not None and call.prompt is not None:
        yield PlayPrompt(call.leg_id, call.playback_id, call.prompt)


# ---- next deadline -----------------------------------------------------------------------


def next_deadline(call: Call) -> datetime | None:
    """Name the next instant at which the call itself must do something."""
    since = call.playback_since
    ended_at = None if since is None else since + _prompt_max(call)
    return sooner(ended_at, _state_deadline(call))


def _state_deadline(call: Call) -> datetime | None:
    match call.state:
        case Waiting() as waiting:
            return estimate.next_deadline(call, waiting)
        case BeingConnected():
            return introduction.next_deadline(call)
        case InMenu(answer_until=answer_until):
            return answer_until
        case Redirecting() as redirecting:
            return redirect.next_deadline(call, redirecting)
        case AtEnd() as end if call.playback_id is None:
            return _end_deadline(call, end)
        case Leaving(since=since):
            return since + LEAVING_MAX
        case _:
            return None


def _prompt_max(call: Call) -> timedelta:
    announced = isinstance(call.state, BeingConnected) and call.state.announced
    return introduction.SAID_MAX if announced else PROMPT_MAX


def _end_deadline(call: Call, end: AtEnd) -> datetime:
    if end.silent_until is not None:
        return end.silent_until
    step = find_step(call.flow, end.step_id)
    if end.recording and isinstance(step, VoicemailStep):
        return end.since + step.record_for_max + RECORDING_SLACK
    return end.since + PROMPT_MAX


DECIDE: dict[type[Any], Callable[[World, Any, datetime], Iterator[Event]]] = {
    CallArrived: decide_arrived,
    VoicemailRecorded: decide_voicemail,
}
EVOLVE: dict[type[Any], Callable[[World, Fact, Any], None]] = {
    CallBegan: _began,
    AudioStarted: _audio_started,
    NoticeStarted: _notice_started,
    BranchTaken: _branch_taken,
    PromptEnded: _prompt_over,
    EndReached: _end_reached,
    RecordingStarted: _recording,
    VoicemailLeft: _voicemail_left,
    FarewellSaid: _farewell,
    CallConnected: _connected,
    CallRestored: _nothing,
}
REACT: dict[type[Any], Callable[[World, Any], Iterator[Effect]]] = {
    CallBegan: _answer,
    AudioStarted: _play,
    NoticeStarted: _play,
    EndReached: _play_end,
    RecordingStarted: _record,
    FarewellSaid: _hang_up,
    CallConnected: _join,
    CallRestored: _restore,
}

"""The simulated phone system: keeps live legs and what is played, recorded and joined on them."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from ringback.core.ids import CallId, LegId, PlaybackId
from ringback.core.inputs import (
    AgentPhoneAnswered,
    CustomerAnswered,
    LegEnded,
    LegState,
    PromptFinished,
    VoicemailRecorded,
)
from ringback.ports import NumberBook, TelephonyReport

from .legs import Leg, LegKind, Playback, Recording
from .manners import Answers
from .phones import Phone
from .scheduler import Handler, Scheduler
from .sounds import message_duration

VOICEMAILS_MAX = 10_000


class PhoneSystem:
    """Performs what effects ask of legs, and reports what happens on them.

    An effect on a leg that is not there is no error: `LegEnded` answers those which wait for it.
    """

    def __init__(
        self, scheduler: Scheduler, book: NumberBook, report: Callable[[TelephonyReport], None]
    ) -> None:
        self.legs: dict[LegId, Leg] = {}
        self.voicemails: dict[CallId, timedelta] = {}
        """How long each recording is that was made and not forgotten, the oldest first."""
        self._scheduler = scheduler
        self._book = book
        self._report = report
        self._leg_of_phone: dict[Phone, Leg] = {}

    # ---- legs

    def add(self, leg: Leg) -> None:
        self.legs[leg.id] = leg

    def attach(self, leg: Leg) -> None:
        """Give the phone to this leg: from here on what happens on it is heard there."""
        self._leg_of_phone[leg.phone] = leg

    def leg_of_phone(self, phone: Phone) -> Leg | None:
        return self._leg_of_phone.get(phone)

    def go_up(self, leg: Leg) -> None:
        """Let a leg be answered, by its phone or, for an inbound one, by us."""
        for timer in leg.timers:
            timer.cancel()
        leg.timers.clear()
        leg.state = LegState.UP
        self._stop_ringing_tone(leg)
        leg.phone.connect()
        self._refresh(leg)
        if leg.kind is LegKind.AGENT:
            self._report(AgentPhoneAnswered(leg.id))
        elif leg.kind is LegKind.CUSTOMER:
            self._report(CustomerAnswered(leg.id))

    def end(self, leg: Leg, *reports: TelephonyReport) -> None:
        """End a leg and report what its end means; the other party is left in silence."""
        if self.legs.pop(leg.id, None) is None:
            return
        leg.cancel_timers()
        self._stop_ringing_tone(leg)
        self._part(leg)
        if self._leg_of_phone.get(leg.phone) is leg:
            del self._leg_of_phone[leg.phone]
            leg.phone.end()
        if leg.recording:
            self._report_recording(leg, leg.recording)
        for report in reports:
            self._report(report)

    def end_all(self) -> None:
        """Lose every leg without a word, as when the phone system dies."""
        for leg in tuple(self.legs.values()):
            leg.recording = None
            self.end(leg)

    # ---- what callers hear

    def answer(self, call_id: CallId) -> None:
        if (leg := self._living(LegId(call_id))) and leg.state is LegState.RINGING:
            self.go_up(leg)

    def play(self, leg_id: LegId, playback_id: PlaybackId, prompt: str) -> None:
        if leg := self._living(leg_id):
            finished = PromptFinished(leg_id, playback_id)
            self._enqueue(leg, Playback(playback_id, prompt, lambda: self._report(finished)))

    def turn_away(self, leg_id: LegId, prompt: str) -> None:
        if leg := self.legs.get(leg_id):
            ended = LegEnded(leg_id)
            playback = Playback(
                PlaybackId(f"turn-away-{leg_id}"), prompt, lambda: self.end(leg, ended)
            )
            self._enqueue(leg, playback)

    def stop_prompt(self, leg_id: LegId, playback_id: PlaybackId) -> None:
        leg = self.legs.get(leg_id)
        for playback in tuple(leg.playbacks) if leg else ():
            if leg and playback.id == playback_id:
                self._drop_playbacks(leg, (playback,))
                self._play_next(leg)

    def start_music(self, leg_id: LegId, music: str) -> None:
        """Let a leg hear music, and the one it was joined with nothing."""
        if leg := self._living(leg_id):
            self._part(leg)
            leg.music = music
            self._refresh(leg)

    def stop_music(self, leg_id: LegId) -> None:
        if leg := self.legs.get(leg_id):
            leg.music = None
            self._refresh(leg)

    def record(self, call_id: CallId, record_for_max: timedelta) -> None:
        leg = self._living(LegId(call_id))
        if leg and leg.recording is None:
            timer = self._scheduler.call_later(record_for_max, lambda: self._stop_recording(leg))
            leg.recording = Recording(self._scheduler.now(), timer)

    # ---- conversations

    def join(self, agent_leg_id: LegId, customer_leg_id: LegId) -> None:
        """Let two legs hear each other, wherever they were before."""
        agent, customer = self._living(agent_leg_id), self._living(customer_leg_id)
        if agent is None or customer is None or agent.partner is customer:
            return
        for leg, other in ((agent, customer), (customer, agent)):
            self._part(leg)
            leg.music = None
            self._drop_playbacks(leg, tuple(leg.playbacks))
            leg.partner = other
        for leg in (agent, customer):
            self._refresh(leg)
            self._hang_up_after_talking(leg)

    def mute(self, leg_id: LegId, *, is_muted: bool) -> None:
        """Decide whether what is said on a leg is heard where it is joined."""
        if leg := self._living(leg_id):
            leg.is_muted = is_muted
            if leg.partner:
                self._refresh(leg.partner)

    def let_hear_ringing(self, agent_leg: Leg, customer_leg: Leg) -> None:
        customer_leg.ringing_for = agent_leg
        agent_leg.hears_ringing += 1
        self._refresh(agent_leg)

    # ---- below

    def _part(self, leg: Leg) -> None:
        """Leave the other party of a leg in silence."""
        other, leg.partner = leg.partner, None
        if other:
            other.partner = None
            self._refresh(other)

    def _living(self, leg_id: LegId) -> Leg | None:
        leg = self.legs.get(leg_id)
        if leg is None:
            self._report(LegEnded(leg_id))
        return leg

    def _refresh(self, leg: Leg, *, was_whole: bool = False) -> None:
        if self._leg_of_phone.get(leg.phone) is leg:
            leg.phone.hear(leg.sound(), was_whole=was_whole)

    def _enqueue(self, leg: Leg, playback: Playback) -> None:
        if any(other.id == playback.id for other in leg.playbacks):
            return
        leg.playbacks.append(playback)
        self._play_next(leg)

    def _play_next(self, leg: Leg, *, was_whole: bool = False) -> None:
        self._refresh(leg, was_whole=was_whole)
        if leg.playbacks and leg.playbacks[0].timer is None:
            playing = leg.playbacks[0]
            duration = message_duration(self._book.prompt(playing.prompt))
            playing.timer = self._scheduler.call_later(
                duration, lambda: self._finish_playing(leg, playing)
            )

    def _finish_playing(self, leg: Leg, playback: Playback) -> None:
        leg.playbacks.remove(playback)
        self._play_next(leg, was_whole=True)
        playback.when_over()

    def _drop_playbacks(self, leg: Leg, playbacks: Iterable[Playback]) -> None:
        for playback in playbacks:
            leg.playbacks.remove(playback)
            if playback.timer:
                playback.timer.cancel()

    def _stop_recording(self, leg: Leg) -> None:
        recording, leg.recording = leg.recording, None
        if recording:
            self._report_recording(leg, recording)

    def _report_recording(self, leg: Leg, recording: Recording) -> None:
        lasted = self._scheduler.now() - recording.since
        self.voicemails[leg.call_id] = lasted
        if len(self.voicemails) > VOICEMAILS_MAX:
            del self.voicemails[next(iter(self.voicemails))]
        self._report(VoicemailRecorded(leg.call_id, lasted.total_seconds()))

    def _stop_ringing_tone(self, leg: Leg) -> None:
        hearer, leg.ringing_for = leg.ringing_for, None
        if hearer:
            hearer.hears_ringing -= 1
            self._refresh(hearer)

    def _hang_up_after_talking(self, leg: Leg) -> None:
        match leg.phone.manner:
            case Answers(talks_for=timedelta() as talks_for):
                leg.timers.append(self._scheduler.call_later(talks_for, self._hand_of(leg)))
            case _:
                pass

    def _hand_of(self, leg: Leg) -> Handler:
        def hang_up() -> None:
            if self._leg_of_phone.get(leg.phone) is leg:
                leg.phone.hang_up()

        return hang_up

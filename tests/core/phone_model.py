"""A plain model of phones: which legs there are, what plays on them, and what they report."""

from enum import Enum, auto

from ringback.core import effects as f
from ringback.core import inputs as i
from ringback.core.ids import AgentId, CallId, LegId, PlaybackId


class LegKind(Enum):
    """Whose phone it is."""

    INBOUND = auto()
    DESK = auto()
    BROWSER = auto()
    OUTSIDE = auto()
    CUSTOMER = auto()


class PhoneModel:
    """Legs come and go by effects and by what people do; reports wait to be delivered."""

    def __init__(self) -> None:
        self.legs: dict[LegId, LegKind] = {}
        self.up: dict[LegId, None] = {}
        self.playing: dict[LegId, PlaybackId] = {}
        self.recording: dict[CallId, None] = {}
        self.unregistered: dict[AgentId, None] = {}
        self.undelivered: list[i.Report] = []
        self.never_dialled: list[LegId] = []
        self.heard_by: dict[LegId, LegId] = {}
        """Of each leg in a conversation, the other one."""
        self.on_hold: dict[LegId, None] = {}
        self.muted: dict[LegId, None] = {}

    # ---- what the core orders ----------------------------------------------------------------

    def perform(self, effect: f.Effect) -> None:
        """Obey one effect; the reports it owes are undelivered."""
        match effect:
            case f.PlayPrompt(leg_id=leg_id, playback_id=playback_id):
                if leg_id in self.legs:
                    self.playing[leg_id] = playback_id
                else:
                    self.undelivered.append(i.PromptFinished(leg_id, playback_id))
            case f.StopPrompt(leg_id=leg_id, playback_id=playback_id):
                if self.playing.get(leg_id) == playback_id:
                    del self.playing[leg_id]
            case f.RingAgent(leg_id=leg_id):
                self.legs.setdefault(leg_id, LegKind.DESK)
            case f.ConnectAgent(leg_id=leg_id):
                self.legs.setdefault(leg_id, LegKind.BROWSER)
            case f.DialAgent(leg_id=leg_id):
                self.legs.setdefault(leg_id, LegKind.OUTSIDE)
            case f.DialCustomer(leg_id=leg_id) | f.DialOutside(leg_id=leg_id):
                self.legs.setdefault(leg_id, LegKind.CUSTOMER)
            case f.StopRinging(leg_id=leg_id):
                if leg_id not in self.up:
                    self.legs.pop(leg_id, None)
            case f.HangUp(leg_id=leg_id) | f.TurnAway(leg_id=leg_id):
                self.end(leg_id)
            case f.Join(agent_leg_id=agent_leg_id, customer_leg_id=customer_leg_id):
                self.playing.pop(agent_leg_id, None)
                self.playing.pop(customer_leg_id, None)
                self._join(agent_leg_id, customer_leg_id)
            case f.StartMusic(leg_id=leg_id):
                self._part(leg_id)
                self.on_hold[leg_id] = None
            case f.StopMusic(leg_id=leg_id):
                self.on_hold.pop(leg_id, None)
            case f.MuteLeg(leg_id=leg_id):
                self.muted[leg_id] = None
            case f.UnmuteLeg(leg_id=leg_id):
                self.muted.pop(leg_id, None)
            case f.RecordVoicemail(call_id=call_id):
                self.recording[call_id] = None
            case f.AnswerCall() | f.RejectCall():
                pass

    def _join(self, one: LegId, other: LegId) -> None:
        for leg_id in (one, other):
            self._part(leg_id)
            self.on_hold.pop(leg_id, None)
        if one in self.legs and other in self.legs:
            self.heard_by[one], self.heard_by[other] = other, one

    def _part(self, leg_id: LegId) -> None:
        other = self.heard_by.pop(leg_id, None)
        if other is not None:
            del self.heard_by[other]

    def lose(self, effect: f.Effect) -> None:
        """Never hear of an effect; a dial that was never heard of can be proved not to be."""
        if isinstance(effect, f.DialCustomer):
            self.never_dialled.append(effect.leg_id)

    # ---- what people do ----------------------------------------------------------------------

    def arrive(self, call_id: CallId) -> None:
        self.legs[LegId(call_id)] = LegKind.INBOUND
        self.up[LegId(call_id)] = None

    def end(self, leg_id: LegId) -> None:
        """End a leg, by whomever, and owe the report."""
        if self.legs.pop(leg_id, None) is not None:
            self.up.pop(leg_id, None)
            self.playing.pop(leg_id, None)
            self.recording.pop(CallId(leg_id), None)
            self._part(leg_id)
            self.on_hold.pop(leg_id, None)
            self.muted.pop(leg_id, None)
            self.undelivered.append(i.LegEnded(leg_id))

    def answer(self, leg_id: LegId) -> i.Report:
        self.up[leg_id] = None
        if self.legs[leg_id] is LegKind.CUSTOMER:
            return i.CustomerAnswered(leg_id)
        return i.AgentPhoneAnswered(leg_id)

    def fail(self, leg_id: LegId, report: i.Report) -> i.Report:
        """Let a leg that never came up end."""
        del self.legs[leg_id]
        return report

    # ---- questions -----------------------------------------------------------------------------

    def ringing(self, *kinds: LegKind) -> list[LegId]:
        """List legs that are not up yet."""
        return [leg for leg, kind in self.legs.items() if kind in kinds and leg not in self.up]

    def callers(self) -> list[CallId]:
        return [CallId(leg) for leg, kind in self.legs.items() if kind is LegKind.INBOUND]

    def listed(self) -> tuple[i.ListedLeg, ...]:
        return tuple(
            i.ListedLeg(leg, i.LegState.UP if leg in self.up else i.LegState.RINGING)
            for leg in self.legs
        )

"""The simulated phone world behind the Telephony port, with a connection that can be lost."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from ringback.core.effects import (
    AnswerCall,
    ConnectAgent,
    DialAgent,
    DialCustomer,
    DialOutside,
    Effect,
    HangUp,
    Join,
    MuteLeg,
    PlayPrompt,
    RecordVoicemail,
    RejectCall,
    RingAgent,
    StartMusic,
    StopMusic,
    StopPrompt,
    StopRinging,
    TurnAway,
    UnmuteLeg,
)
from ringback.core.ids import CallId, LegId
from ringback.core.inputs import (
    ListedLeg,
    PhoneSystemListed,
    PhoneSystemLost,
    VoicemailRecorded,
)
from ringback.ports import (
    PhoneSystemHealth,
    PhoneSystemState,
    TelephonyReport,
    VoicemailNotReached,
)

from .network import PhoneNetwork
from .sounds import voice_recorded

Receive = Callable[[TelephonyReport], None]

REPORT_DELAY = timedelta(milliseconds=1)
RESTART_LASTS = timedelta(milliseconds=500)
UNSENT_MAX = 10_000

_SENTENCE = {
    PhoneSystemState.READY: "The simulated phone network is in use; no real call is made.",
    PhoneSystemState.CONNECTING: "The simulated phone network is starting.",
    PhoneSystemState.UNREACHABLE: "The simulated phone network is cut off, as a test asked.",
}


class SimulatedTelephony:
    """One server's connection to a phone network; a new one plays the server's restart.

    While it is away, phones and legs live on, reports are lost and effects are dropped. Of dials
    dropped, and of those in doubt, it tells once back those whose agent's leg proves that they
    never arrived. `dials_in_doubt` names the customer's and the agent's leg of each.
    """

    def __init__(
        self,
        network: PhoneNetwork,
        dials_in_doubt: Callable[[], Sequence[tuple[LegId, LegId]]] = tuple,
    ) -> None:
        self._network = network
        self._dials_in_doubt = dials_in_doubt
        self._receive: Receive | None = None
        self._state = PhoneSystemState.CONNECTING
        self._link = 0
        self._unsent: dict[LegId, LegId] = {}
        """The customers' legs whose dial was dropped, and the agents' legs they belong to."""

    async def run(self, receive: Receive) -> None:
        self.start(receive)
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            self.stop()

    def start(self, receive: Receive) -> None:
        """Do what `run` does, for a caller without an event loop; `stop` ends it."""
        self._receive = receive
        self.reconnect()

    def stop(self) -> None:
        self._receive = None
        self._state = PhoneSystemState.CONNECTING
        self._cut()

    def health(self) -> PhoneSystemHealth:
        return PhoneSystemHealth(self._state, _SENTENCE[self._state])

    def lateness(self) -> timedelta:
        return timedelta(0)

    async def take_voicemail(self, call_id: CallId) -> bytes | None:
        self._expect_ready()
        lasted = self._network.system.voicemails.get(call_id)
        return None if lasted is None else voice_recorded(lasted)

    async def stored_voicemails(self) -> Mapping[CallId, datetime | None]:
        self._expect_ready()
        return dict.fromkeys(self._network.system.voicemails)

    async def forget_voicemail(self, call_id: CallId) -> None:
        self._expect_ready()
        self._network.system.voicemails.pop(call_id, None)

    def perform(self, effects: Sequence[Effect]) -> None:
        for effect in effects:
            if self._state is PhoneSystemState.READY:
                self._perform(effect)
            elif isinstance(effect, DialCustomer) and len(self._unsent) < UNSENT_MAX:
                self._unsent[effect.leg_id] = effect.agent_leg_id

    # ---- what may befall the connection

    def disconnect(self) -> None:
        """Lose the phone system, which lives on; reports under way are lost with it."""
        if self._state is PhoneSystemState.READY:
            self._state = PhoneSystemState.UNREACHABLE
            self._cut()
            self._deliver_later(PhoneSystemLost())

    def reconnect(self) -> None:
        """Find the phone system again: tell who holds the line, then all there is."""
        if self._state is PhoneSystemState.READY or self._receive is None:
            return
        self._link += 1
        self._later(self._tell_all_there_is)

    def restart_phone_system(self) -> None:
        """Let the phone system die with all calls; it is back, empty, a moment later."""
        self.disconnect()
        self._network.restart()
        self._network.scheduler.call_later(RESTART_LASTS, self.reconnect)

    # ---- below

    def _expect_ready(self) -> None:
        if self._state is not PhoneSystemState.READY:
            raise VoicemailNotReached(_SENTENCE[self._state])

    def _cut(self) -> None:
        self._link += 1
        if self._network.outlet == self._deliver_later:
            self._network.outlet = None

    def _deliver_later(self, report: TelephonyReport) -> None:
        """Hand a report over after the way it takes, unless the connection is lost meanwhile."""
        self._later(lambda receive: receive(report))

    def _later(self, tell: Callable[[Receive], None]) -> None:
        link = self._link

        def deliver() -> None:
            if link == self._link and self._receive:
                tell(self._receive)

        self._network.scheduler.call_later(REPORT_DELAY, deliver)

    def _tell_all_there_is(self, receive: Receive) -> None:
        listed = self._listed()
        self._unsent.clear()
        self._network.outlet = self._deliver_later
        self._state = PhoneSystemState.READY
        for leg in tuple(self._network.system.legs.values()):
            if leg.arrival:
                receive(leg.arrival)
        for call_id, lasted in self._network.system.voicemails.items():
            if LegId(call_id) not in self._network.system.legs:
                receive(VoicemailRecorded(call_id, lasted.total_seconds()))
        receive(listed)

    def _listed(self) -> PhoneSystemListed:
        legs = self._network.system.legs
        in_doubt = {**dict(self._dials_in_doubt()), **self._unsent}
        return PhoneSystemListed(
            legs=tuple(ListedLeg(leg.id, leg.state) for leg in legs.values()),
            never_sent=tuple(
                leg_id
                for leg_id, agent_leg_id in in_doubt.items()
                if self._is_never_sent(leg_id, agent_leg_id)
            ),
            lost_agents=self._network.unplugged_desk_agents(),
        )

    def _is_never_sent(self, leg_id: LegId, agent_leg_id: LegId) -> bool:
        """Say whether the agent's leg, still there, proves that the dial never arrived (R33)."""
        agent_leg = self._network.system.legs.get(agent_leg_id)
        return agent_leg is not None and leg_id not in agent_leg.dialled

    def _perform(self, effect: Effect) -> None:
        network, system = self._network, self._network.system
        match effect:
            case AnswerCall(call_id):
                system.answer(call_id)
            case PlayPrompt(leg_id, playback_id, prompt):
                system.play(leg_id, playback_id, prompt)
            case StopPrompt(leg_id, playback_id):
                system.stop_prompt(leg_id, playback_id)
            case StartMusic(leg_id, music):
                system.start_music(leg_id, music)
            case StopMusic(leg_id):
                system.stop_music(leg_id)
            case RecordVoicemail(call_id, record_for_max):
                system.record(call_id, record_for_max)
            case RejectCall(call_id):
                network.reject(call_id)
            case RingAgent() | ConnectAgent():
                network.call_agent(effect)
            case DialAgent():
                network.dial_agent(effect)
            case DialCustomer():
                network.dial_customer(effect)
            case DialOutside():
                network.dial_outside(effect)
            case StopRinging(leg_id):
                network.stop_ringing(leg_id)
            case TurnAway(leg_id, prompt):
                system.turn_away(leg_id, prompt)
            case Join(_, agent_leg_id, customer_leg_id):
                system.join(agent_leg_id, customer_leg_id)
            case MuteLeg(leg_id):
                system.mute(leg_id, is_muted=True)
            case UnmuteLeg(leg_id):
                system.mute(leg_id, is_muted=False)
            case HangUp(leg_id):
                network.hang_up(leg_id)

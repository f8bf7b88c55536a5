"""The core and the reference model side by side: the same inputs, and the first difference."""

from collections.abc import Sequence

from ringback.core import inputs as given
from ringback.core.ids import AgentId, CallId, CustomerId, LineId, OfferId, StepId, TeamId
from ringback.core.inputs import LegState, ListedLeg
from ringback.core.settings import (
    AccountSettings,
    AgentStatus,
    Destination,
    NumberKind,
    Plan,
    Team,
)
from ringback.core.states import agent_leg

from .both_talk import Conversations
from .core_words import core_flow, core_line, core_profile
from .in_short import in_short
from .rules import (
    agents,
    alerting,
    asking_elsewhere,
    by_hand,
    callers,
    configuring,
    customers,
    erasing,
    outside,
    recovery,
    supervisors,
)
from .rules.parts import (
    Agent,
    Line,
    Offer,
    Periods,
    Step,
)
from .rules.recovery import Listed
from .side_by_side import Different


class BothSides(Conversations):
    """Every method gives one input to both sides, then compares all that can be seen."""

    # ---- configuration -------------------------------------------------------------------

    def open(self, callbacks_max: int) -> None:
        self.told.append(f"{self.now:>8g}  at most {callbacks_max} callbacks are open")
        self.core.open(callbacks_max)
        self.model.world.callbacks_max = callbacks_max

    def let_time_pass(self) -> None:
        self._give("time passes", given.TimePassed(), configuring.time_passes)

    def configure_agent(self, agent: Agent) -> None:
        told = given.ConfigureAgent(core_profile(agent, agent.hours, agent.ahead))
        self._give(in_short(agent), told, configuring.configure_agent, agent)

    def set_hours(self, agent: Agent, hours: Periods | None, ahead: float) -> None:
        told = given.ConfigureAgent(core_profile(agent, hours, ahead))
        story = f"{agent.name} works {hours}, {ahead} s ahead"
        self._give(story, told, configuring.set_hours, agent.name, hours, ahead)

    def configure_account(
        self, silent_at_most: int, failures_at_most: int, plan: str, *, enrolled: bool
    ) -> None:
        wanted = AccountSettings(silent_at_most, failures_at_most, Plan(plan), enrolled)
        story = f"{silent_at_most} ring out, {failures_at_most} fail in a row; {plan}, {enrolled=}"
        door = configuring.configure_account
        told = given.ConfigureAccount(wanted)
        self._give(story, told, door, silent_at_most, failures_at_most, plan, enrolled)

    def configure_team(self, name: str, members: Sequence[str]) -> None:
        team = Team(TeamId(name), name, tuple(map(AgentId, members)))
        story = f"team {name}: {', '.join(members) or 'nobody'}"
        self._give(story, given.ConfigureTeam(team), configuring.configure_team, name, members)

    def configure_line(self, line: Line) -> None:
        told = given.ConfigureLine(core_line(line))
        self._give(in_short(line), told, configuring.configure_line, line)

    def publish(self, name: str, steps: Sequence[Step]) -> None:
        story = f"flow {name}:" + "".join(f"\n{'':>12}{in_short(each)}" for each in steps)
        self._give(
            story, given.PublishFlow(core_flow(name, steps)), configuring.publish, name, steps
        )

    # ---- agents --------------------------------------------------------------------------

    def set_status(self, agent: str, status: str) -> None:
        told = given.SetAgentStatus(AgentId(agent), AgentStatus(status))
        self._give(f"{agent} is {status}", told, agents.set_status, agent, status)

    def lose(self, agent: str) -> None:
        told = given.AgentConnectionLost(AgentId(agent))
        self._give(f"{agent}'s connection is lost", told, agents.lose, agent)

    def reconnect(self, agent: str) -> None:
        told = given.AgentConnected(AgentId(agent))
        self._give(f"{agent} is connected", told, agents.reconnect, agent)

    def _offer_id(self, offer: Offer) -> OfferId:
        """The same offer on the other side: the agent's n-th."""
        of_agent = [each for each in self.model.world.offers if each.agent == offer.agent]
        nth = next(n for n, each in enumerate(of_agent) if each is offer)
        return self.core.offer_ids[offer.agent][nth]

    def accept(self, offer: Offer) -> None:
        told = given.AcceptOffer(self._offer_id(offer), AgentId(offer.agent))
        self._give(f"{offer.agent} accepts {offer.item}", told, agents.accept, offer)

    def decline(self, offer: Offer) -> None:
        told = given.DeclineOffer(self._offer_id(offer), AgentId(offer.agent))
        self._give(f"{offer.agent} declines {offer.item}", told, agents.decline, offer)

    def agent_phone_up(self, offer: Offer) -> None:
        told = given.AgentPhoneAnswered(agent_leg(self._offer_id(offer)))
        self._give(f"{offer.agent}'s phone is up", told, agents.agent_phone_up, offer)

    def agent_presses(self, offer: Offer, digit: str) -> None:
        told = given.DigitPressed(agent_leg(self._offer_id(offer)), digit)
        story = f"{offer.agent} presses {digit} on the phone"
        self._give(story, told, agents.agent_presses, offer, digit)

    def agent_phone_declines(self, offer: Offer) -> None:
        told = given.AgentPhoneDeclined(agent_leg(self._offer_id(offer)))
        self._give(f"{offer.agent} rejects on the phone", told, agents.agent_phone_declines, offer)

    def agent_phone_fails(self, offer: Offer) -> None:
        cause = given.AgentFailureCause.UNREACHABLE
        told = given.AgentPhoneFailed(agent_leg(self._offer_id(offer)), cause)
        self._give(f"{offer.agent}'s phone fails", told, agents.agent_phone_fails, offer)

    def agent_leg_ends(self, offer: Offer) -> None:
        told = given.LegEnded(agent_leg(self._offer_id(offer)))
        self._give(f"{offer.agent}'s phone is gone", told, agents.agent_leg_ends, offer)

    def agent_hangs_up(self, agent: str) -> None:
        told = given.HangUpAgent(AgentId(agent))
        self._give(f"{agent} hangs up", told, agents.agent_hangs_up, agent)

    def correct(self, callback: str, agent: str, reason: str) -> None:
        correction = given.OutcomeCorrection(reason.replace("_", "-"))
        told = given.CorrectOutcome(self.core.ids[callback], AgentId(agent), correction)
        self._give(f"{agent} corrects: {reason}", told, agents.correct, callback, agent, reason)

    # ---- callers and customers -----------------------------------------------------------

    def arrive(self, line: str, customer: str | None, number: str, country: str | None) -> None:
        name = f"call-{len(self.model.world.calls) + 1:02}"
        destination = Destination(NumberKind(number), country)
        customer_id = None if customer is None else CustomerId(customer)
        told = given.CallArrived(CallId(name), LineId(line), customer_id, destination)
        story = f"{name} arrives on {line}: {customer}, {number}, {country}"
        self._give(story, told, callers.arrive, name, line, customer, number, country)

    def press(self, call: str, digit: str) -> None:
        told = given.DigitPressed(self.core.leg_of(call), digit)
        self._give(f"{call} presses {digit}", told, callers.press, call, digit)

    def prompt_ends(self, call: str) -> None:
        playback_id = self.core.call_on(call).playback_id
        if playback_id is None:
            raise Different(f"the core plays nothing to {call}")
        told = given.PromptFinished(self.core.leg_of(call), playback_id)
        self._give(
            f"{call} has heard the message",
            told,
            callers.prompt_ends,
            call,
            self.model.world.calls[call].messages,
        )

    def voicemail_recorded(self, call: str) -> None:
        told = given.VoicemailRecorded(self.core.call_on(call).id, 3.0)
        self._give(f"{call} has left a message", told, callers.voicemail_recorded, call)

    def caller_leg_ends(self, call: str) -> None:
        told = given.LegEnded(self.core.leg_of(call))
        self._give(f"{call} hangs up", told, callers.caller_leg_ends, call)

    def outside_answers(self, call: str) -> None:
        told = given.CustomerAnswered(self.core.outside_legs[call])
        self._give(f"outside answers {call}", told, outside.outside_answers, call, self._dial(call))

    def outside_fails(self, call: str, cause: str) -> None:
        told = given.CustomerFailed(self.core.outside_legs[call], given.FailureCause(cause))
        self._give(
            f"outside fails {call}: {cause}", told, outside.outside_fails, call, self._dial(call)
        )

    def outside_leg_ends(self, call: str) -> None:
        told = given.LegEnded(self.core.outside_legs[call])
        story = f"outside hangs up on {call}"
        self._give(story, told, outside.outside_leg_ends, call, self._dial(call))

    def _dial(self, call: str) -> int:
        """The dial that is reported of: the one of this moment, before anything falls due."""
        return self.model.world.calls[call].dials_outside

    def customer_rings(self, callback: str) -> None:
        told = given.CustomerRinging(self.core.customer_legs[callback])
        self._give(
            f"the customer's phone rings for {callback}", told, customers.customer_rings, callback
        )

    def customer_answers(self, callback: str) -> None:
        told = given.CustomerAnswered(self.core.customer_legs[callback])
        self._give(f"the customer answers {callback}", told, customers.customer_answers, callback)

    def customer_fails(self, callback: str, cause: str) -> None:
        told = given.CustomerFailed(self.core.customer_legs[callback], given.FailureCause(cause))
        self._give(f"{callback} fails: {cause}", told, customers.customer_fails, callback, cause)

    def customer_leg_ends(self, callback: str) -> None:
        told = given.LegEnded(self.core.customer_legs[callback])
        self._give(
            f"the customer of {callback} hangs up", told, customers.customer_leg_ends, callback
        )

    def cancel(self, callback: str) -> None:
        told = given.CancelCallback(self.core.ids[callback], given.CancelReason.BY_USER)
        self._give(f"{callback} is cancelled", told, customers.cancel, callback, "by_user")

    def ask_elsewhere(
        self, line: str, customer: str | None, number: str, country: str | None
    ) -> None:
        destination = Destination(NumberKind(number), country)
        customer_id = None if customer is None else CustomerId(customer)
        told = given.RequestCallback(LineId(line), customer_id, destination)
        story = f"a callback is wished for on {line}: {customer}, {number}, {country}"
        door = asking_elsewhere.ask_elsewhere
        self._give(story, told, door, line, customer, number, country)

    def erase(self, customer: str) -> None:
        """Whoever of that name comes back is somebody new."""
        told = given.EraseCustomer(CustomerId(customer))
        self._give(f"{customer} is erased", told, erasing.erase, customer)

    # ---- moved by supervisors ------------------------------------------------------------

    def move_to_front(self, callback: str) -> None:
        told = given.MoveToFront(self.core.ids[callback])
        self._give(f"{callback} to the front", told, supervisors.move_to_front, callback)

    def move_to_step(self, callback: str, step: str) -> None:
        told = given.MoveToStep(self.core.ids[callback], StepId(step))
        self._give(f"{callback} to {step}", told, supervisors.move_to_step, callback, step)

    def move_to_agent(self, callback: str, agent: str) -> None:
        told = given.MoveToAgent(self.core.ids[callback], AgentId(agent))
        self._give(f"{callback} to {agent}", told, supervisors.move_to_agent, callback, agent)

    # ---- alerts --------------------------------------------------------------------------

    def dismiss_alert(self, nth: int) -> None:
        """The n-th that was raised, whatever became of it."""
        told = given.DismissAlert(self.core.alert_ids[nth])
        alert = self.model.world.alerts[nth]
        self._give(f"alert {nth} is dismissed", told, alerting.dismiss_alert, alert)

    # ---- by hand -------------------------------------------------------------------------

    def claim(self, callback: str, agent: str) -> None:
        told = given.ClaimCallback(self.core.ids[callback], AgentId(agent))
        self._give(f"{agent} claims {callback}", told, by_hand.claim, callback, agent)

    def release(self, callback: str, agent: str) -> None:
        told = given.ReleaseCallback(self.core.ids[callback], AgentId(agent))
        self._give(f"{agent} releases {callback}", told, by_hand.release, callback, agent)

    def dismiss(self, callback: str, agent: str) -> None:
        told = given.DismissCallback(self.core.ids[callback], AgentId(agent))
        self._give(f"{agent} dismisses {callback}", told, by_hand.dismiss, callback, agent)

    def call_by_hand(self, callback: str, agent: str) -> None:
        told = given.CallByHand(self.core.ids[callback], AgentId(agent))
        self._give(f"{agent} calls {callback}", told, by_hand.call_by_hand, callback, agent)

    # ---- recovery ------------------------------------------------------------------------

    def phones_lost(self) -> None:
        self._give("the phone system is away", given.PhoneSystemLost(), recovery.phones_lost)

    def restart(self) -> None:
        """Only the facts remain; then the phone system is asked, and pages are to come back."""
        self.told.append(f"{self.now:>8g}  the server begins anew")
        self.core.replay()
        self.phones_lost()
        for agent in self.model.world.agents.values():
            if not agent.desk and not agent.outside:
                self.lose(agent.name)

    def phones_listed(self, listed: Listed) -> None:
        legs = [ListedLeg(self.core.leg_of(name), LegState.UP) for name in listed.callers]
        for name, state in listed.outsides.items():
            legs.append(ListedLeg(self.core.outside_legs[name], LegState(state)))
        for agent, state in listed.agents.items():
            leg = agent_leg(self.core.offer_ids[agent][-1])
            legs.append(ListedLeg(leg, LegState(state)))
        for callback, state in listed.customers.items():
            legs.append(ListedLeg(self.core.customer_legs[callback], LegState(state)))
        told = given.PhoneSystemListed(
            tuple(legs),
            tuple(self.core.customer_legs[callback] for callback in listed.never_sent),
            tuple(map(AgentId, listed.unregistered)),
        )
        self._give(f"the phones are back: {listed}", told, recovery.phones_listed, listed)

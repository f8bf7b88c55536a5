"""What agents do and hear in conversations, given to the core and to the reference model."""

from ringback.core import inputs as given
from ringback.core.ids import AgentId, CustomerId, LineId, TeamId
from ringback.core.settings import Destination, NumberKind
from ringback.core.states import Message

from .rules import consulting, conversing, customers, introducing, transferring
from .side_by_side import Different, SideBySide


class Conversations(SideBySide):
    """Every method gives one input to both sides, then compares all that can be seen."""

    def whisper_heard(self, agent: str) -> None:
        heard = self._playing(self.core.whisper_of(agent))
        self._give(f"{agent} has heard the whisper", heard, introducing.whisper_heard, agent)

    def customer_heard(self, callback: str) -> None:
        heard = self._playing(self.core.announcement_of(callback))
        story = f"the customer of {callback} has heard the announcement"
        self._give(story, heard, customers.customer_heard, callback)

    def _playing(self, message: Message | None) -> given.PromptFinished:
        if message is None:
            raise Different("the core plays nothing")
        return given.PromptFinished(message.leg_id, message.playback_id)

    def mute(self, agent: str) -> None:
        self._give(f"{agent} mutes", given.MuteAgent(AgentId(agent)), conversing.mute, agent)

    def unmute(self, agent: str) -> None:
        self._give(f"{agent} unmutes", given.UnmuteAgent(AgentId(agent)), conversing.unmute, agent)

    def hold(self, agent: str) -> None:
        self._give(f"{agent} holds", given.PutOnHold(AgentId(agent)), conversing.hold, agent)

    def resume(self, agent: str) -> None:
        self._give(f"{agent} resumes", given.TakeOffHold(AgentId(agent)), conversing.resume, agent)

    def transfer_to_agent(self, agent: str, colleague: str) -> None:
        told = given.TransferToAgent(AgentId(agent), AgentId(colleague))
        story = f"{agent} transfers to {colleague}"
        self._give(story, told, transferring.transfer_to_agent, agent, colleague)

    def transfer_to_team(self, agent: str, team: str) -> None:
        told = given.TransferToTeam(AgentId(agent), TeamId(team))
        story = f"{agent} transfers to team {team}"
        self._give(story, told, transferring.transfer_to_team, agent, team)

    def transfer_to_line(self, agent: str, line: str) -> None:
        told = given.TransferToLine(AgentId(agent), LineId(line))
        story = f"{agent} transfers to line {line}"
        self._give(story, told, transferring.transfer_to_line, agent, line)

    def transfer_to_number(
        self, agent: str, customer: str | None, number: str, country: str | None
    ) -> None:
        destination = Destination(NumberKind(number), country)
        customer_id = None if customer is None else CustomerId(customer)
        told = given.TransferToNumber(AgentId(agent), customer_id, destination)
        story = f"{agent} transfers outside: {customer}, {number}, {country}"
        door = transferring.transfer_to_number
        self._give(story, told, door, agent, customer, number, country)

    def consult(self, agent: str, colleague: str) -> None:
        told = given.ConsultAgent(AgentId(agent), AgentId(colleague))
        self._give(f"{agent} consults {colleague}", told, consulting.consult, agent, colleague)

    def complete(self, agent: str) -> None:
        told = given.CompleteTransfer(AgentId(agent))
        self._give(f"{agent} completes the transfer", told, consulting.complete, agent)

    def cancel_consultation(self, agent: str) -> None:
        told = given.CancelConsultation(AgentId(agent))
        door = consulting.cancel_consultation
        self._give(f"{agent} goes back to the customer", told, door, agent)

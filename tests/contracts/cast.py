"""Who takes part in the telephony contract: one line, its customers, its agents, its messages."""

from dataclasses import dataclass
from pathlib import Path

from ringback.core.ids import AgentId, CustomerId, LineId
from ringback.ports import Presentation
from ringback.speech.catalogue import Language, Prompt, prompt_file

LINE = LineId("line-1")
LINE_NUMBER = "+33140000000"

CUSTOMER = CustomerId("customer-jean")
CUSTOMER_NUMBER = "+33612345678"
CUSTOMER_NAME = "Jean Dupont"
OTHER_CUSTOMER = CustomerId("customer-anne")
OTHER_CUSTOMER_NUMBER = "+33687654321"
THIRD_NUMBER = "+33655555555"
"""Somebody who only ever calls in."""

DESK_AGENT = AgentId("agent-desk")
OTHER_DESK_AGENT = AgentId("agent-other-desk")
BROWSER_AGENT = AgentId("agent-browser")
OUTSIDE_AGENT = AgentId("agent-outside")
OUTSIDE_NUMBER = "+33644444444"
"""Where the outside agent's calls ring: a phone like any customer's."""
UNKNOWN_AGENT = AgentId("agent-without-a-phone")
DESK_AGENTS = (DESK_AGENT, OTHER_DESK_AGENT)

SHORT_PROMPT = "en/welcome"
SECOND_PROMPT = "en/taken_by_colleague"
LONG_PROMPT = "en/confirmation"
MISSING_PROMPT = "en/no_such_message"
MUSIC = "waiting"


@dataclass(frozen=True, slots=True)
class CastBook:
    """The number book of the contract, the same in every phone world."""

    def customer(self, customer_id: CustomerId) -> Presentation:
        known = {
            CUSTOMER: Presentation(CUSTOMER_NUMBER, CUSTOMER_NAME),
            OTHER_CUSTOMER: Presentation(OTHER_CUSTOMER_NUMBER, None),
        }
        return known.get(customer_id, Presentation(None, None))

    def line(self, line_id: LineId) -> Presentation:
        return {LINE: Presentation(LINE_NUMBER, "Support")}[line_id]

    def agent(self, agent_id: AgentId) -> Presentation:
        return Presentation(None, str(agent_id))

    def outside_number(self, agent_id: AgentId) -> str | None:
        return OUTSIDE_NUMBER if agent_id == OUTSIDE_AGENT else None

    def prompt(self, prompt: str) -> Path:
        return prompt_path(prompt).with_suffix("")


def prompt_path(prompt: str) -> Path:
    """Give the 8 kHz file of a message; of a missing one, where it would be."""
    language, _, name = prompt.partition("/")
    directory = prompt_file(Prompt.WELCOME, Language(language)).parent
    return directory / f"{name}.wav"

"""The simulated phone world of a company: its network, its agents' phones and the phone booth."""

from collections.abc import Sequence

from ringback.core.events import AgentConfigured, Fact
from ringback.core.settings import AgentProfile
from ringback.ports import NumberBook
from ringback.speech.catalogue import Language, Prompt, prompt_text
from ringback.telephony.simulated.booth import PhoneBooth
from ringback.telephony.simulated.network import PhoneNetwork
from ringback.telephony.simulated.scheduler import Scheduler
from ringback.telephony.simulated.telephony import SimulatedTelephony


class SimulatedPhones:
    """Every agent who is configured gets a phone; `follow` learns of new ones."""

    def __init__(
        self, scheduler: Scheduler, number_book: NumberBook, *, seed: int, name: str
    ) -> None:
        self.network = PhoneNetwork(scheduler, number_book, seed=seed, name=name)
        self.telephony = SimulatedTelephony(self.network)
        self.booth = PhoneBooth(self.network, spoken_words)

    def add(self, profile: AgentProfile) -> None:
        self.network.add_agent(profile.id, profile.phone)

    def follow(self, facts: Sequence[Fact]) -> None:
        for fact in facts:
            if isinstance(fact.event, AgentConfigured):
                self.add(fact.event.profile)


def spoken_words(reference: str) -> str:
    """Give the words of a ready message; those of others are not known."""
    language, _, name = reference.partition("@")[0].partition("/")
    if language in tuple(Language) and name in tuple(Prompt):
        return prompt_text(Prompt(name), Language(language))
    return ""

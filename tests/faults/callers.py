"""Those who call the company, ask to be called back, and are called back."""

from dataclasses import dataclass, field
from datetime import timedelta

from ringback.telephony.simulated.legs import LegKind
from ringback.telephony.simulated.manners import BY_HAND, Habits, Manner
from ringback.telephony.simulated.phones import Phone, PhoneState
from tests.core import company

from .persons import Persons

LINE_NUMBERS = dict(
    zip(company.LINES, ("+33140000001", "+33140000002", "+33140000003"), strict=True)
)
ORDINARY_NUMBERS = ("+33612340001", "+33612340002", "+33612340003", "+33612340004")
CUSTOMER_NUMBERS = (*ORDINARY_NUMBERS, "+4915112345601", "+33899701234", "not a number")
HABITS = Habits(answer_within=timedelta(seconds=12), talk_for_max=timedelta(seconds=60))


@dataclass
class Callers(Persons):
    """The customers with their phones."""

    phones: list[Phone] = field(init=False)

    def __post_init__(self) -> None:
        self.phones = [self.network.customer(number) for number in CUSTOMER_NUMBERS]
        for phone in self.phones:
            self.watch.follow(phone)

    def call(self) -> None:
        idle = [phone for phone in self.phones if phone.state is PhoneState.IDLE]
        if not idle:
            return
        weights = [8 if phone.number in ORDINARY_NUMBERS else 1 for phone in idle]
        [phone] = self.chance.choices(idle, weights)
        phone.manner = self._manner()
        line_id = self.chance.choice(company.LINES)
        withheld = self.happens(0.08)
        name = f"Caller {phone.name[::-1]}"
        self.network.call_in(phone, LINE_NUMBERS[line_id], name, withheld=withheld)

    def press_a_key(self) -> None:
        """Mostly `*`; some press it again, and some do not hear the confirmation out."""
        phone = self.one_of(self._waiting())
        if phone is None:
            return
        phone.press("1" if self.happens(0.1) else "*")
        if self.happens(0.15):
            phone.press("*")
        if self.happens(0.2):
            phone.hang_up()

    def hang_up(self) -> None:
        phone = self.one_of([p for p in self.phones if p.state is not PhoneState.IDLE])
        if phone is not None:
            phone.hang_up()

    def be_called_back(self) -> None:
        phone = self.one_of([p for p in self.phones if p.state is PhoneState.RINGING])
        if phone is not None:
            phone.answer() if self.happens(0.8) else phone.reject()

    def _waiting(self) -> list[Phone]:
        found = []
        for phone in self.phones:
            leg = self.network.system.leg_of_phone(phone)
            if leg is not None and leg.kind is LegKind.INBOUND and leg.partner is None:
                found.append(phone)
        return found

    def _manner(self) -> Manner:
        return BY_HAND if self.happens(0.2) else HABITS.draw(self.chance)

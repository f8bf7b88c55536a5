"""The customers' phones of the simulated network, shown on every page of their company."""

from typing import NamedTuple

from ringback.telephony.simulated.booth import BoothPhone, BoothState, PhoneBooth

from .booth_views import BoothMessage, BoothPhoneView
from .errors import EdgeCode, EdgeRefused
from .live_feed import LiveFeed


class Customer(NamedTuple):
    """Somebody to play in the demo; these numbers are reserved for fiction."""

    name: str
    number: str


CUSTOMERS = (
    Customer("Marie Dupont", "+33199002112"),
    Customer("Karim Benali", "+33199002145"),
    Customer("James Wilson", "+442079460123"),
    Customer("Olivia Green", "+442079460461"),
)
NAMES = {customer.number: customer.name for customer in CUSTOMERS}


class Booth:
    """Picks up phones and tells the pages about every change of theirs."""

    def __init__(self, booth: PhoneBooth, feed: LiveFeed) -> None:
        self._booth = booth
        self._feed = feed
        self._watched: dict[str, BoothPhone] = {}

    def phone(self, number: str) -> BoothPhone:
        phone = self._booth.pick_up(number)
        if phone is None:
            raise EdgeRefused(EdgeCode.BOOTH_REFUSED)
        if self._watched.get(number) is not phone:
            self._watched[number] = phone
            phone.subscribe(self._tell)
        return phone

    def phones(self) -> list[BoothPhone]:
        return [self.phone(number) for number in dict.fromkeys([*NAMES, *self._watched])]

    def _tell(self, state: BoothState) -> None:
        self._feed.spread(BoothMessage(phone=shown(state)))


def shown(state: BoothState) -> BoothPhoneView:
    return BoothPhoneView(
        number=state.number,
        name=NAMES.get(state.number),
        phase=state.phase,
        hearing=state.hearing,
        reference=state.reference,
        text=state.text,
        shown_number=state.shown_number,
    )

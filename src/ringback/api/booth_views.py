"""What the API shows of the phone booth, also in the live feed."""

from typing import Literal

from pydantic import Field

from ringback.telephony.simulated.booth import Hearing
from ringback.telephony.simulated.phones import PhoneState

from .views import View


class BoothPhoneView(View):
    """A customer's phone: what it is doing, and what is heard on it."""

    number: str = Field(examples=["+33199002112"])
    name: str | None = Field(examples=["Marie Dupont"])
    phase: PhoneState
    hearing: Hearing
    reference: str | None = Field(
        description="The prompt or the music, to be had under `/media`; or who speaks."
    )
    text: str | None = Field(description="The words of the prompt.")
    shown_number: str | None = Field(description="Whom it has called, or who calls it.")


class BoothMessage(View):
    """A phone of the booth changed."""

    type: Literal["booth"] = "booth"
    phone: BoothPhoneView

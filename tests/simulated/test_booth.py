"""A newcomer's way through the phone booth: dial, hear, press star, be called back."""

from datetime import timedelta

import pytest
from tests.contracts.cast import (
    BROWSER_AGENT,
    CUSTOMER,
    CUSTOMER_NUMBER,
    LINE,
    LINE_NUMBER,
    MUSIC,
    OTHER_CUSTOMER_NUMBER,
    SHORT_PROMPT,
    CastBook,
)
from tests.simulated.small_company import START

from ringback.core.effects import (
    AnswerCall,
    ConnectAgent,
    DialCustomer,
    Effect,
    HangUp,
    Join,
    PlayPrompt,
    RejectCall,
    StartMusic,
)
from ringback.core.ids import CallId, LegId, PlaybackId
from ringback.core.inputs import CustomerFailed, DigitPressed, FailureCause
from ringback.core.settings import PhoneKind
from ringback.ports import IncomingCall, TelephonyReport
from ringback.telephony.simulated import booth
from ringback.telephony.simulated.booth import BoothPhone, Hearing, PhoneBooth
from ringback.telephony.simulated.network import PhoneNetwork
from ringback.telephony.simulated.phones import PhoneState
from ringback.telephony.simulated.scheduler import VirtualScheduler
from ringback.telephony.simulated.telephony import SimulatedTelephony

AGENT_LEG, CUSTOMER_LEG = LegId("agent-1"), LegId("customer-1")


class Demo:
    """A booth, a browser agent, and a test in the place of the server."""

    def __init__(self) -> None:
        self._scheduler = VirtualScheduler(START)
        network = PhoneNetwork(self._scheduler, CastBook(), seed=1, name="call")
        network.add_agent(BROWSER_AGENT, PhoneKind.BROWSER)
        self._telephony = SimulatedTelephony(network)
        self.reports: list[TelephonyReport] = []
        self.booth = PhoneBooth(network, text_of=lambda prompt: f"words of {prompt}")
        self._telephony.start(self.reports.append)
        self.wait()

    def wait(self, seconds: float = 1) -> None:
        self._scheduler.advance(timedelta(seconds=seconds))

    def perform(self, *effects: Effect, then_wait: float = 1) -> None:
        self._telephony.perform(effects)
        self.wait(then_wait)

    def call(self, *, withheld: bool = False) -> tuple[BoothPhone, CallId]:
        phone = self.booth.dial(LINE_NUMBER, from_number=CUSTOMER_NUMBER, withheld=withheld)
        assert phone
        self.wait()
        return phone, self.arrival().call_id

    def arrival(self) -> IncomingCall:
        return next(report for report in self.reports if isinstance(report, IncomingCall))

    def dial_the_customer(self) -> None:
        self.perform(ConnectAgent(AGENT_LEG, BROWSER_AGENT, CUSTOMER, LINE))
        ring_for = timedelta(seconds=30)
        self.perform(DialCustomer(CUSTOMER_LEG, AGENT_LEG, CUSTOMER, LINE, ring_for))


@pytest.fixture
def demo() -> Demo:
    return Demo()


def test_caller_hears_the_ringing_then_the_prompt_then_music(demo: Demo) -> None:
    """A page learns at every moment what to play, and the words of a prompt."""
    phone, call_id = demo.call()
    assert phone.state().phase is PhoneState.CALLING
    assert phone.state().hearing is Hearing.RINGBACK_TONE
    assert phone.state().shown_number == LINE_NUMBER

    play = PlayPrompt(LegId(call_id), PlaybackId("playback-1"), SHORT_PROMPT)
    demo.perform(AnswerCall(call_id), StartMusic(LegId(call_id), MUSIC), play)
    during = phone.state()
    demo.wait(seconds=5)

    assert during.phase is PhoneState.IN_CALL
    assert (during.hearing, during.reference) == (Hearing.PROMPT, SHORT_PROMPT)
    assert during.text == f"words of {SHORT_PROMPT}"
    assert (phone.state().hearing, phone.state().reference) == (Hearing.MUSIC, MUSIC)


def test_star_is_reported_and_other_marks_are_not_keys(demo: Demo) -> None:
    """Only what stands on a key reaches the line."""
    phone, call_id = demo.call()
    demo.perform(AnswerCall(call_id))

    phone.press("*")
    phone.press("x")
    phone.press("**")
    demo.wait()

    digits = [report for report in demo.reports if isinstance(report, DigitPressed)]
    assert digits == [DigitPressed(LegId(call_id), "*")]


def test_caller_is_called_back_and_talks_to_the_agent(demo: Demo) -> None:
    """R29: the same phone rings, showing the line, and hears the agent."""
    phone, call_id = demo.call()
    demo.perform(AnswerCall(call_id), HangUp(LegId(call_id)))
    assert phone.state().phase is PhoneState.IDLE

    demo.dial_the_customer()
    assert phone.state().phase is PhoneState.RINGING
    assert phone.state().shown_number == LINE_NUMBER
    phone.answer()
    demo.wait()
    demo.perform(Join(CallId("2"), AGENT_LEG, CUSTOMER_LEG))

    assert phone.state().phase is PhoneState.IN_CALL
    assert phone.state().hearing is Hearing.AGENT
    assert phone.state().reference == BROWSER_AGENT


def test_callback_rejected_in_the_booth_is_a_rejection(demo: Demo) -> None:
    """R32: rejecting is told from not answering."""
    phone = demo.booth.pick_up(CUSTOMER_NUMBER)
    assert phone
    demo.dial_the_customer()

    phone.reject()
    demo.wait()

    assert demo.reports[-1] == CustomerFailed(CUSTOMER_LEG, FailureCause.REJECTED)
    assert phone.state().phase is PhoneState.IDLE


def test_refused_caller_hears_the_busy_tone_until_hanging_up(demo: Demo) -> None:
    """L4: overload is heard at once."""
    phone, call_id = demo.call()

    demo.perform(RejectCall(call_id))
    assert phone.state().hearing is Hearing.BUSY_TONE
    phone.hang_up()

    assert phone.state().phase is PhoneState.IDLE
    assert phone.state().hearing is Hearing.SILENCE


def test_withheld_caller_is_reported_without_number(demo: Demo) -> None:
    """R9: a withheld number is never shown."""
    demo.call(withheld=True)

    assert demo.arrival().withheld
    assert demo.arrival().caller_number is None


def test_every_change_is_told_until_unsubscribed(demo: Demo) -> None:
    """A page that stops listening is not told any more."""
    phone = demo.booth.pick_up(CUSTOMER_NUMBER)
    assert phone
    told: list[tuple[PhoneState, Hearing]] = []
    unsubscribe = phone.subscribe(lambda state: told.append((state.phase, state.hearing)))

    _, call_id = demo.call()
    demo.perform(AnswerCall(call_id), StartMusic(LegId(call_id), MUSIC))
    unsubscribe()
    phone.hang_up()

    assert told[-1] == (PhoneState.IN_CALL, Hearing.MUSIC)
    assert (PhoneState.CALLING, Hearing.RINGBACK_TONE) in told


def test_booth_runs_out_of_phones_only_when_all_are_in_use(
    demo: Demo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Visitors cannot fill the memory, and an idle phone is given again."""
    monkeypatch.setattr(booth, "PHONES_MAX", 1)
    first, _ = demo.call()
    assert demo.booth.pick_up(OTHER_CUSTOMER_NUMBER) is None

    first.hang_up()

    assert demo.booth.pick_up(OTHER_CUSTOMER_NUMBER) is not None

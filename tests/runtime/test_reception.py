"""From an incoming call to the line, the customer and the kind of number."""

from ringback.core.events import AccountOpened, Fact, FlowPublished, LineConfigured
from ringback.core.flow import Flow, HangUpStep
from ringback.core.ids import AccountId, AgentId, CallId, CustomerId, FlowId, LineId, StepId
from ringback.core.inputs import TransferToNumber
from ringback.core.settings import Line, NumberKind
from ringback.core.step import evolve
from ringback.core.world import World
from ringback.ports import Customer, IncomingCall, OutsideTransfer
from ringback.runtime.customers import CustomerRegister, displayable
from ringback.runtime.reception import Reception

from .stage import START

PARIS, LONDON = LineId("paris"), LineId("london")
NUMBERS = {PARIS: "+33199001000", LONDON: "+442079460000"}


def reception(*known: Customer) -> Reception:
    world = World()
    flow = Flow(FlowId("f"), "F", StepId("end"), (HangUpStep(StepId("end")),))
    for event in (
        AccountOpened(AccountId("a"), 10),
        FlowPublished(flow, 1),
        LineConfigured(Line(PARIS, "Paris", "FR", "fr", flow.id)),
        LineConfigured(Line(LONDON, "London", "GB", "en", flow.id)),
    ):
        evolve(world, Fact(world.sequence + 1, START, "test", "operator", event))
    return Reception(world=world, customers=CustomerRegister(known), line_numbers=NUMBERS)


def incoming(
    dialled: str,
    caller: str | None = "0612345678",
    name: str | None = None,
    *,
    withheld: bool = False,
) -> IncomingCall:
    return IncomingCall(CallId("c"), dialled, caller, name, withheld)


def test_dialled_number_is_found_however_it_is_written() -> None:
    """R10: trunks write our own numbers in their format too."""
    desk = reception()

    found = [
        getattr(admission.taken, "line_id", None)
        for dialled in ("+33199001000", "0199001000", "33199001000", "02079460000")
        if (admission := desk.admit(incoming(dialled))).taken
    ]

    assert found == [PARIS, PARIS, PARIS, LONDON]


def test_unknown_dialled_number_has_no_line() -> None:
    """A number that is not ours leads nowhere, hostile ones included."""
    desk = reception()

    arrivals = [desk.admit(incoming(dialled)).taken for dialled in ("0199001001", "s", "${X}", "")]

    assert arrivals == [None] * 4


def test_same_number_is_the_same_customer_on_every_line() -> None:
    """R10: numbers are normalised before anything compares them."""
    desk = reception()

    first = desk.admit(incoming("+33199001000", "06 12 34 56 78"))
    second = desk.admit(incoming("+442079460000", "+33612345678"))

    assert first.customer == Customer(CustomerId("c1"), "+33612345678", None)
    assert second.customer is None
    assert first.taken is not None
    assert second.taken is not None
    assert first.taken.customer_id == second.taken.customer_id == "c1"


def test_new_customers_count_on_from_those_stored() -> None:
    """A reference says nothing of the number, and none is given twice."""
    desk = reception(Customer(CustomerId("c7"), "+33612345678", None))

    admission = desk.admit(incoming("+33199001000", "+33612345679"))

    assert admission.customer is not None
    assert admission.customer.id == "c8"


def test_withheld_caller_is_nobody() -> None:
    """R9: neither number nor name is kept, whatever else the network sent."""
    desk = reception()

    admission = desk.admit(incoming("+33199001000", "0612345678", "Marie", withheld=True))

    assert admission.customer is None
    assert admission.taken is not None
    assert admission.taken.customer_id is None
    assert admission.taken.destination.kind is NumberKind.WITHHELD


def test_short_number_is_kept_to_be_shown_but_not_as_ordinary() -> None:
    """S16: people see who called; the kind keeps it from being dialled."""
    desk = reception()

    admission = desk.admit(incoming("+33199001000", "3949"))

    assert admission.taken is not None
    assert admission.taken.destination.kind is NumberKind.SHORT
    assert admission.customer is not None
    assert admission.customer.number == "3949"


def test_name_is_learnt_once_and_never_too_long() -> None:
    """A name from the network is cut, and a later one does not replace it."""
    desk = reception()

    unnamed = desk.admit(incoming("+33199001000"))
    named = desk.admit(incoming("+33199001000", name="M" * 500))
    renamed = desk.admit(incoming("+33199001000", name="Somebody else"))

    assert unnamed.customer is not None
    assert named.customer == Customer(CustomerId("c1"), "+33612345678", "M" * 100)
    assert renamed.customer is None


def test_displayed_name_holds_no_control_characters() -> None:
    """Line breaks, escapes and changes of writing direction never reach a screen or a phone."""
    hostile = "Ma\r\nrie\x1b[31m \u202eDupont\u200b \x00;${X}"

    assert displayable(hostile) == "Ma rie[31m Dupont ;${X}"
    assert displayable("\r\n\x00") is None
    assert displayable(None) is None


def test_typed_number_becomes_a_reference_only_where_it_can_be_called() -> None:
    """R30: what no call can reach, and what nobody in a call has typed, is kept nowhere."""
    desk = reception()

    premium = desk.admit(OutsideTransfer(AgentId("lea"), "+33899700000"))
    idle = desk.admit(OutsideTransfer(AgentId("lea"), "+33612345678"))

    for admission in (premium, idle):
        assert isinstance(admission.taken, TransferToNumber)
        assert admission.taken.customer_id is None
        assert admission.customer is None

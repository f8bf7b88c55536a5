"""What happened, as sentences and rows."""

from collections.abc import Sequence
from pathlib import Path

from ringback.core.events import (
    Branch,
    BranchTaken,
    CallbackClaimed,
    CallbackClosed,
    CallbackUnclaimed,
    CallConnected,
    CallEnded,
    CallTransferred,
    CustomerPutOnHold,
    CustomerReached,
    FollowUpCalled,
    FollowUpDismissed,
    HandCallAbandoned,
    HandCallStarted,
    MenuLeft,
    MenuStarted,
    PlaceGivenBack,
    PlaceLent,
)
from ringback.core.ids import AgentId, CustomerId, LegId, LineId, OfferId, PlaybackId
from ringback.core.outcomes import COMPLETED, CallEnding, OutcomeReason, failed
from ringback.ports import Presentation
from ringback.records.archive import CallOfThePast
from ringback.records.listing import call_rows, callback_rows, timeline_rows, to_call_rows
from ringback.records.narration import Narrator, outcome_words

from .facts import CALLBACK, INBOUND, LEA, OUTBOUND, STEP, TOM, Told, began

NO_ANSWER = OutcomeReason.NO_ANSWER


class Names:
    """A number book of one customer, one line and agents named after their ids."""

    def customer(self, customer_id: CustomerId) -> Presentation:
        return Presentation("+442079460102", "Marie Dupont")

    def line(self, line_id: LineId) -> Presentation:
        return Presentation("+442079460000", "London")

    def outside_number(self, agent_id: AgentId) -> str | None:
        return None

    def agent(self, agent_id: AgentId) -> Presentation:
        return Presentation(None, agent_id.capitalize())

    def prompt(self, prompt: str) -> Path:
        return Path(prompt)


def journey() -> Told:
    told = Told().requested().accepted().dialled()
    told.tell(CustomerReached(CALLBACK, OUTBOUND), CallbackClosed(CALLBACK, COMPLETED))
    return told.tell(CallEnded(OUTBOUND, CallEnding.CUSTOMER_HUNG_UP))


def sentences(told: Told) -> Sequence[str]:
    narrator = Narrator(told.book, Names())
    return [sentence for fact in told.facts if (sentence := narrator.tell(fact))]


def test_journey_is_told_in_whole_sentences() -> None:
    """Names stand for references, and every sentence is one."""
    told = sentences(journey())

    assert told[0] == "Marie Dupont calls London (+442079460000)."
    assert "Tom accepts the callback of Marie Dupont." in told
    assert "The callback of Marie Dupont has its outcome: completed." in told
    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in told)


def test_menus_hours_and_calls_by_hand_are_told() -> None:
    """R35, R43: what a caller met, and what agents did by hand."""
    told = journey().tell(
        BranchTaken(INBOUND, STEP, Branch.OPEN, STEP),
        MenuStarted(INBOUND, STEP, PlaybackId("p"), "en/menu", 1),
        MenuLeft(INBOUND, STEP, "1", STEP),
        MenuLeft(INBOUND, STEP, None, None),
        CallbackClaimed(CALLBACK, TOM),
        CallbackUnclaimed(CALLBACK, TOM),
        HandCallStarted(CALLBACK, TOM, OfferId("o")),
        HandCallAbandoned(CALLBACK, TOM),
        FollowUpCalled(CALLBACK, OUTBOUND, TOM, False),
        FollowUpCalled(CALLBACK, OUTBOUND, TOM, True),
        FollowUpDismissed(CALLBACK, TOM),
    )

    assert sentences(told)[-11:] == [
        "Marie Dupont is sent on: open.",
        "Marie Dupont hears the message en/menu.",
        "Marie Dupont presses 1.",
        "Marie Dupont makes no choice.",
        "Tom claims the callback of Marie Dupont.",
        "The callback of Marie Dupont is everybody's again.",
        "Tom calls the callback of Marie Dupont.",
        "The callback of Marie Dupont stays to be called: nobody was dialled.",
        "The callback of Marie Dupont stays to be called: not reached.",
        "The callback of Marie Dupont is seen to.",
        "Tom dismisses the callback of Marie Dupont.",
    ]


def test_place_lent_and_given_back_is_told() -> None:
    """R37, R43: whose place the customer's new call has."""
    told = journey().tell(PlaceLent(CALLBACK, INBOUND), PlaceGivenBack(CALLBACK, INBOUND))

    assert sentences(told)[-2:] == [
        "The new call stands in the place of the callback of Marie Dupont.",
        "The callback of Marie Dupont has its place back.",
    ]


def test_rows_to_call_say_since_when_why_and_who() -> None:
    """R35, R39: what is to be called by hand."""
    told = Told().requested().after(13).tell(CallbackClosed(CALLBACK, failed(NO_ANSWER)))
    told.tell(CallbackClaimed(CALLBACK, TOM))

    [row] = to_call_rows(told.book.to_call(10), Names())

    assert row["since"] == "2026-03-02T09:00:30Z"
    assert row["why"] == "failed: no_answer"
    assert (row["claimed"], row["calling"]) == ("Tom", None)


def test_outcome_is_written_with_its_reason() -> None:
    """Codes are those that are stored."""
    assert outcome_words(COMPLETED) == "completed"
    assert outcome_words(failed(OutcomeReason.NO_ANSWER)) == "failed: no_answer"


def test_rows_name_customers_tags_and_links() -> None:
    """Lists show both linked calls and the callback's fields."""
    told = journey()

    calls = call_rows([CallOfThePast(call, None) for call in told.book.calls(10)], Names())
    [callback] = callback_rows(told.book.callbacks(10), Names())

    assert [row["id"] for row in calls] == [OUTBOUND, INBOUND]
    assert calls[1]["customer"] == "Marie Dupont +442079460102"
    assert calls[1]["tags"] == ["queue_callback", "queue_called_back"]
    assert callback["outcome"] == "completed"
    assert callback["wait"] == "9 s"
    assert callback["outbound"] == [OUTBOUND]


def test_timeline_rows_bear_time_cause_and_actor() -> None:
    """R43: every transition is an event with time, cause and actor."""
    rows = timeline_rows(journey().book, Names(), CALLBACK)

    assert rows[0]["event"] == "CallBegan"
    assert all(row["at"] and row["cause"] == "test" and row["actor"] == "phone" for row in rows)


def test_transfer_is_told_and_the_call_stays_answered_when_it_was() -> None:
    """R14, R30: who talked, in order; the wait ended with the first answer."""
    told = Told().tell(began(INBOUND, None), CallConnected(INBOUND, TOM, LegId("agent-t")))
    answered_at = told.call().connected_at
    told.tell(
        CustomerPutOnHold(INBOUND, TOM, "waiting"),
        CallTransferred(INBOUND, TOM, LEA, None, None, ()),
        CallConnected(INBOUND, LEA, LegId("agent-l")),
    )

    told_of = " ".join(sentences(told))
    assert "Tom puts" in told_of
    assert "Tom transfers" in told_of
    assert "to Lea." in told_of
    assert told.call().connected_at == answered_at
    assert told.call().agent_id == LEA

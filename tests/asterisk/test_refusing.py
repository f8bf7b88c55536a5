"""Callers are refused on a connection of its own, past all that is done for others (L4)."""

from ringback.core.effects import AnswerCall, RejectCall
from ringback.core.ids import CallId
from ringback.core.inputs import PhoneSystemListed

from .fake_ari import FakeAri
from .test_telling import told_of


async def test_refusal_does_not_wait_behind_other_requests() -> None:
    """L4: however much Asterisk still owes to those who came before."""
    async with FakeAri() as server, told_of(server) as told:
        await told.until_heard(PhoneSystemListed)
        await told.until(lambda: server.refusing)

        told.telephony.perform([AnswerCall(CallId("before")), RejectCall(CallId("late"))])
        await told.until(lambda: any("late" in each["uri"] for each in server.requests))
        await told.until(lambda: any("before" in each["uri"] for each in server.requests))

    assert server.refusals == ["channels/late"]


async def test_refusal_takes_its_turn_while_it_has_no_connection_of_its_own() -> None:
    """Nobody is left ringing because a second connection is missing."""
    async with FakeAri() as server, told_of(server) as told:
        server.lets_refuse = False
        await told.until_heard(PhoneSystemListed)

        told.telephony.perform([RejectCall(CallId("late"))])
        await told.until(lambda: any("late" in each["uri"] for each in server.requests))

    assert server.refusals == []

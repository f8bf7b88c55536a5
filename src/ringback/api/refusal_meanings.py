"""What the core's refusals become at the edge."""

from collections.abc import Mapping
from typing import NamedTuple

from ringback.core.refusals import RefusalCode


class Meaning(NamedTuple):
    """What a code becomes at the edge."""

    status: int
    sentence: str


_R = RefusalCode
REFUSALS: Mapping[RefusalCode, Meaning] = {
    _R.ACCOUNT_NOT_OPEN: Meaning(
        503, "The company is not set up yet; try again when the server has started."
    ),
    _R.ACCOUNT_ALREADY_OPEN: Meaning(409, "The company is set up already."),
    _R.UNKNOWN_LINE: Meaning(404, "There is no such number; list the numbers to find it."),
    _R.UNKNOWN_FLOW: Meaning(404, "There is no such flow; publish it first."),
    _R.UNKNOWN_STEP: Meaning(404, "The flow of this callback has no such step that rings agents."),
    _R.UNKNOWN_TEAM: Meaning(404, "There is no such team; create it first."),
    _R.UNKNOWN_AGENT: Meaning(404, "There is no such agent; list the agents to find them."),
    _R.UNKNOWN_AWAY_REASON: Meaning(
        409, "The company has no such reason for Do not disturb; ask for those it has."
    ),
    _R.UNKNOWN_OFFER: Meaning(404, "There is no such offer; it may have ended long ago."),
    _R.UNKNOWN_CALLBACK: Meaning(404, "There is no such callback."),
    _R.UNKNOWN_ALERT: Meaning(404, "There is no such alert; somebody may have dismissed it."),
    _R.OFFER_OF_ANOTHER_AGENT: Meaning(403, "This offer was made to another agent."),
    _R.OFFER_TAKEN: Meaning(409, "A colleague was faster and has taken it."),
    _R.OFFER_WITHDRAWN: Meaning(409, "The offer was withdrawn before the answer arrived."),
    _R.OFFER_RANG_OUT: Meaning(409, "The time to answer this offer is over."),
    _R.OFFER_ALREADY_ACCEPTED: Meaning(409, "This offer is accepted already."),
    _R.ACCEPT_ON_THE_PHONE: Meaning(
        409, "This agent's calls ring on an outside number: only the key 1 there accepts."
    ),
    _R.OFFER_ALREADY_DECLINED: Meaning(409, "This offer is declined already."),
    _R.AGENT_NOT_ON_A_CALL: Meaning(409, "The agent is not in a call, so nothing can be hung up."),
    _R.NOT_IN_CONVERSATION: Meaning(
        409, "The agent is not talking to a customer, so there is nobody to mute, hold or transfer."
    ),
    _R.CALL_ALREADY_THERE: Meaning(409, "The call is with that agent, or on that line, already."),
    _R.CONSULTATION_IN_PROGRESS: Meaning(
        409, "The agent consults a colleague: complete the transfer or cancel it first."
    ),
    _R.NO_CONSULTATION: Meaning(
        409, "The agent consults nobody, so there is nothing to complete or to cancel."
    ),
    _R.AGENT_NOT_IN_WRAP_UP: Meaning(
        409, "The agent is not in wrap-up any more; only then can it be ended, or corrected."
    ),
    _R.CALLBACKS_OFF: Meaning(
        409, "This number takes no requests for callbacks; allow them first."
    ),
    _R.NUMBER_REFUSED: Meaning(
        422, "Nobody can be called back at this number from this line; the details say why."
    ),
    _R.CALLBACKS_HALTED: Meaning(
        409, "Callbacks are halted: nobody is called back until somebody resumes them."
    ),
    _R.TOO_MANY_CALLBACKS: Meaning(
        503,
        "Too many callbacks are open already; try again later. The details say how many may be.",
    ),
    _R.CALLBACK_ALREADY_CLOSED: Meaning(409, "The callback has ended already."),
    _R.CALLBACK_ALREADY_DIALLED: Meaning(
        409, "The customer is being called already, so it cannot be cancelled any more."
    ),
    _R.CALLBACK_ALREADY_ACCEPTED: Meaning(
        409, "An agent has taken this callback already, so it has no place to be moved from."
    ),
    _R.CALLBACK_NOT_QUEUED: Meaning(
        409,
        "This callback stands in no queue: it is to be called by hand, or its customer's own call"
        " stands in its place.",
    ),
    _R.CALLBACK_ALREADY_THERE: Meaning(409, "The callback waits there already."),
    _R.CALLBACK_NOT_LISTED: Meaning(
        409,
        "This callback is not in the list to call by hand.",
    ),
    _R.CALLBACK_CLAIMED: Meaning(
        409, "A colleague has claimed this callback; the details say who."
    ),
    _R.CALLBACK_NOT_CLAIMED: Meaning(409, "Nobody has claimed this callback."),
    _R.LINE_NOT_ASSIGNED: Meaning(
        403, "This agent is not assigned to the number, and does not see to its requests."
    ),
    _R.PENDING_COUNT_CHANGED: Meaning(
        409, "Meanwhile the number of pending callbacks has changed; the details say how many."
    ),
    _R.CALLBACK_BEING_CALLED: Meaning(
        409, "A colleague is calling this customer already; the details say who."
    ),
    _R.NOBODY_TO_RING: Meaning(
        409,
        "Nobody there could be rung or waited for: all are away, or have declined this callback"
        " in this attempt.",
    ),
    _R.AGENT_NOT_AVAILABLE: Meaning(
        409,
        "The agent is not free; only an agent who is online, within working hours and in no call"
        " can call.",
    ),
    _R.CUSTOMER_ON_A_CALL: Meaning(
        409, "The customer is on a call with us at this moment; try again afterwards."
    ),
    _R.ERASURE_TOO_EARLY: Meaning(
        409, "The customer is on a call with us, or being called; erase them when that is over."
    ),
    _R.CUSTOMER_ERASED: Meaning(
        409, "This customer was erased; nothing more can be written about them."
    ),
    _R.NUMBER_NOT_CALLABLE: Meaning(
        409, "This number cannot be called: it is withheld, invalid, or refused by the settings."
    ),
    _R.DIAL_LIMIT_REACHED: Meaning(
        409, "This number of the company has called as many people as it may in an hour."
    ),
    _R.PHONES_UNREACHABLE: Meaning(
        503, "The phone system cannot be reached; try again when it is back."
    ),
    _R.OUTCOME_NOT_CORRECTABLE: Meaning(409, "This outcome cannot be corrected, or not again."),
    _R.INVALID_FLOW: Meaning(422, "The flow has problems; the details name the steps at fault."),
    _R.UNKNOWN_DRAFT: Meaning(404, "This flow has no draft; save one first."),
    _R.UNKNOWN_VERSION: Meaning(404, "This flow has no such version; list the versions."),
    _R.VERSION_IN_FORCE: Meaning(409, "This version is in force already."),
    _R.CHANGED_MEANWHILE: Meaning(
        412, "Somebody has changed these settings meanwhile; nothing was saved. Read them again."
    ),
    _R.FLOW_CHANGED_MEANWHILE: Meaning(
        409, "Somebody has changed this flow meanwhile; look at it again. The details say who."
    ),
    _R.INVALID_HOURS: Meaning(
        422, "The working hours cannot be judged; the details say what is wrong with them."
    ),
    _R.CALLBACKS_LOCKED: Meaning(
        409,
        "The company has no callbacks, so their settings are locked; the details say whether the"
        " plan lacks them or nobody has opted in.",
    ),
    _R.UNKNOWN_MESSAGE: Meaning(404, "There is no such message; list the messages to find it."),
    _R.MESSAGE_IN_USE: Meaning(
        409, "The message is used; the details say by what. Choose another message there first."
    ),
    _R.MESSAGE_NAME_TAKEN: Meaning(409, "Another message bears this name; choose another one."),
    _R.MESSAGE_ALREADY_KEPT: Meaning(
        409, "This very recording is kept already; the details say under which name. Rename it."
    ),
    _R.TOO_MANY_MESSAGES: Meaning(
        409, "No more messages can be kept; remove some that nothing uses."
    ),
    _R.UNKNOWN_TAG: Meaning(404, "The company has no such tag; list the tags to find it."),
    _R.SYSTEM_TAG: Meaning(
        409,
        "This tag follows from what became of a call: nobody puts it on, takes it off or changes"
        " it.",
    ),
    _R.TAG_ARCHIVED: Meaning(409, "The tag is archived, and put on no further call."),
    _R.TAG_NAME_TAKEN: Meaning(409, "Another tag in use bears this name; choose another one."),
    _R.TOO_MANY_TAGS: Meaning(409, "No more tags can be made; rename one that nobody needs."),
    _R.VALUE_OUT_OF_RANGE: Meaning(
        422, "A value is out of its bounds; the details name the field and the bounds."
    ),
}

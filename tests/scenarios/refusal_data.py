"""What a refusal must say beside its code, so that people can be told what it is about."""

from ringback.core.inputs import Input
from ringback.core.refusals import Refusal, RefusalCode

COLLEAGUE = "colleague_id"
AGENT, CALLBACK, FLOW, OFFER = "agent_id", "callback_id", "flow_id", "offer_id"
NAMED: dict[RefusalCode, set[str]] = {
    RefusalCode.UNKNOWN_FLOW: {FLOW},
    RefusalCode.UNKNOWN_STEP: {"step_id"},
    RefusalCode.UNKNOWN_AGENT: {AGENT},
    RefusalCode.UNKNOWN_OFFER: {OFFER},
    RefusalCode.UNKNOWN_CALLBACK: {CALLBACK},
    RefusalCode.OFFER_OF_ANOTHER_AGENT: {OFFER},
    RefusalCode.OFFER_TAKEN: {OFFER, "taken_by"},
    RefusalCode.OFFER_WITHDRAWN: {OFFER},
    RefusalCode.OFFER_RANG_OUT: {OFFER},
    RefusalCode.OFFER_ALREADY_ACCEPTED: {OFFER},
    RefusalCode.OFFER_ALREADY_DECLINED: {OFFER},
    RefusalCode.AGENT_NOT_ON_A_CALL: {AGENT},
    RefusalCode.NOT_IN_CONVERSATION: {AGENT},
    RefusalCode.CALL_ALREADY_THERE: {AGENT},
    RefusalCode.CONSULTATION_IN_PROGRESS: {AGENT},
    RefusalCode.NO_CONSULTATION: {AGENT},
    RefusalCode.AGENT_NOT_IN_WRAP_UP: {AGENT},
    RefusalCode.AGENT_NOT_AVAILABLE: {AGENT},
    RefusalCode.CALLBACK_ALREADY_DIALLED: {CALLBACK},
    RefusalCode.CALLBACK_ALREADY_ACCEPTED: {CALLBACK},
    RefusalCode.CALLBACK_NOT_QUEUED: {CALLBACK},
    RefusalCode.CALLBACK_ALREADY_THERE: {CALLBACK},
    RefusalCode.CALLBACK_NOT_LISTED: {CALLBACK},
    RefusalCode.CALLBACK_CLAIMED: {CALLBACK, AGENT},
    RefusalCode.CALLBACK_NOT_CLAIMED: {CALLBACK},
    RefusalCode.CALLBACK_BEING_CALLED: {CALLBACK},
    RefusalCode.CUSTOMER_ON_A_CALL: {CALLBACK},
    RefusalCode.DIAL_LIMIT_REACHED: {AGENT, "line_id"},
    RefusalCode.ERASURE_TOO_EARLY: {"customer_id"},
    RefusalCode.CUSTOMER_ERASED: {"customer_id"},
    RefusalCode.OUTCOME_NOT_CORRECTABLE: {CALLBACK},
    RefusalCode.INVALID_FLOW: {"problems"},
    RefusalCode.UNKNOWN_DRAFT: {FLOW},
    RefusalCode.UNKNOWN_VERSION: {FLOW, "version"},
    RefusalCode.VERSION_IN_FORCE: {FLOW, "version"},
    RefusalCode.FLOW_CHANGED_MEANWHILE: {FLOW},
    RefusalCode.UNKNOWN_TAG: {"tag_id"},
    RefusalCode.SYSTEM_TAG: {"tag_id"},
    RefusalCode.TAG_ARCHIVED: {"tag_id"},
    RefusalCode.TAG_NAME_TAKEN: {"name", "tag_id"},
    RefusalCode.UNKNOWN_TEAM: {"team_id"},
    RefusalCode.UNKNOWN_LINE: {"line_id"},
    RefusalCode.PENDING_COUNT_CHANGED: {"line_id", "count"},
    RefusalCode.UNKNOWN_ALERT: {"alert_id"},
    RefusalCode.UNKNOWN_MESSAGE: {"prompt"},
    RefusalCode.MESSAGE_IN_USE: {"prompt", "name", "used_by"},
    RefusalCode.VALUE_OUT_OF_RANGE: {"field", "value", "minimum", "maximum"},
}
WHO_HAS_IT = {RefusalCode.CALLBACK_CLAIMED, RefusalCode.CALLBACK_BEING_CALLED}
"""There the agent named is not the one who asks."""


def assert_says_what_it_is_about(refusal: Refusal, request: Input) -> None:
    """A refusal names all that its code needs, by the ids which the request gave."""
    told = refusal.data
    assert str(refusal) == refusal.code
    assert all(told.get(name) is not None for name in NAMED.get(refusal.code, ())), told
    for name, value in told.items():
        if name == AGENT and refusal.code in WHO_HAS_IT:
            assert value != getattr(request, AGENT, None), "one's own callback is in nobody's way"
        elif name == AGENT and hasattr(request, COLLEAGUE):
            assert value in (getattr(request, AGENT, None), getattr(request, COLLEAGUE))
        elif name.endswith("_id") and hasattr(request, name):
            assert value == getattr(request, name), f"{name}: {value} was not asked for"

"""The fields of every object, with their types: facts of the other API, written anew."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Kind(NamedTuple):
    """What a field may hold."""

    kinds: tuple[type, ...]
    null: bool = False


INT, TEXT, FLAG, LIST, MAP = (Kind((kind,)) for kind in (int, str, bool, list, dict))


def or_null(kind: Kind) -> Kind:
    return Kind(kind.kinds, null=True)


META: Mapping[str, Kind] = {
    "count": INT,
    "total": INT,
    "current_page": INT,
    "per_page": INT,
    "next_page_link": or_null(TEXT),
    "previous_page_link": or_null(TEXT),
}
CALL: Mapping[str, Kind] = {
    "id": INT,
    "direct_link": TEXT,
    "direction": TEXT,
    "status": TEXT,
    "missed_call_reason": or_null(TEXT),
    "started_at": INT,
    "answered_at": or_null(INT),
    "ended_at": or_null(INT),
    "duration": INT,
    "voicemail": or_null(TEXT),
    "recording": or_null(TEXT),
    "asset": or_null(TEXT),
    "raw_digits": TEXT,
    "user": or_null(MAP),
    "contact": or_null(MAP),
    "archived": FLAG,
    "assigned_to": or_null(MAP),
    "transferred_by": or_null(MAP),
    "transferred_to": or_null(MAP),
    "teams": LIST,
    "cost": or_null(TEXT),
    "number": or_null(MAP),
    "comments": LIST,
    "tags": LIST,
    "ivr_options_selected": LIST,
    "ai_voice_agents": LIST,
}
CALL_LISTED: Mapping[str, Kind] = {
    **CALL,
    "sid": TEXT,
    "voicemail_short_url": or_null(TEXT),
    "recording_short_url": or_null(TEXT),
    "conference_participants": LIST,
    "country_code_a2": or_null(TEXT),
    "pricing_type": or_null(TEXT),
}
CALL_TOLD: Mapping[str, Kind] = {
    **CALL,
    "call_uuid": TEXT,
    "participants": LIST,
    "hangup_cause": or_null(TEXT),
    "external_transferred_to": or_null(TEXT),
    "external_caller_number": or_null(TEXT),
}
USER_IN_COMMENT: Mapping[str, Kind] = {
    "id": INT,
    "direct_link": TEXT,
    "name": TEXT,
    "email": TEXT,
    "available": FLAG,
    "availability_status": TEXT,
    "created_at": TEXT,
}
USER_IN_CALL: Mapping[str, Kind] = {**USER_IN_COMMENT, "time_zone": TEXT, "language": TEXT}
USER_V2: Mapping[str, Kind] = {**USER_IN_CALL, "substatus": TEXT, "wrap_up_time": INT}
USER_V1: Mapping[str, Kind] = {**USER_V2, "numbers": LIST, "extension": TEXT, "state": TEXT}
TEAM: Mapping[str, Kind] = {
    "id": INT,
    "direct_link": TEXT,
    "name": TEXT,
    "created_at": TEXT,
    "users": LIST,
}
NUMBER_IN_CALL: Mapping[str, Kind] = {
    "id": INT,
    "direct_link": TEXT,
    "name": TEXT,
    "digits": TEXT,
    "created_at": TEXT,
    "country": TEXT,
    "time_zone": TEXT,
    "open": FLAG,
    "availability_status": TEXT,
    "is_ivr": FLAG,
    "live_recording_activated": FLAG,
    "priority": or_null(INT),
    "messages": MAP,
    "flow_editor_enabled": FLAG,
}
NUMBER: Mapping[str, Kind] = {**NUMBER_IN_CALL, "users": LIST}
CONTACT: Mapping[str, Kind] = {
    "id": INT,
    "direct_link": TEXT,
    "first_name": or_null(TEXT),
    "last_name": or_null(TEXT),
    "company_name": or_null(TEXT),
    "description": or_null(TEXT),
    "information": or_null(TEXT),
    "is_shared": FLAG,
    "created_at": INT,
    "updated_at": INT,
    "phone_numbers": LIST,
    "emails": LIST,
}
PHONE_NUMBER: Mapping[str, Kind] = {"id": INT, "label": TEXT, "value": TEXT}
COMMENT: Mapping[str, Kind] = {
    "id": INT,
    "content": TEXT,
    "posted_at": INT,
    "posted_by": or_null(MAP),
}
TAG: Mapping[str, Kind] = {"id": INT, "name": TEXT, "color": TEXT, "description": or_null(TEXT)}
TAG_ON_CALL: Mapping[str, Kind] = {
    "id": INT,
    "name": TEXT,
    "created_at": INT,
    "tagged_by": or_null(MAP),
}
IVR_OPTION: Mapping[str, Kind] = {
    "id": TEXT,
    "title": TEXT,
    "key": TEXT,
    "branch": or_null(TEXT),
    "created_at": TEXT,
    "transition_started_at": TEXT,
    "transition_ended_at": TEXT,
}
WEBHOOK: Mapping[str, Kind] = {
    "webhook_id": TEXT,
    "direct_link": TEXT,
    "created_at": TEXT,
    "custom_name": TEXT,
    "url": TEXT,
    "active": FLAG,
    "token": TEXT,
    "events": LIST,
}
COMPANY: Mapping[str, Kind] = {"name": TEXT, "users_count": INT, "numbers_count": INT}
ERROR: Mapping[str, Kind] = {"success": FLAG, "error": TEXT, "troubleshoot": TEXT}
ENVELOPE: Mapping[str, Kind] = {
    "resource": TEXT,
    "event": TEXT,
    "timestamp": INT,
    "token": TEXT,
    "data": MAP,
}
OBJECTS: Mapping[str, Mapping[str, Kind]] = {
    "call": CALL_LISTED,
    "call in webhooks": CALL_TOLD,
    "user (v1)": USER_V1,
    "user (v2)": USER_V2,
    "team": TEAM,
    "number": NUMBER,
    "contact": CONTACT,
    "comment": COMMENT,
    "tag": TAG,
    "tag of a call": TAG_ON_CALL,
    "IVR option": IVR_OPTION,
    "webhook": WEBHOOK,
    "company": COMPANY,
}


def assert_fits(shown: Mapping[str, Any], fields: Mapping[str, Kind]) -> None:
    """Check that nothing is missing, and that everything is of its kind."""
    assert set(fields) <= set(shown), set(fields) - set(shown)
    wrong = {
        name: shown[name]
        for name, kind in fields.items()
        if not (shown[name] is None and kind.null) and type(shown[name]) not in kind.kinds
    }
    assert not wrong

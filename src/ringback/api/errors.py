"""One shape for everything the API refuses: a stable code, a sentence, its data and where to read.

EdgeRefused
    What the edge itself refuses, beside the refusals of the core.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from ringback.core.refusals import Refusal, RefusalCode


class EdgeCode(StrEnum):
    """Codes for what never reaches the core."""

    INVALID_TOKEN = "invalid-token"  # noqa: S105 - a code, not a secret
    FOREIGN_ORIGIN = "foreign-origin"
    NOT_FOUND = "not-found"
    METHOD_NOT_ALLOWED = "method-not-allowed"
    VALIDATION_FAILED = "validation-failed"
    BODY_TOO_LARGE = "body-too-large"
    UNKNOWN_CALL = "unknown-call"
    UNKNOWN_CURSOR = "unknown-cursor"
    UNKNOWN_TIME_ZONE = "unknown-time-zone"
    PERIOD_WRONG = "period-wrong"
    TOO_MANY_EXPORTS = "too-many-exports"
    EXPORT_UNAVAILABLE = "export-unavailable"
    NO_VOICEMAIL = "no-voicemail"
    VOICEMAIL_NOT_KEPT = "voicemail-not-kept"
    CALLBACK_NOT_ENDED = "callback-not-ended"
    UNKNOWN_PROMPT = "unknown-prompt"
    UNKNOWN_COUNTRY = "unknown-country"
    NO_SPEECH_ENGINE = "no-speech-engine"
    SPEECH_FAILED = "speech-failed"
    TEXT_EMPTY = "text-empty"
    TEXT_TOO_LONG = "text-too-long"
    RECORDING_TOO_LARGE = "recording-too-large"
    RECORDING_TOO_LONG = "recording-too-long"
    RECORDING_TOO_SHORT = "recording-too-short"
    RECORDING_SILENT = "recording-silent"
    RECORDING_NOT_AUDIO = "recording-not-audio"
    RECORDING_FORMAT_UNKNOWN = "recording-format-unknown"
    RECORDING_DAMAGED = "recording-damaged"
    RECORDING_TOOK_TOO_LONG = "recording-took-too-long"
    NO_PHONE_BOOTH = "no-phone-booth"
    BOOTH_REFUSED = "booth-refused"
    OUTSIDE_NUMBER_INVALID = "outside-number-invalid"
    OUTSIDE_NUMBER_PREMIUM = "outside-number-premium"
    OUTSIDE_NUMBER_SHORT = "outside-number-short"
    OUTSIDE_NUMBER_EMERGENCY = "outside-number-emergency"
    OUTSIDE_NUMBER_COUNTRY = "outside-number-country"
    OUTSIDE_NUMBER_OWN_LINE = "outside-number-own-line"
    NO_OUTSIDE_NUMBER = "no-outside-number"
    PHONE_SYSTEM_NOT_READY = "phone-system-not-ready"
    TOO_MANY_LISTENERS = "too-many-listeners"
    WHAT_IF_UNAVAILABLE = "what-if-unavailable"
    WHAT_IF_RUNNING = "what-if-running"
    UNKNOWN_STUDY = "unknown-study"
    JOURNAL_AWAY = "journal-away"
    OVERLOADED = "overloaded"
    STOPPING = "stopping"
    INTERNAL_ERROR = "internal-error"


ErrorCode = RefusalCode | EdgeCode


class EdgeRefused(Exception):
    """A request that the edge cannot grant."""

    def __init__(self, code: EdgeCode, **details: object) -> None:
        super().__init__(code.value)
        self.code = code
        self.details = details


class Meaning(NamedTuple):
    """What a code becomes at the edge."""

    status: int
    sentence: str


_R, _E = RefusalCode, EdgeCode
MEANINGS: Mapping[ErrorCode, Meaning] = {
    _R.ACCOUNT_NOT_OPEN: Meaning(
        503, "The company is not set up yet; try again when the server has started."
    ),
    _R.ACCOUNT_ALREADY_OPEN: Meaning(409, "The company is set up already."),
    _R.UNKNOWN_LINE: Meaning(404, "There is no such number; list the numbers to find it."),
    _R.UNKNOWN_FLOW: Meaning(404, "There is no such flow; publish it first."),
    _R.UNKNOWN_STEP: Meaning(404, "The flow of this callback has no such step that rings agents."),
    _R.UNKNOWN_TEAM: Meaning(404, "There is no such team; create it first."),
    _R.UNKNOWN_AGENT: Meaning(404, "There is no such agent; list the agents to find them."),
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
    _R.AGENT_NOT_IN_WRAP_UP: Meaning(
        409, "The outcome can only be corrected in the wrap-up of this callback's call."
    ),
    _R.CALLBACKS_HALTED: Meaning(
        409, "Callbacks are halted: nobody is called back until somebody resumes them."
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
    _R.NUMBER_NOT_CALLABLE: Meaning(
        409, "This number cannot be called: it is withheld, invalid, or refused by the settings."
    ),
    _R.PHONES_UNREACHABLE: Meaning(
        503, "The phone system cannot be reached; try again when it is back."
    ),
    _R.OUTCOME_NOT_CORRECTABLE: Meaning(409, "This outcome cannot be corrected, or not again."),
    _R.INVALID_FLOW: Meaning(422, "The flow has problems; the details name the steps at fault."),
    _R.UNKNOWN_DRAFT: Meaning(404, "This flow has no draft; save one first."),
    _R.UNKNOWN_VERSION: Meaning(404, "This flow has no such version; list the versions."),
    _R.VERSION_IN_FORCE: Meaning(409, "This version is in force already."),
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
    _R.VALUE_OUT_OF_RANGE: Meaning(
        422, "A value is out of its bounds; the details name the field and the bounds."
    ),
    _E.INVALID_TOKEN: Meaning(
        401, "Send the token as 'Authorization: Bearer …'; the server printed it at its start."
    ),
    _E.FOREIGN_ORIGIN: Meaning(403, "Pages of another site may not use this server."),
    _E.NOT_FOUND: Meaning(404, "There is nothing at this address."),
    _E.METHOD_NOT_ALLOWED: Meaning(405, "This address does not know that method."),
    _E.VALIDATION_FAILED: Meaning(
        422, "The request is not understood; the details name each field and its problem."
    ),
    _E.BODY_TOO_LARGE: Meaning(413, "The request is too large; send at most 1 MiB."),
    _E.UNKNOWN_CALL: Meaning(404, "There is no such call."),
    _E.UNKNOWN_CURSOR: Meaning(
        422, "The cursor does not belong to this list; read it again from its beginning."
    ),
    _E.UNKNOWN_TIME_ZONE: Meaning(
        422, "There is no such time zone; name one such as Europe/Paris or UTC."
    ),
    _E.PERIOD_WRONG: Meaning(
        422, "The period must end after it begins, and have no more days than allowed."
    ),
    _E.TOO_MANY_EXPORTS: Meaning(
        503, "As many exports as may run at once are running; try again when one has ended."
    ),
    _E.EXPORT_UNAVAILABLE: Meaning(
        503, "The journal cannot be read beside this server: nothing can be exported."
    ),
    _E.NO_VOICEMAIL: Meaning(404, "The caller left no message in this call."),
    _E.VOICEMAIL_NOT_KEPT: Meaning(
        404,
        "The message is not here: it is still being fetched, was deleted, or is older than what"
        " is kept.",
    ),
    _E.CALLBACK_NOT_ENDED: Meaning(
        409, "The callback has not ended yet; `why` tells what it waits for."
    ),
    _E.UNKNOWN_PROMPT: Meaning(404, "There is no such message or music."),
    _E.UNKNOWN_COUNTRY: Meaning(
        404, "The holidays of this country are not known; give its two letters, such as FR."
    ),
    _E.NO_SPEECH_ENGINE: Meaning(
        409, "This machine cannot speak texts; install espeak-ng, then try again."
    ),
    _E.SPEECH_FAILED: Meaning(
        502, "The speech engine did not deliver; the old message stays. Try again or reword it."
    ),
    _E.TEXT_EMPTY: Meaning(422, "The text holds no word that can be spoken."),
    _E.TEXT_TOO_LONG: Meaning(422, "The text is too long to be spoken."),
    _E.RECORDING_TOO_LARGE: Meaning(
        413, "The file is too large; send a shorter recording, or one as MP3."
    ),
    _E.RECORDING_TOO_LONG: Meaning(
        422, "The recording is too long; the details name the bound. Shorten it."
    ),
    _E.RECORDING_TOO_SHORT: Meaning(
        422, "Too little is heard; the details name the least. Record the whole message."
    ),
    _E.RECORDING_SILENT: Meaning(
        422, "Nothing is heard in the recording; check the microphone and record it again."
    ),
    _E.RECORDING_NOT_AUDIO: Meaning(
        415, "The file holds no sound; the details name the formats that are taken."
    ),
    _E.RECORDING_FORMAT_UNKNOWN: Meaning(
        415, "This format of sound is not known; save it as one of those in the details."
    ),
    _E.RECORDING_DAMAGED: Meaning(
        422, "The recording is damaged; save it again from where it was made."
    ),
    _E.RECORDING_TOOK_TOO_LONG: Meaning(
        422, "The recording could not be read in its time; save it again, as WAV or MP3."
    ),
    _E.NO_PHONE_BOOTH: Meaning(
        409, "The phone booth exists only with the simulated phone network (--demo)."
    ),
    _E.BOOTH_REFUSED: Meaning(409, "The phone booth cannot do that at this moment."),
    _E.OUTSIDE_NUMBER_INVALID: Meaning(
        422, "This is no telephone number; write it with its country, such as +33612345678."
    ),
    _E.OUTSIDE_NUMBER_PREMIUM: Meaning(422, "Calls to this number are billed at a premium."),
    _E.OUTSIDE_NUMBER_SHORT: Meaning(422, "Calls cannot ring on a short number."),
    _E.OUTSIDE_NUMBER_EMERGENCY: Meaning(422, "Calls cannot ring on an emergency number."),
    _E.OUTSIDE_NUMBER_COUNTRY: Meaning(
        422, "This number is in a country where none of the lines may call."
    ),
    _E.OUTSIDE_NUMBER_OWN_LINE: Meaning(
        422, "This number is one of the lines; its calls would come back."
    ),
    _E.NO_OUTSIDE_NUMBER: Meaning(422, "No outside number is known of this agent; give one."),
    _E.PHONE_SYSTEM_NOT_READY: Meaning(503, "The phone system is not ready; details say why."),
    _E.TOO_MANY_LISTENERS: Meaning(503, "Too many pages are open; close some and try again."),
    _E.WHAT_IF_UNAVAILABLE: Meaning(
        404, "This server keeps no journal that past days could be replayed from."
    ),
    _E.WHAT_IF_RUNNING: Meaning(
        409, "Another past day is being replayed; wait for it, or stop it first."
    ),
    _E.UNKNOWN_STUDY: Meaning(404, "There is no such study; only the last twenty are kept."),
    _E.JOURNAL_AWAY: Meaning(
        503,
        "The database does not answer, so this is not stored; it may still be when the database is"
        " back. Look then, before trying again.",
    ),
    _E.OVERLOADED: Meaning(503, "The server is overloaded; try again in a moment."),
    _E.STOPPING: Meaning(503, "The server is stopping; try again when it is back."),
    _E.INTERNAL_ERROR: Meaning(
        500, "The server made a mistake; its log has the details under this reference."
    ),
}


class ErrorDetail(BaseModel):
    """What was refused and why."""

    model_config = ConfigDict(frozen=True)

    code: str = Field(description="A stable code in kebab case; write programs against it.")
    message: str = Field(description="One English sentence that says what to do.")
    details: dict[str, Any] = Field(description="The data behind the code; empty for most codes.")
    docs: str = Field(description="Where this code is explained, on this server.")


class ErrorAnswer(BaseModel):
    """The body of every answer that is not a success."""

    error: ErrorDetail


def error_answer(code: ErrorCode, details: Mapping[str, object] | None = None) -> ErrorAnswer:
    """Put a code and its data into the one shape."""
    return ErrorAnswer(
        error=ErrorDetail(
            code=code.value,
            message=MEANINGS[code].sentence,
            details=dict(details or {}),
            docs=f"/api/v1/errors/{code.value}",
        )
    )


def refusal_answer(refusal: Refusal) -> ErrorAnswer:
    return error_answer(refusal.code, {name: plain(value) for name, value in refusal.data.items()})


def plain(value: object) -> object:
    """Turn a refusal's data into what JSON can hold."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Mapping():
            return {str(key): plain(each) for key, each in value.items()}
        case list() | tuple():
            return [plain(each) for each in value]
        case _ if hasattr(value, "total_seconds"):
            return value.total_seconds()
        case _ if hasattr(value, "__dataclass_fields__"):
            return {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
        case _:
            return str(value)


def refuses(*codes: ErrorCode) -> dict[int | str, dict[str, Any]]:
    """Declare for OpenAPI the codes of one operation, beside those every guarded one has."""
    return refuses_only(_E.INVALID_TOKEN, _E.VALIDATION_FAILED, *codes)


def refuses_only(*codes: ErrorCode) -> dict[int | str, dict[str, Any]]:
    """Declare for OpenAPI all codes of an operation."""
    by_status: dict[int | str, dict[str, Any]] = {}
    for code in codes:
        meaning = MEANINGS[code]
        response = by_status.setdefault(
            meaning.status,
            {"model": ErrorAnswer, "content": {"application/json": {"examples": {}}}},
        )
        response["content"]["application/json"]["examples"][code.value] = {
            "summary": meaning.sentence,
            "value": error_answer(code).model_dump(mode="json"),
        }
    for response in by_status.values():
        examples = response["content"]["application/json"]["examples"]
        response["description"] = "Refused: " + ", ".join(f"`{code}`" for code in examples)
    return by_status

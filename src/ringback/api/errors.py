"""One shape for everything the API refuses: a stable code, a sentence, its data and where to read.

EdgeRefused
    What the edge itself refuses, beside the refusals of the core.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from ringback.access.refusals import AccessCode
from ringback.core.refusals import Refusal, RefusalCode

from .access_meanings import ACCESS_MEANINGS
from .refusal_meanings import REFUSALS, Meaning


class EdgeCode(StrEnum):
    """Codes for what never reaches the core."""

    INVALID_TOKEN = "invalid-token"  # noqa: S105 - a code, not a secret
    FOREIGN_ORIGIN = "foreign-origin"
    NOT_FOUND = "not-found"
    METHOD_NOT_ALLOWED = "method-not-allowed"
    VALIDATION_FAILED = "validation-failed"
    BODY_TOO_LARGE = "body-too-large"
    UNKNOWN_COMPANY = "unknown-company"
    UNKNOWN_CALL = "unknown-call"
    UNKNOWN_CONTACT = "unknown-contact"
    UNKNOWN_CURSOR = "unknown-cursor"
    UNKNOWN_NOTE = "unknown-note"
    NOTE_OF_ANOTHER_AGENT = "note-of-another-agent"
    NOTE_EMPTY = "note-empty"
    NOTE_TOO_LONG = "note-too-long"
    TOO_MANY_NOTES = "too-many-notes"
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
    NO_BROWSER_PHONE = "no-browser-phone"
    PHONE_NOT_REACHED = "phone-not-reached"
    PHONE_ELSEWHERE = "phone-elsewhere"
    NOT_READY = "not-ready"
    TOO_MANY_LISTENERS = "too-many-listeners"
    WHAT_IF_UNAVAILABLE = "what-if-unavailable"
    WHAT_IF_RUNNING = "what-if-running"
    UNKNOWN_STUDY = "unknown-study"
    UNKNOWN_CALL_LIST = "unknown-call-list"
    CALL_LIST_TOO_LARGE = "call-list-too-large"
    CALL_LIST_UNREADABLE = "call-list-unreadable"
    CALL_LIST_EMPTY = "call-list-empty"
    CALL_LIST_COLUMN_MISSING = "call-list-column-missing"
    CALL_LIST_ROW_WRONG = "call-list-row-wrong"
    CALL_LIST_TOO_LONG = "call-list-too-long"
    CALL_LIST_SERVICE_UNKNOWN = "call-list-service-unknown"
    CALL_LIST_AGENTS_UNKNOWN = "call-list-agents-unknown"
    TOO_MANY_REQUESTS_OF_NUMBER = "too-many-requests-of-number"
    TOO_MANY_REQUESTS_OF_KEY = "too-many-requests-of-key"
    IDEMPOTENCY_KEY_WRONG = "idempotency-key-wrong"
    IDEMPOTENCY_KEY_REUSED = "idempotency-key-reused"
    IDEMPOTENCY_KEY_IN_USE = "idempotency-key-in-use"
    UNKNOWN_WEBHOOK = "unknown-webhook"
    UNKNOWN_DELIVERY = "unknown-delivery"
    WEBHOOK_TARGET_REFUSED = "webhook-target-refused"
    TOO_MANY_WEBHOOKS = "too-many-webhooks"
    TOO_MANY_REPLAYS = "too-many-replays"
    JOURNAL_AWAY = "journal-away"
    OVERLOADED = "overloaded"
    STOPPING = "stopping"
    INTERNAL_ERROR = "internal-error"


ErrorCode = RefusalCode | EdgeCode | AccessCode


class EdgeRefused(Exception):
    """A request that the edge cannot grant."""

    def __init__(self, code: EdgeCode, **details: object) -> None:
        super().__init__(code.value)
        self.code = code
        self.details = details


_E = EdgeCode
_EDGE: Mapping[EdgeCode, Meaning] = {
    _E.INVALID_TOKEN: Meaning(
        401,
        "This token or key is not known, or was revoked; send one as 'Authorization: Bearer …'.",
    ),
    _E.FOREIGN_ORIGIN: Meaning(403, "Pages of another site may not use this server."),
    _E.NOT_FOUND: Meaning(404, "There is nothing at this address."),
    _E.METHOD_NOT_ALLOWED: Meaning(405, "This address does not know that method."),
    _E.VALIDATION_FAILED: Meaning(
        422, "The request is not understood; the details name each field and its problem."
    ),
    _E.BODY_TOO_LARGE: Meaning(413, "The request is too large; send at most 1 MiB."),
    _E.UNKNOWN_COMPANY: Meaning(
        404, "There is no such company here, or it is not that of who asks."
    ),
    _E.UNKNOWN_CALL: Meaning(404, "There is no such call."),
    _E.UNKNOWN_CONTACT: Meaning(404, "There is no such contact; it may have been erased."),
    _E.UNKNOWN_NOTE: Meaning(404, "There is no such note; it may have been deleted."),
    _E.NOTE_OF_ANOTHER_AGENT: Meaning(
        403, "Another agent has written this note; only they change it."
    ),
    _E.NOTE_EMPTY: Meaning(422, "The note holds no word; write something, or delete it."),
    _E.NOTE_TOO_LONG: Meaning(422, "The note is too long; the details name the bound."),
    _E.TOO_MANY_NOTES: Meaning(409, "No further note can be written about this call; edit one."),
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
    _E.OUTSIDE_NUMBER_SHORT: Meaning(422, "A short number cannot be called."),
    _E.OUTSIDE_NUMBER_EMERGENCY: Meaning(422, "An emergency number cannot be called."),
    _E.OUTSIDE_NUMBER_COUNTRY: Meaning(
        422, "This number is in a country that may not be called from here."
    ),
    _E.OUTSIDE_NUMBER_OWN_LINE: Meaning(
        422, "This number is one of the lines; its calls would come back."
    ),
    _E.NO_OUTSIDE_NUMBER: Meaning(422, "No outside number is known of this agent; give one."),
    _E.NO_BROWSER_PHONE: Meaning(
        409, "This agent's phone is not in the page, or the phones are simulated."
    ),
    _E.PHONE_NOT_REACHED: Meaning(
        503, "The phone system does not let the page's phone in at this moment; try again."
    ),
    _E.PHONE_ELSEWHERE: Meaning(409, "Another page of this agent has the phone now."),
    _E.NOT_READY: Meaning(
        503, "Calls cannot be taken at this moment; GET /api/v1/health says why to those who may."
    ),
    _E.TOO_MANY_LISTENERS: Meaning(503, "Too many pages are open; close some and try again."),
    _E.WHAT_IF_UNAVAILABLE: Meaning(
        404, "This server keeps no journal that past days could be replayed from."
    ),
    _E.WHAT_IF_RUNNING: Meaning(
        409, "Another past day is being replayed; wait for it, or stop it first."
    ),
    _E.UNKNOWN_STUDY: Meaning(404, "There is no such study; only the last twenty are kept."),
    _E.UNKNOWN_CALL_LIST: Meaning(
        404, "There is no such call list; only the last five are kept. Send it again."
    ),
    _E.CALL_LIST_TOO_LARGE: Meaning(413, "The call list is too large; send 20 MiB at most."),
    _E.CALL_LIST_UNREADABLE: Meaning(
        422, "The file is no call list that can be read: a CSV file is, packed by gzip or not."
    ),
    _E.CALL_LIST_EMPTY: Meaning(422, "The call list holds no calls."),
    _E.CALL_LIST_COLUMN_MISSING: Meaning(
        422, "The call list lacks a column; the details name it, and those there are."
    ),
    _E.CALL_LIST_ROW_WRONG: Meaning(
        422, "A row of the call list is not understood; the details name its line and problem."
    ),
    _E.CALL_LIST_TOO_LONG: Meaning(422, "The call list has more calls than can be replayed."),
    _E.CALL_LIST_SERVICE_UNKNOWN: Meaning(
        422, "No call of the list says how long it was talked: give a column `service`, in seconds."
    ),
    _E.CALL_LIST_AGENTS_UNKNOWN: Meaning(
        422, "The call list does not say who served: say how many agents there are."
    ),
    _E.TOO_MANY_REQUESTS_OF_NUMBER: Meaning(
        429, "This number has been asked for too often in a day; the details say how often it may."
    ),
    _E.TOO_MANY_REQUESTS_OF_KEY: Meaning(
        429, "Too many callbacks were asked for in a minute; wait, then go on more slowly."
    ),
    _E.IDEMPOTENCY_KEY_WRONG: Meaning(
        422,
        "An Idempotency-Key has 1 to 200 printable characters; make a new one for each request.",
    ),
    _E.IDEMPOTENCY_KEY_REUSED: Meaning(
        422, "This Idempotency-Key was used for another request; make a new one."
    ),
    _E.IDEMPOTENCY_KEY_IN_USE: Meaning(
        409, "The request with this Idempotency-Key is still under way; wait for its answer."
    ),
    _E.UNKNOWN_WEBHOOK: Meaning(404, "There is no such webhook; list them to find it."),
    _E.UNKNOWN_DELIVERY: Meaning(
        404, "There is no such delivery, or the webhook does not ask for its type any more."
    ),
    _E.WEBHOOK_TARGET_REFUSED: Meaning(
        422, "A webhook cannot have this address; the details say why."
    ),
    _E.TOO_MANY_WEBHOOKS: Meaning(409, "No more webhooks can be set up; remove one first."),
    _E.TOO_MANY_REPLAYS: Meaning(
        409, "As many replays as may go on at once are going on; wait until one has ended."
    ),
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
MEANINGS: Mapping[ErrorCode, Meaning] = dict(
    (*REFUSALS.items(), *_EDGE.items(), *ACCESS_MEANINGS.items())
)


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
    return refuses_only(
        _E.INVALID_TOKEN,
        AccessCode.NOT_SIGNED_IN,
        AccessCode.NOT_PERMITTED,
        AccessCode.TO_DO_FIRST,
        _E.VALIDATION_FAILED,
        *codes,
    )


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

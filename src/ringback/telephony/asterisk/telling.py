"""Tell people how the connection to Asterisk stands: in the health, and in the log."""

import msgspec
import structlog

from ringback.core.ids import CallId
from ringback.ports import PhoneSystemHealth, PhoneSystemState, VoicemailNotReached

from .client import AriError
from .connection_states import (
    ApplicationReplaced,
    Connected,
    Connecting,
    ConnectionState,
    Unreachable,
    WrongPassword,
)

_log = structlog.get_logger(__name__)


class Teller:
    """Keeps what is to be said; the log says each thing once for each connection.

    While a connection is tried again, the reason why there is none stays what is told.
    """

    def __init__(self) -> None:
        self._state: ConnectionState = Connecting()
        self._trouble: str | None = None
        self._complaints: tuple[str, ...] = ()
        self._logged: set[str] = set()

    def tell(self, state: ConnectionState) -> None:
        """Take up the state of the connection."""
        if isinstance(state, Connecting):
            return
        self._state = state
        if isinstance(state, Connected):
            self._trouble, self._complaints = None, ()
            self._logged.clear()
            _log.info("asterisk.connected", sentence=state.sentence)
        else:
            self._warn("asterisk.away", state.sentence)

    def tell_trouble(self, failure: AriError | msgspec.MsgspecError) -> None:
        """Take up why Asterisk has not been listed."""
        why = str(failure) if isinstance(failure, AriError) else "its answer cannot be read"
        self._trouble = (
            f"Asterisk is connected but does not list its calls ({why}). "
            "Asking again every second. See Asterisk's own log if it stays so."
        )
        self._warn("asterisk.not-listed", self._trouble)

    def tell_not_taken(self, call_id: CallId, failure: VoicemailNotReached) -> None:
        """Take up that it is not known whether a caller left a message."""
        sentence = f"Whether the caller of {call_id} left a message is not known ({failure})."
        self._warn("asterisk.voicemail-not-taken", sentence, call_id=call_id)

    def tell_complaints(self, complaints: tuple[str, ...]) -> None:
        """Take up which trunks and phones cannot be used."""
        self._complaints = complaints
        for complaint in complaints:
            self._warn("asterisk.incomplete", complaint)

    def health(self, *, is_ready: bool) -> PhoneSystemHealth:
        match self._state:
            case Connected() if is_ready:
                words = (self._state.sentence, *self._complaints)
                return PhoneSystemHealth(PhoneSystemState.READY, " ".join(words))
            case Connected():
                sentence = self._trouble or "Asterisk is being asked for its calls."
                return PhoneSystemHealth(PhoneSystemState.CONNECTING, sentence)
            case Connecting():
                state = PhoneSystemState.CONNECTING
            case Unreachable():
                state = PhoneSystemState.UNREACHABLE
            case WrongPassword():
                state = PhoneSystemState.WRONG_PASSWORD
            case ApplicationReplaced():
                state = PhoneSystemState.REPLACED
        return PhoneSystemHealth(state, self._state.sentence)

    def _warn(self, event: str, sentence: str, **names: str) -> None:
        if sentence not in self._logged:
            self._logged.add(sentence)
            _log.warning(event, sentence=sentence, **names)

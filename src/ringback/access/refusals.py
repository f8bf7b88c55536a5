"""Why somebody is not let in, or may not change who is let in.

AccessRefused
    A request about access that is not granted.
"""

from enum import StrEnum


class AccessCode(StrEnum):
    """Stable codes, as those of the core."""

    NOT_SIGNED_IN = "not-signed-in"
    SIGN_IN_REFUSED = "sign-in-refused"
    COMPANY_REQUIRED = "company-required"
    SECOND_FACTOR_REQUIRED = "second-factor-required"
    CODE_WRONG = "code-wrong"
    SECOND_FACTOR_UNREADABLE = "second-factor-unreadable"
    TOO_MANY_ATTEMPTS = "too-many-attempts"
    NOT_PERMITTED = "not-permitted"
    TO_DO_FIRST = "to-do-first"
    SETUP_DONE = "setup-done"
    SETUP_FROM_ELSEWHERE = "setup-from-elsewhere"
    PASSWORD_TOO_WEAK = "password-too-weak"  # noqa: S105 - a code, not a secret
    PASSWORD_WRONG = "password-wrong"  # noqa: S105 - a code, not a secret
    SECOND_FACTOR_ON = "second-factor-on"
    SECOND_FACTOR_OFF = "second-factor-off"
    UNKNOWN_USER = "unknown-user"
    UNKNOWN_SESSION = "unknown-session"
    EMAIL_TAKEN = "email-taken"
    AGENT_TAKEN = "agent-taken"
    AGENT_REQUIRED = "agent-required"
    LAST_OWNER = "last-owner"
    UNKNOWN_API_KEY = "unknown-api-key"
    TOO_MANY_API_KEYS = "too-many-api-keys"


class AccessRefused(Exception):
    """A request about access that is not granted."""

    def __init__(self, code: AccessCode, **details: object) -> None:
        super().__init__(code.value)
        self.code = code
        self.details = details

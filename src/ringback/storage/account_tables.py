"""All tables there are, each of whose rows belongs to one account (S24)."""

from collections.abc import Sequence
from typing import Final

from ringback.core.ids import AccountId

from .record_statements import Statement

ACCOUNT_TABLES: Final = (
    "journal",
    "customer",
    "note",
    "record_version",
    "call",
    "call_tag",
    "callback",
    "service",
    "late_fact",
    "agent_hour",
    "agent_away",
    "snapshot",
    "webhook",
    "webhook_run",
    "webhook_delivery",
    "given_number",
    "access_user",
    "access_session",
    "access_key",
    "access_log",
)
"""The journal first, since the log of what people did goes only after it."""


def statements_of_removal(account_id: AccountId) -> Sequence[Statement]:
    """Delete all that is kept of an account."""
    return [(f"DELETE FROM {table} WHERE account = ?", [(account_id,)]) for table in ACCOUNT_TABLES]

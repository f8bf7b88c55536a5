"""The one table of who may do what; `docs/permissions.md` is drawn from it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from ringback.people import Role

from .refusals import AccessCode, AccessRefused


class Permission(StrEnum):
    """What a route or a message needs."""

    OPEN = "open"
    OWN_SESSION = "own-session"
    BOARD_SEE = "board.see"
    AGENT_WORK = "agent.work"
    AGENTS_DIRECT = "agents.direct"
    CALLS_SEE = "calls.see"
    VOICEMAILS_DELETE = "voicemails.delete"
    CALLBACKS_REQUEST = "callbacks.request"
    CALLBACKS_CANCEL = "callbacks.cancel"
    CALLBACKS_DIRECT = "callbacks.direct"
    CALLBACKS_HALT = "callbacks.halt"
    ANALYTICS_SEE = "analytics.see"
    RECORDS_EXPORT = "records.export"
    CUSTOMERS_ERASE = "customers.erase"
    ALERTS_SEE = "alerts.see"
    SETTINGS_SEE = "settings.see"
    SETTINGS_CHANGE = "settings.change"
    ACCOUNT_CHANGE = "account.change"
    WHAT_IF = "what-if"
    HEALTH_SEE = "health.see"
    BOOTH_USE = "booth.use"
    USERS_MANAGE = "users.manage"
    API_KEYS_MANAGE = "api-keys.manage"
    WEBHOOKS_MANAGE = "webhooks.manage"
    AUDIT_LOG_SEE = "audit-log.see"
    AUDIT_LOG_NOTE = "audit-log.note"


class Row(NamedTuple):
    """Who has a permission, and what it allows."""

    roles: frozenset[Role]
    meaning: str


_EVERYBODY = frozenset(Role)
_SUPERVISORS = frozenset({Role.OWNER, Role.ADMIN, Role.SUPERVISOR})
_ADMINS = frozenset({Role.OWNER, Role.ADMIN})
_OWNERS = frozenset({Role.OWNER})

_P = Permission
TABLE: Final[Mapping[Permission, Row]] = {
    _P.OPEN: Row(_EVERYBODY, "What nobody must be signed in for."),
    _P.OWN_SESSION: Row(
        _EVERYBODY, "See and end one's own sessions; one's own password and second factor."
    ),
    _P.BOARD_SEE: Row(_EVERYBODY, "Follow what goes on, on one's own lines."),
    _P.AGENT_WORK: Row(
        _EVERYBODY,
        "Take calls and callbacks as the agent who one is: status, offers, conversation,"
        " callbacks to call by hand, tags and notes on calls, names of contacts.",
    ),
    _P.AGENTS_DIRECT: Row(_SUPERVISORS, "Do the same in the place of an agent in one's scope."),
    _P.CALLS_SEE: Row(
        _EVERYBODY,
        "Calls, callbacks, their timelines and messages left, of one's own lines; contacts.",
    ),
    _P.VOICEMAILS_DELETE: Row(_SUPERVISORS, "Delete messages that callers left."),
    _P.CALLBACKS_REQUEST: Row(
        _SUPERVISORS, "Have customers called back who have not called, on one's own lines."
    ),
    _P.CALLBACKS_CANCEL: Row(_EVERYBODY, "Cancel a callback of one's own lines."),
    _P.CALLBACKS_DIRECT: Row(
        _SUPERVISORS, "Move waiting callbacks, release claims, cancel all that a line has pending."
    ),
    _P.CALLBACKS_HALT: Row(_ADMINS, "Halt all callbacks of the company, and resume them."),
    _P.ANALYTICS_SEE: Row(_SUPERVISORS, "Figures of one's own lines."),
    _P.RECORDS_EXPORT: Row(_SUPERVISORS, "Export calls and callbacks of one's own lines."),
    _P.CUSTOMERS_ERASE: Row(
        _ADMINS,
        "Hand over all that is kept of a customer, erase a customer, and remove what was kept for"
        " long enough.",
    ),
    _P.ALERTS_SEE: Row(_SUPERVISORS, "See and dismiss alerts of one's own lines."),
    _P.SETTINGS_SEE: Row(_SUPERVISORS, "Read the settings of lines, teams, agents and flows."),
    _P.SETTINGS_CHANGE: Row(
        _ADMINS, "Change them, publish flows, keep messages and tags of one's own."
    ),
    _P.ACCOUNT_CHANGE: Row(_OWNERS, "Change the settings of the whole company."),
    _P.WHAT_IF: Row(_ADMINS, "Replay past days with other settings."),
    _P.HEALTH_SEE: Row(_SUPERVISORS, "Tell how the phone system and the journal are."),
    _P.BOOTH_USE: Row(_EVERYBODY, "Play the customers; exists on simulated phones alone."),
    _P.USERS_MANAGE: Row(_ADMINS, "Add, change and deactivate users, and reset what they forgot."),
    _P.API_KEYS_MANAGE: Row(_ADMINS, "Make and revoke keys of programs."),
    _P.WEBHOOKS_MANAGE: Row(_ADMINS, "Set up webhooks, which tell other programs everything."),
    _P.AUDIT_LOG_SEE: Row(_ADMINS, "Read and export who did what."),
    _P.AUDIT_LOG_NOTE: Row(
        _OWNERS, "Have the log say that one exported beside the server, as the commands do."
    ),
}


def permissions_of(role: Role) -> frozenset[Permission]:
    return frozenset(permission for permission, row in TABLE.items() if role in row.roles)


def outranks(one: Role, other: Role) -> bool:
    """Tell whether a role is at least as mighty: nobody gives away more than they have."""
    ranks = list(Role)
    return ranks.index(one) <= ranks.index(other)


def refuse_to_outrank(by: Role, role: Role) -> None:
    """Raise `AccessRefused` for who deals with a role above their own."""
    if not outranks(by, role):
        raise AccessRefused(AccessCode.NOT_PERMITTED, role=role.value)

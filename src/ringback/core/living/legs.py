"""The names of the legs of calls."""

from ringback.core.ids import CallId, LegId, OfferId

AGENT_LEG = "agent-"
CUSTOMER_LEG = "customer-"
REDIRECT_LEG = "customer-redirect-"


def agent_leg(offer_id: OfferId) -> LegId:
    """Name the leg of an agent's phone for one offer."""
    return LegId(f"{AGENT_LEG}{offer_id}")


def is_agent_leg(leg_id: LegId) -> bool:
    return leg_id.startswith(AGENT_LEG)


def customer_leg(call_id: CallId) -> LegId:
    """Name the leg of the customer's phone in one outbound call."""
    return LegId(f"{CUSTOMER_LEG}{call_id}")


def redirect_leg(call_id: CallId, number: int) -> LegId:
    """Name the leg of a number outside that is dialled for a caller."""
    return LegId(f"{REDIRECT_LEG}{number}-{call_id}")


def call_of_redirect(leg_id: LegId) -> CallId | None:
    """Name the call for which a leg was dialled; None for a leg of another kind."""
    if not leg_id.startswith(REDIRECT_LEG):
        return None
    return CallId(leg_id.removeprefix(REDIRECT_LEG).partition("-")[2])

"""Alerts: what somebody should look at, and that somebody has."""

from fastapi import APIRouter

from ringback.access.permissions import Permission
from ringback.api.alerts_shown import alerts_shown
from ringback.api.dependencies import GivenPresenter, GivenServices, GivenSight
from ringback.api.errors import refuses
from ringback.api.permitting import GivenPrincipal, needs
from ringback.api.views import AlertView
from ringback.core.ids import AlertId
from ringback.core.inputs import DismissAlert
from ringback.core.refusals import Refusal, RefusalCode

router = APIRouter(tags=["alerts"])


@router.get("/alerts", name="list_alerts", responses=refuses())
@needs(Permission.ALERTS_SEE)
async def list_alerts(
    services: GivenServices, show: GivenPresenter, sight: GivenSight
) -> list[AlertView]:
    """List the alerts that nobody has dismissed, the oldest first."""
    return sight.alerts_of(alerts_shown(services.engine.world, show))


@router.post(
    "/alerts/{alert_id}/dismiss",
    name="dismiss_alert",
    responses=refuses(RefusalCode.UNKNOWN_ALERT),
)
@needs(Permission.ALERTS_SEE)
async def dismiss_alert(
    alert_id: str,
    who: GivenPrincipal,
    services: GivenServices,
    show: GivenPresenter,
    sight: GivenSight,
) -> list[AlertView]:
    """Take an alert off everybody's screen; gives those that are left."""
    alert = services.engine.world.alerts.get(AlertId(alert_id))
    if alert is not None and alert.line_id in sight.hidden:
        raise Refusal(RefusalCode.UNKNOWN_ALERT, alert_id=alert_id)
    await services.engine.request(DismissAlert(AlertId(alert_id)), who.actor)
    return sight.alerts_of(alerts_shown(services.engine.world, show))

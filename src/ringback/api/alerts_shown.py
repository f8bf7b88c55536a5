"""The alerts that nobody has dismissed, as the API shows them."""

from dataclasses import asdict

from ringback.core.world import World

from .presenter import Presenter
from .views import AlertView


def alerts_shown(world: World, show: Presenter) -> list[AlertView]:
    """Show them, the oldest first."""
    return [
        AlertView(line=show.line(alert.line_id), **asdict(alert)) for alert in world.alerts.values()
    ]

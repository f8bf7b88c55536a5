"""Tells when new calls are refused because those before them are served too late (L4)."""

from datetime import datetime, timedelta

LATENESS_MAX = timedelta(milliseconds=200)
"""Beyond this the server or the phone system is behind."""
HICCUP_MAX = timedelta(milliseconds=500)
"""For so long it may be behind before anybody is refused: one slow commit turns nobody away."""
AFTERMATH = timedelta(seconds=10)
"""For so long after a refusal being behind refuses at once: the next wave is not let in."""
LATENESS_MAX_IN_AFTERMATH = timedelta(milliseconds=50)
"""Whoever is let in brings work that is not late yet: a crowd is let in by few at a time."""


class Congestion:
    """Remembers since when the server has been behind, and when it refused last."""

    def __init__(self) -> None:
        self._behind_since: datetime | None = None
        self._refused_at: datetime | None = None

    def note(self, lateness: timedelta, now: datetime) -> None:
        """Take note of how late things are, whenever something is done."""
        limit = LATENESS_MAX_IN_AFTERMATH if self._refused_lately(now) else LATENESS_MAX
        if lateness <= limit:
            self._behind_since = None
        elif self._behind_since is None:
            self._behind_since = now

    def refuses(self, now: datetime) -> bool:
        """Say whether a call that comes in now is to be refused."""
        if self._behind_since is None:
            return False
        if not self._refused_lately(now) and now - self._behind_since < HICCUP_MAX:
            return False
        self._refused_at = now
        return True

    def _refused_lately(self, now: datetime) -> bool:
        return self._refused_at is not None and now - self._refused_at <= AFTERMATH

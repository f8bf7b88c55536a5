"""Where an installation keeps what, for whoever looks at the room there."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from ringback.config.settings import Settings
from ringback.runtime.machine import Held


def places_of(settings: Settings) -> Mapping[Held, Path]:
    """Name the places on this machine; a database's disk is its own affair."""
    places = {Held.RECORDINGS: settings.voicemails}
    if settings.storage.database is None:
        places[Held.JOURNAL] = settings.journal_path
    places[Held.PASSING] = Path(tempfile.gettempdir())
    return places

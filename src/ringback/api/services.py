"""What the API serves from: the running account and all that belongs to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ringback.access.access import Access
from ringback.core.ids import AgentId
from ringback.core.settings import PhoneKind
from ringback.ports import BrowserPhones, Clock, JournalHealth, NumberBook, PhoneSystemHealth
from ringback.records.archive import Archive
from ringback.records.book import RecordBook
from ringback.records.export_desk import ExportDesk
from ringback.runtime.desks import Desks
from ringback.runtime.erasure import Eraser
from ringback.runtime.loop import Engine
from ringback.runtime.machine import Machine
from ringback.runtime.message_library import MessageLibrary
from ringback.runtime.outside_numbers import OutsideNumbers
from ringback.runtime.presence import Presence
from ringback.runtime.retention import Retention
from ringback.runtime.voicemails import VoicemailKeeper
from ringback.simulation.what_if import WhatIfDesk
from ringback.speech.uploads import Converter
from ringback.webhooks.desk import WebhookDesk

from .compatible.links import VoicemailLinks
from .compatible.numbering import Numbering
from .ice_servers import IceServers


@dataclass(frozen=True, slots=True)
class Privacy:
    """Who erases customers, and who removes what was kept for long enough."""

    eraser: Eraser
    retention: Retention


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything `create_app` is given; `bootstrap` builds it."""

    engine: Engine
    records: RecordBook
    """Of what goes on, and what has just ended."""
    archive: Archive
    """All records there are."""
    number_book: NumberBook
    presence: Presence
    outside_numbers: OutsideNumbers
    own_phones: Mapping[AgentId, PhoneKind]
    """The phones that agents have beside their outside number; a browser where none is named."""
    voicemails: VoicemailKeeper
    messages: MessageLibrary
    webhooks: WebhookDesk
    numbering: Numbering
    links: VoicemailLinks
    desks: Desks
    privacy: Privacy
    clock: Clock
    phone_health: Callable[[], PhoneSystemHealth]
    journal_health: Callable[[], JournalHealth]
    access: Access
    token: str
    """The operator's: whoever bears it may do everything."""
    machine: Machine = field(default_factory=Machine)
    """What this runs on."""
    spoken_prompts: Path | None = None
    """Where messages spoken from a text are kept; `spoken/<name>` refers to them."""
    previews: Path | None = None
    """Where texts are spoken to be listened to, before anything names them."""
    converter: Converter = field(default_factory=Converter)
    demo: bool = False
    what_if: WhatIfDesk | None = None
    """Who replays past days; None where the journal cannot be read beside the server."""
    exports: ExportDesk | None = None
    """Who exports records; None where the journal cannot be read beside the server."""
    browser_phones: BrowserPhones | None = None
    """The phones in agents' pages; None with simulated phones, where the page itself is one."""
    ice_servers: IceServers = field(default_factory=IceServers)
    booth: Any = None
    """The simulated network's phone booth; None when real phones are used."""

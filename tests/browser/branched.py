"""A Smartflow with all that a list of steps may have."""

from typing import Any

MONDAY = {"weekday": "monday", "opens": "09:00", "closes": "18:00"}
BRANCHED: dict[str, Any] = {
    "name": "Paris",
    "first": "welcome",
    "steps": [
        {"kind": "audio", "id": "welcome", "prompt": "fr/welcome", "next": "dates"},
        {
            "kind": "dates",
            "id": "dates",
            "time_zone": "Europe/Paris",
            "dates": [{"name": "Noël", "first": "2026-12-25", "last": "2026-12-25"}],
            "special": "closed",
            "ordinary": "hours",
        },
        {
            "kind": "hours",
            "id": "hours",
            "time_zone": "Europe/Paris",
            "periods": [MONDAY],
            "open": "menu",
            "closed": "closed",
        },
        {
            "kind": "menu",
            "id": "menu",
            "prompt": "fr/menu",
            "choices": [{"digit": "1", "next": "support"}, {"digit": "2", "next": "lea"}],
            "no_choice": "support",
        },
        {
            "kind": "ring",
            "id": "support",
            "target": {"team_id": "support"},
            "next": "voicemail",
            "waiting": {"messages": ["fr/offer"]},
        },
        {"kind": "ring", "id": "lea", "target": {"agent_id": "lea"}, "next": ""},
        {"kind": "voicemail", "id": "voicemail", "prompt": "fr/voicemail_greeting"},
        {"kind": "hang-up", "id": "closed", "prompt": "fr/closed"},
    ],
}
"""Every way a list may go: branches, two ways to one step, and one that leads nowhere yet."""

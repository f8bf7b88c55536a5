"""How the settings' models read in `docs/configuration.md`: one row for each setting."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ringback.config import company, entries, flow_entries, settings

SECTIONS: Mapping[str, type[BaseModel]] = {
    "The first lines": settings.Settings,
    "`[http]`": settings.HttpSection,
    "`[asterisk]`": settings.AsteriskSection,
    "`[[trunks]]`": settings.TrunkEntry,
    "`[storage]`": settings.StorageSection,
    "`[access]`": settings.AccessSection,
    "`[log]`": settings.LogSection,
    "`[messages]`": settings.MessagesSection,
    "`[webhooks]`": settings.WebhooksSection,
    "`[[companies]]`": settings.CompanyEntry,
    "`[account]`": company.AccountEntry,
    "`[[agents]]`": company.AgentEntry,
    "`hours` of an agent": entries.WeeklyEntry,
    "`[[teams]]`": company.TeamEntry,
    "`[[tags]]`": company.TagEntry,
    "`[[flows]]`": flow_entries.FlowEntry,
    '`[[flows.steps]]` with `kind = "audio"`': flow_entries.AudioEntry,
    '`[[flows.steps]]` with `kind = "ring"`': flow_entries.RingEntry,
    "`waiting` of a ring step": flow_entries.WaitingEntry,
    '`[[flows.steps]]` with `kind = "menu"`': flow_entries.MenuEntry,
    "`choices` of a menu step": flow_entries.ChoiceEntry,
    '`[[flows.steps]]` with `kind = "hours"`': flow_entries.HoursEntry,
    "`periods` of an hours step": entries.PeriodEntry,
    '`[[flows.steps]]` with `kind = "dates"`': flow_entries.DatesEntry,
    "`dates` of a dates step": flow_entries.SpecialEntry,
    '`[[flows.steps]]` with `kind = "redirect-to-line"`': flow_entries.RedirectToLineEntry,
    '`[[flows.steps]]` with `kind = "redirect-to-number"`': flow_entries.RedirectToNumberEntry,
    '`[[flows.steps]]` with `kind = "voicemail"`': flow_entries.VoicemailEntry,
    '`[[flows.steps]]` with `kind = "hang-up"`': flow_entries.HangUpEntry,
    "`[[lines]]`": company.LineEntry,
    "`callbacks` of a line": company.CallbackEntry,
    "`dialling` of a line": company.DiallingEntry,
}

WORDS_OF_PATTERN = {
    r"^[a-z0-9][a-z0-9_-]{0,63}$": "an id",
    r"^[a-z][a-z0-9-]{0,31}$": "a company's id",
    r"^[A-Z]{2}$": "a country",
    r"^[a-z0-9_-]+/[a-z0-9_-]+$": "a prompt",
    r"^[0-9#]$": "a key",
    r"^#[0-9A-Fa-f]{6}$": "a colour",
    settings.HOST_AND_PORT: "a host and port",
    r"^https?://[^/\s]+$": "an address",
}

PLURALS = {
    "a table": "tables",
    "an id": "ids",
    "a day": "days",
    "a country": "countries",
    "a prompt": "prompts",
    "text": "texts",
    "1 to 100 characters": "texts of 1 to 100 characters",
}

Schema = Mapping[str, Any]


def rows(model: type[BaseModel]) -> Iterator[str]:
    """Give the beginning of each setting's row: its name, its values and its default."""
    whole = model.model_json_schema()
    required = whole.get("required", ())
    for name, schema in whole["properties"].items():
        default = "required" if name in required else _default(schema)
        yield f"| `{name}` | {_values(schema, whole.get('$defs', {}))} | {default} | "


def _default(schema: Schema) -> str:
    match schema.get("default"):
        case None | [] | {}:
            return "–"
        case bool(value):
            return f"`{str(value).lower()}`"
        case list(values):
            return ", ".join(f"`{value}`" for value in values)
        case dict():
            return "each at its default"
        case value:
            return f"`{value}`"


def _values(schema: Schema, models: Mapping[str, Schema]) -> str:
    match schema:
        case {"$ref": str(place)}:
            return _values(models[place.rpartition("/")[2]], models)
        case {"anyOf": [kind, {"type": "null"}]}:
            return _values(kind, models)
        case {"const": value}:
            return f"`{value}`"
        case {"enum": values} if tuple(values) == entries.WEEKDAYS:
            return "a day"
        case {"enum": values}:
            return " or ".join(f"`{value}`" for value in values)
        case {"type": "boolean"}:
            return "`true` or `false`"
        case {"type": "integer" | "number", "minimum": first, "maximum": last}:
            return f"{first} to {last}"
        case {"type": "array", "items": item}:
            return f"list of {PLURALS[_values(item, models)]}"
        case {"type": "object"} | {"discriminator": _}:
            return "a table"
        case {"pattern": pattern}:
            return WORDS_OF_PATTERN[pattern]
        case {"format": "password"}:
            return "a secret"
        case {"format": "path"}:
            return "a path"
        case {"format": "date" | "time" as kind}:
            return f"a {kind}"
        case {"minLength": first, "maxLength": last}:
            return f"{first} to {last} characters"
    assert schema["type"] == "string", schema
    return "text"

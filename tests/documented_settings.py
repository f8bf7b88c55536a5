"""How the settings' models read in `docs/configuration.md`: one row for each setting."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ringback.config import company, settings

SECTIONS: Mapping[str, type[BaseModel]] = {
    "The first lines": settings.Settings,
    "`[http]`": settings.HttpSection,
    "`[asterisk]`": settings.AsteriskSection,
    "`[[trunks]]`": settings.TrunkEntry,
    "`[storage]`": settings.StorageSection,
    "`[log]`": settings.LogSection,
    "`[account]`": company.AccountEntry,
    "`[[agents]]`": company.AgentEntry,
    "`hours` of an agent": company.WeeklyEntry,
    "`[[teams]]`": company.TeamEntry,
    "`[[flows]]`": company.FlowEntry,
    '`[[flows.steps]]` with `kind = "audio"`': company.AudioEntry,
    '`[[flows.steps]]` with `kind = "ring"`': company.RingEntry,
    "`waiting` of a ring step": company.WaitingEntry,
    '`[[flows.steps]]` with `kind = "menu"`': company.MenuEntry,
    "`choices` of a menu step": company.ChoiceEntry,
    '`[[flows.steps]]` with `kind = "hours"`': company.HoursEntry,
    "`periods` of an hours step": company.PeriodEntry,
    '`[[flows.steps]]` with `kind = "dates"`': company.DatesEntry,
    "`dates` of a dates step": company.SpecialEntry,
    '`[[flows.steps]]` with `kind = "voicemail"`': company.VoicemailEntry,
    '`[[flows.steps]]` with `kind = "hang-up"`': company.HangUpEntry,
    "`[[lines]]`": company.LineEntry,
    "`callbacks` of a line": company.CallbackEntry,
    "`dialling` of a line": company.DiallingEntry,
}

WORDS_OF_PATTERN = {
    r"^[a-z0-9][a-z0-9_-]{0,63}$": "an id",
    r"^[A-Z]{2}$": "a country",
    r"^[a-z0-9_-]+/[a-z0-9_-]+$": "a prompt",
    r"^[0-9#]$": "a key",
}

PLURALS = {
    "a table": "tables",
    "an id": "ids",
    "a day": "days",
    "a country": "countries",
    "a prompt": "prompts",
    "text": "texts",
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
        case {"enum": values} if tuple(values) == company.WEEKDAYS:
            return "a day"
        case {"enum": values}:
            return " or ".join(f"`{value}`" for value in values)
        case {"type": "boolean"}:
            return "`true` or `false`"
        case {"type": "integer", "minimum": first, "maximum": last}:
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

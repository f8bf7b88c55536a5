"""How the three tags of the system are shown: names and colour (R8, R31, R32)."""

from dataclasses import dataclass

from ringback.core.outcomes import Tag


@dataclass(frozen=True, slots=True)
class TagLook:
    """How a tag is shown."""

    english: str
    french: str
    colour: str


TAG_LOOKS: dict[Tag, TagLook] = {
    Tag.CALLBACK_REQUEST: TagLook("Callback Request", "Demande de rappel", "#29C8FF"),
    Tag.CALLED_BACK: TagLook("Called Back", "Rappel effectué", "#B285D1"),
    Tag.FOLLOW_UP: TagLook("Follow Up", "Suivi", "#FF7D03"),
}

"""Settings that are saved whole: who saves them says what they have seen, and overwrites no other.

An entity tag is made of the settings themselves: the same settings have the same tag.
"""

import re
from collections.abc import Callable
from hashlib import sha256
from typing import Annotated, Final, TypeVar

from fastapi import Depends, Header, Response
from pydantic import BaseModel, Field

from ringback.core.refusals import Refusal, RefusalCode
from ringback.runtime.letters import Provided

Settings = TypeVar("Settings", bound=BaseModel)

TAG_LENGTH: Final = 32
_SENT = re.compile(rf'^(?:\*|(?:W/)?"([0-9a-f]{{{TAG_LENGTH}}})(?:-[a-z]+)?")$')
"""A proxy that compresses answers makes tags weak, or adds how it has compressed."""

EntityTag = Annotated[
    str,
    Field(
        description="To be sent in `If-Match`, in quotes, when the settings are saved.",
        examples=["5d41402abc4b2a76b9719d911017c592"],
    ),
]
IfMatch = Annotated[
    str,
    Header(
        pattern=_SENT.pattern.replace("?:", ""),
        description="The tag of the settings that were seen: if they are others by then, they are"
        " not saved. `*` is any.",
    ),
]


def tag_of(settings: BaseModel) -> str:
    return sha256(settings.model_dump_json().encode()).hexdigest()[:TAG_LENGTH]


class Seen:
    """What somebody who saves settings has seen of them, if they say so."""

    def __init__(self, response: Response, if_match: IfMatch = "") -> None:
        self._response = response
        sent = _SENT.match(if_match)
        self._tag = None if sent is None else sent[1]
        self._has_to_be_there = sent is not None

    def still(self, find: Callable[[], BaseModel | None]) -> Provided:
        """Refuse with `changed-meanwhile` unless the settings that are found are those seen."""

        def require() -> None:
            if not self._has_to_be_there:
                return
            found = find()
            if found is None or (self._tag is not None and self._tag != tag_of(found)):
                raise Refusal(RefusalCode.CHANGED_MEANWHILE)

        return require

    def tell(self, settings: Settings) -> Settings:
        """Give settings with their tag in the answer's head."""
        self._response.headers["ETag"] = f'"{tag_of(settings)}"'
        return settings


GivenSeen = Annotated[Seen, Depends()]


async def _tagging(response: Response) -> Seen:
    return Seen(response)


GivenTagging = Annotated[Seen, Depends(_tagging)]
"""For whoever gives settings to read."""

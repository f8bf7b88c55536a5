"""Evidence, in a recording, of what one telephone heard."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.contracts.cast import prompt_path
from tests.contracts.phone_world_driver import Extent, Phone
from tests.phones.listening import (
    SILENCE_RMS_MAX,
    duration_seconds,
    find_message,
    is_silence,
    rms,
    tone_seconds,
)

PART_SHARE_MIN: Final = 0.15
AROUND_A_MESSAGE_SECONDS: Final = 0.2
RINGING_TONE_HZ: Final = 440
VOICE_SECONDS_MIN: Final = 0.5


@dataclass(frozen=True, slots=True)
class HeardOnTheLine:
    """What was recorded at a telephone, and whose voice is which tone."""

    recording: Path
    tones: Mapping[Phone, int]

    def message(self, prompt: str) -> Extent:
        found = find_message(self.recording, prompt_path(prompt))
        if found.is_whole:
            return Extent.WHOLE
        return Extent.PART if found.matched_share >= PART_SHARE_MIN else Extent.NOTHING

    def music(self) -> bool:
        return not is_silence(self.recording)

    def music_before(self, prompt: str) -> bool:
        starts = find_message(self.recording, prompt_path(prompt)).offset_seconds
        return self._is_loud(0.0, starts - AROUND_A_MESSAGE_SECONDS)

    def music_after(self, prompt: str) -> bool:
        message = prompt_path(prompt)
        ends = find_message(self.recording, message).offset_seconds + duration_seconds(message)
        return self._is_loud(ends + AROUND_A_MESSAGE_SECONDS, duration_seconds(self.recording))

    def voice_of(self, other: Phone) -> bool:
        return tone_seconds(self.recording, self.tones[other]) >= VOICE_SECONDS_MIN

    def ringing_tone(self) -> bool:
        return tone_seconds(self.recording, RINGING_TONE_HZ) >= VOICE_SECONDS_MIN

    def _is_loud(self, start: float, end: float) -> bool:
        return end > start and rms(self.recording, start, end) > SILENCE_RMS_MAX

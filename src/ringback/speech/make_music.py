"""Make the waiting music anew, a quiet loop: `python -m ringback.speech.make_music`."""

import math
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from .catalogue import waiting_music_file
from .sound import (
    NARROWBAND_HZ,
    NARROWBAND_SUFFIX,
    WIDEBAND_HZ,
    WIDEBAND_SUFFIX,
    Sound,
    level,
    write_sound,
)

MUSIC_RMS_DB = -24.0
CHORD_SECONDS = 4.0

_CHORDS = (
    ("C4 E4 G4 B4", "G5 E5 D5"),
    ("A3 C4 E4 G4", "C5 E5 A5"),
    ("F3 A3 C4 E4", "A5 G5 E5"),
    ("G3 B3 D4 A4", "D5 B4 D5"),
    ("E3 G3 B3 D4", "G5 B5 E5"),
    ("A3 C4 E4 B4", "A5 E5 C5"),
    ("D4 F4 A4 C5", "F5 A5 D5"),
    ("G3 C4 D4 F4", "G5 D5 B4"),
)
_SEMITONES = {"C": -9, "D": -7, "E": -5, "F": -4, "G": -2, "A": 0, "B": 2}
_PAD_PARTIALS = ((1, 1.0), (2, 0.35), (3, 0.12))
_BELL_PARTIALS = ((1, 1.0), (2, 0.25), (4, 0.06))
_DETUNING = 1.0025


@dataclass(frozen=True, slots=True)
class Note:
    """One tone with its harmonics, from an instant of the loop on."""

    hertz: float
    at: float
    seconds: float
    attack: float
    loudness: float
    partials: tuple[tuple[int, float], ...]


def make_music() -> None:
    """Write the loop at both rates."""
    for hertz, suffix in ((NARROWBAND_HZ, NARROWBAND_SUFFIX), (WIDEBAND_HZ, WIDEBAND_SUFFIX)):
        write_sound(render(hertz), waiting_music_file().with_suffix(suffix))


def render(hertz: int) -> Sound:
    """Return the loop; a note which outlasts its end goes on at its start, so nothing clicks."""
    length = int(CHORD_SECONDS * len(_CHORDS) * hertz)
    mixed = [0.0] * length
    for note in _notes():
        _add(note, mixed, hertz)
    loudest = max(map(abs, mixed))
    samples = array("h", (int(value / loudest * 20_000) for value in mixed))
    return level(Sound(hertz, samples), rms_db=MUSIC_RMS_DB)


def _notes() -> Iterator[Note]:
    for index, (pad, melody) in enumerate(_CHORDS):
        begin = index * CHORD_SECONDS
        for name in pad.split():
            for hertz in (_pitch(name), _pitch(name) * _DETUNING):
                yield Note(hertz, begin, CHORD_SECONDS + 2.0, 1.6, 0.16, _PAD_PARTIALS)
        for beat, name in enumerate(melody.split()):
            at = begin + 0.5 + beat * 1.0
            yield Note(_pitch(name), at, 2.6, 0.03, 0.14, _BELL_PARTIALS)


def _pitch(name: str) -> float:
    octaves = _SEMITONES[name[0]] / 12 + int(name[1]) - 4
    return 440.0 * math.pow(2.0, octaves)


def _add(note: Note, mixed: list[float], hertz: int) -> None:
    begin, count = int(note.at * hertz), int(note.seconds * hertz)
    turns = [(2 * math.pi * note.hertz * order / hertz, part) for order, part in note.partials]
    for index in range(count):
        envelope = note.loudness * _envelope(index / hertz, note)
        tone = sum(part * math.sin(turn * index) for turn, part in turns)
        mixed[(begin + index) % len(mixed)] += envelope * tone


def _envelope(at: float, note: Note) -> float:
    if at < note.attack:
        return 0.5 - 0.5 * math.cos(math.pi * at / note.attack)
    fading = (at - note.attack) / (note.seconds - note.attack)
    return math.pow(0.5 + 0.5 * math.cos(math.pi * fading), 1.5)


if __name__ == "__main__":
    make_music()

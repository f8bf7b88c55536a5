"""Tells what a file of sound really is by its first bytes, whatever it is called."""

from enum import StrEnum

HEAD_BYTES = 16


class RecordingFormat(StrEnum):
    """The formats taken; the value is the name by which the decoder knows each."""

    WAV = "wav"
    MP3 = "mp3"
    M4A = "mov"
    AAC = "aac"
    OGG = "ogg"
    WEBM = "matroska"


NAMES = ("WAV", "MP3", "M4A", "AAC", "OGG", "WebM")
"""As people call them."""

_OTHER_SOUND = (b"fLaC", b"caff", b"FORM", b".snd", b"#!AMR", b"MThd", b"MAC ", b"wvpk", b"TTA1")
_WINDOWS_MEDIA = b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"
_SOUND_TYPES = ("audio/", "video/", "application/ogg", "application/octet-stream")


def format_of(head: bytes) -> RecordingFormat | None:
    """Tell the format from the first bytes of a file; None is none of those taken."""
    match head[:4]:
        case b"RIFF" | b"RF64" if head[8:12] == b"WAVE":
            return RecordingFormat.WAV
        case b"OggS":
            return RecordingFormat.OGG
        case b"\x1a\x45\xdf\xa3":
            return RecordingFormat.WEBM
    if head[4:8] == b"ftyp":
        return RecordingFormat.M4A
    if head[:3] == b"ID3":
        return RecordingFormat.MP3
    return _of_frames(head)


def is_other_sound(head: bytes) -> bool:
    """Tell whether it is sound in a format that is not taken."""
    return head.startswith((*_OTHER_SOUND, _WINDOWS_MEDIA))


def may_be_sound(declared: str | None) -> bool:
    """Tell whether the declared media type leaves room for sound; none does."""
    media_type = (declared or "").partition(";")[0].strip().lower()
    return not media_type or media_type.startswith(_SOUND_TYPES)


def _of_frames(head: bytes) -> RecordingFormat | None:
    """Tell MP3 from AAC, which have no header but begin with a frame."""
    if len(head) < 2 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    layer = head[1] >> 1 & 0b11
    if layer == 0:
        return RecordingFormat.AAC if head[1] & 0xF0 == 0xF0 else None
    return RecordingFormat.MP3

"""Reads a caller's number as the phone network wrote it: what it is, and its one written form."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberType, shortnumberinfo

from ringback.core.settings import Destination, NumberKind

NUMBER_LENGTH_MAX: Final = 32
SHORT_DIGITS_MAX: Final = 6

_WRITTEN = re.compile(r"\+?[0-9 ().\-/]+", re.ASCII)
_NAMELESS: Final = frozenset(
    {"", "anonymous", "private", "restricted", "unavailable", "unknown", "withheld"}
)
_COSTLY: Final = frozenset(
    {
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.PERSONAL_NUMBER,
        PhoneNumberType.PAGER,
    }
)


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """What a number is, and how it is kept: in E.164 when it is one, else its digits."""

    written: str | None
    destination: Destination


WITHHELD: Final = ReadNumber(None, Destination(NumberKind.WITHHELD))
INVALID: Final = ReadNumber(None, Destination(NumberKind.INVALID))


def read_number(raw: str | None, country: str) -> ReadNumber:
    """Read a number by the country of the line it reached (R10); hostile text is invalid."""
    text = (raw or "").strip()
    if text.lower() in _NAMELESS:
        return WITHHELD
    if len(text) > NUMBER_LENGTH_MAX or not _WRITTEN.fullmatch(text):
        return INVALID
    digits = re.sub("[^0-9]", "", text)
    if not digits:
        return INVALID
    valid = _valid_number(text, digits, country)
    if valid is None:
        return _unusual(text, digits, country)
    kind = NumberKind.ORDINARY
    if phonenumbers.number_type(valid) in _COSTLY:
        kind = NumberKind.PREMIUM
    written = phonenumbers.format_number(valid, phonenumbers.PhoneNumberFormat.E164)
    return ReadNumber(written, Destination(kind, phonenumbers.region_code_for_number(valid)))


def read_international(raw: str) -> ReadNumber:
    """Read a number that must stand in E.164, whatever line it is called from."""
    digits = re.sub("[^0-9]", "", raw)
    if len(raw) > NUMBER_LENGTH_MAX or not raw.startswith("+") or not _WRITTEN.fullmatch(raw):
        return INVALID
    country = phonenumbers.region_code_for_country_code(_country_code(digits))
    return read_number(raw, country)


def spellings(written: str) -> Sequence[str]:
    """Name the runs of digits by which a number is recognised, however it is written.

    A short number has none: its digits stand everywhere.
    """
    found = {written.removeprefix("+")}
    with suppress(NumberParseException):
        number = phonenumbers.parse(written, None)
        national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
        found.add(re.sub("[^0-9]", "", national))
    return sorted(each for each in found if len(each) > SHORT_DIGITS_MAX)


def _country_code(digits: str) -> int:
    """Find the country code at the head of a number; 0 where there is none."""
    for length in (1, 2, 3):
        code = int(digits[:length] or 0)
        if code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
            return code
    return 0


def _valid_number(text: str, digits: str, country: str) -> PhoneNumber | None:
    """Try the ways a trunk may write a number: international, national, `00`, missing `+`."""
    if text.startswith("+"):
        return _parse(f"+{digits}", None)
    international = digits.removeprefix("00")
    return _parse(digits, country) or _parse(f"+{international}", None)


def _parse(text: str, country: str | None) -> PhoneNumber | None:
    try:
        number = phonenumbers.parse(text, country)
    except NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def _unusual(text: str, digits: str, country: str) -> ReadNumber:
    """Tell short and emergency numbers, also behind a country code, from what is no number."""
    national = digits
    if text.startswith(("+", "00")):
        code = str(phonenumbers.country_code_for_region(country))
        national = digits.removeprefix("00").removeprefix(code)
    if shortnumberinfo.is_emergency_number(national, country):
        return ReadNumber(digits, Destination(NumberKind.EMERGENCY, country))
    if len(national) <= SHORT_DIGITS_MAX:
        return ReadNumber(digits, Destination(NumberKind.SHORT, country))
    return ReadNumber(digits, Destination(NumberKind.INVALID))

"""Numbers as phone networks write them: one written form, and what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.core.settings import NumberKind
from ringback.runtime.numbers import read_number

KIND = NumberKind


@pytest.mark.parametrize(
    ("raw", "country", "written"),
    [
        ("0612345678", "FR", "+33612345678"),
        ("06 12 34 56 78", "FR", "+33612345678"),
        ("0033612345678", "FR", "+33612345678"),
        ("33612345678", "FR", "+33612345678"),
        ("+33612345678", "FR", "+33612345678"),
        ("612345678", "FR", "+33612345678"),
        ("33612345678", "GB", "+33612345678"),
        ("0033612345678", "US", "+33612345678"),
        ("02079460102", "GB", "+442079460102"),
        ("+44 (20) 7946-0102", "FR", "+442079460102"),
    ],
)
def test_one_number_has_one_written_form(raw: str, country: str, written: str) -> None:
    """R10: `06…`, `0033…` and a missing `+` are read by the line's country."""
    read = read_number(raw, country)

    assert read.written == written
    assert read.destination.kind is KIND.ORDINARY


@pytest.mark.parametrize(
    ("raw", "country", "kind"),
    [
        ("112", "FR", KIND.EMERGENCY),
        ("17", "FR", KIND.EMERGENCY),
        ("999", "GB", KIND.EMERGENCY),
        ("+33112", "FR", KIND.EMERGENCY),
        ("0033112", "FR", KIND.EMERGENCY),
        ("3949", "FR", KIND.SHORT),
        ("+333949", "FR", KIND.SHORT),
        ("118712", "FR", KIND.SHORT),
        ("0899123456", "FR", KIND.PREMIUM),
        ("0810123456", "FR", KIND.PREMIUM),
        ("+447012345678", "GB", KIND.PREMIUM),
        ("+979123456789", "FR", KIND.PREMIUM),
        ("+33123", "FR", KIND.SHORT),
        ("+999123456789", "FR", KIND.INVALID),
        ("0123", "GB", KIND.SHORT),
        ("06123456789012", "FR", KIND.INVALID),
    ],
)
def test_number_that_must_not_be_dialled_is_known_for_what_it_is(
    raw: str, country: str, kind: NumberKind
) -> None:
    """S16: what phonenumbers parses but nobody may dial automatically is never ordinary."""
    assert read_number(raw, country).destination.kind is kind


@pytest.mark.parametrize("raw", [None, "", "  ", "anonymous", "Anonymous", "UNKNOWN", "restricted"])
def test_caller_without_a_number_is_withheld(raw: str | None) -> None:
    """R9: networks write a missing number in several words."""
    read = read_number(raw, "FR")

    assert read.written is None
    assert read.destination.kind is KIND.WITHHELD


@pytest.mark.parametrize(
    "raw",
    [
        "+33612345678;ext=1",
        "'; DROP TABLE customer; --",
        "${EXTEN}",
        "+336\r\n12345678",
        "sip:06@evil",
        "٠٦١٢٣٤٥٦٧٨",
        "1" * 33,
        "+",
        "-()-",
        "0612345678\x00",
    ],
)
def test_hostile_number_is_invalid_and_not_kept(raw: str) -> None:
    """What is no number leads nowhere, whatever it holds."""
    read = read_number(raw, "FR")

    assert read.written is None
    assert read.destination.kind is KIND.INVALID


def test_country_is_the_number_s_own_not_the_line_s() -> None:
    """R48: the dialling policy judges where the call would go."""
    assert read_number("+33612345678", "GB").destination.country == "FR"
    assert read_number("+881612345678", "GB").destination.country == "001"


@given(st.text(max_size=40) | st.text("+0123456789 ()-./", max_size=40))
def test_any_text_is_read_without_a_fault(raw: str) -> None:
    """Whatever the network sends, what is kept can be dialled or is marked as not to be."""
    read = read_number(raw, "FR")

    assert read.written is None or read.written.removeprefix("+").isdigit()
    if read.destination.kind is KIND.ORDINARY:
        assert read.written is not None
        assert read.written.startswith("+")
        assert read_number(read.written, "GB") == read

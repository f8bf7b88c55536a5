"""What every store of numbers promises: given once, each account's apart."""

from dataclasses import replace
from datetime import UTC, datetime

from tests.storage.examples import ACME, OTHER

from ringback.numbering import GivenNumber, Numbered
from ringback.ports import Journal

AT = datetime(2026, 3, 2, 9, 0, 0, 1, tzinfo=UTC)
LEA = GivenNumber(kind=Numbered.PERSON, number=1, id="agent:lea", given_at=AT)
PARIS = GivenNumber(kind=Numbered.LINE, number=1, id="paris", given_at=AT)


async def test_numbers_are_given_back_as_they_were_kept(journal: Journal) -> None:
    """By kind, then by number; those of another account are its own (S24)."""
    tom = replace(LEA, number=2, id="agent:tom")

    await journal.numbers.keep(ACME, [LEA, PARIS])
    await journal.numbers.keep(ACME, [tom])
    await journal.numbers.keep(OTHER, [replace(LEA, id="agent:zoe")])

    assert list(await journal.numbers.given(ACME)) == [PARIS, LEA, tom]
    assert list(await journal.numbers.given(OTHER)) == [replace(LEA, id="agent:zoe")]

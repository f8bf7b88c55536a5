"""Call lists are read from what people have, and a wrong one is refused with its line."""

import gzip
from datetime import datetime
from pathlib import Path

import pytest

from ringback.simulation.bank_layout import is_bank_layout, read_bank_list
from ringback.simulation.call_list import CallListWrong, Fate, read_plain_list

from .made_lists import write_list

BANK_HEADER = (
    "vru_line,call_id,customer_id,priority,type,date,vru_entry,vru_exit,vru_time,"
    "q_start,q_exit,q_time,outcome,ser_start,ser_exit,ser_time,server"
)
BANK_ROWS = (
    "L1,1,0,0,PS,990201,7:02:47,7:02:56,9,0:00:00,0:00:00,0,AGENT,7:02:55,7:05:41,166,DORIT",
    "L1,2,77,2,PS,990202,8:00:00,8:00:06,6,8:00:06,8:00:11,5,HANG,0:00:00,0:00:00,0,NO_SERVER",
    "L1,3,0,0,NW,990202,8:01:00,8:01:06,6,0:00:00,0:00:00,0,HANG,0:00:00,0:00:00,0,NO_SERVER",
    "L1,4,77,1,PS,990202,23:59:50,0:00:05,15,0:00:05,0:00:35,30,AGENT,0:00:35,0:01:35,60,TOVA",
)


def test_columns_of_any_name_are_mapped(tmp_path: Path) -> None:
    """Only arrivals are needed; the rest is taken where it is named."""
    path = write_list(
        tmp_path / "list.csv",
        "Started,Talk,Held,How",
        ["2026-03-02T09:10:00,120,30,answered", "2026-03-02T09:00:00,,12.5,abandoned"],
    )
    columns = {"arrival": "Started", "service": "Talk", "wait": "Held", "outcome": "How"}

    read = read_plain_list(path, columns)

    assert read.begins == datetime.fromisoformat("2026-03-02")
    first, second = read.calls
    assert (first.arrives, first.waited, first.fate) == (9 * 3600, 12.5, Fate.HUNG_UP)
    assert (second.service, second.fate) == (120, Fate.SERVED)


def test_gzipped_list_reads_like_a_plain_one(tmp_path: Path) -> None:
    """The first bytes decide, not the name."""
    text = "arrival,service\n10,60\n"
    plain, packed = tmp_path / "a.csv", tmp_path / "b.csv"
    plain.write_text(text)
    packed.write_bytes(gzip.compress(text.encode()))

    assert read_plain_list(plain, {}) == read_plain_list(packed, {})


@pytest.mark.parametrize(
    ("text", "columns", "complaint"),
    [
        ("", {}, "empty"),
        ("arrival\n", {}, "no rows"),
        ("start\n1\n", {}, "--column arrival=NAME"),
        ("arrival\nsoon\n", {}, "line 2"),
        ("arrival,service\n1,-5\n", {}, "no duration"),
        ("arrival,outcome\n1,lost\n", {}, "outcome 'lost'"),
        ("arrival,service\n1\n", {}, "too few columns"),
        ("arrival\n1\n", {"start": "arrival"}, "no field 'start'"),
        ("arrival\n1\n", {"service": "talk"}, "no column 'talk'"),
    ],
)
def test_wrong_list_is_refused_in_a_sentence(
    tmp_path: Path, text: str, columns: dict[str, str], complaint: str
) -> None:
    """What is wrong is said with its place."""
    path = tmp_path / "list.csv"
    path.write_text(text)

    with pytest.raises(CallListWrong, match=complaint):
        read_plain_list(path, columns)


def test_file_that_is_no_text_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """A broken archive is no bug of ours."""
    path = tmp_path / "list.csv.gz"
    path.write_bytes(gzip.compress(b"arrival\n1\n")[:-6])

    with pytest.raises(CallListWrong, match="cannot be read"):
        read_plain_list(path, {})


def test_bank_layout_is_recognised_and_read(tmp_path: Path) -> None:
    """Greeting, queue and service follow each other, over midnight too."""
    path = write_list(tmp_path / "bank.csv", BANK_HEADER, BANK_ROWS)

    fresh, lost, left, late = read_bank_list(path).calls

    assert is_bank_layout(path)
    assert (fresh.greeting, fresh.waited, fresh.agent) == (8, 0, "DORIT")
    assert (lost.fate, lost.waited, lost.customer) == (Fate.HUNG_UP, 5, "77")
    assert (left.fate, left.greeting, left.service) == (Fate.LEFT, 6, None)
    assert (late.greeting, late.served_from % 86_400) == (15, 35)


def test_bank_knows_priority_only_of_those_who_were_looked_up(tmp_path: Path) -> None:
    """Priority 0 of an ordinary customer means that nobody looked."""
    path = write_list(tmp_path / "bank.csv", BANK_HEADER, BANK_ROWS)

    priorities = [call.priority for call in read_bank_list(path).calls]

    assert priorities == [None, True, False, False]


def test_other_lists_are_not_taken_for_the_bank(tmp_path: Path) -> None:
    """The columns decide."""
    path = write_list(tmp_path / "list.csv", "arrival,service", ["1,2"])

    assert not is_bank_layout(path)

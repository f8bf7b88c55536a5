"""The plain page's markup: whole, every element closed where it was opened, no id given twice."""

import re
from html.parser import HTMLParser

from ringback.api.routes.page import FOLDER

VOID = frozenset({"link", "meta", "input", "br", "img"})
LOOKED_UP = re.compile(r"""(?:getElementById|at)\("([\w-]+)"\)""")


class _Markup(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, int]] = []
        self.faults: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids.extend(value for name, value in attrs if name == "id" and value)
        if tag not in VOID:
            self.open.append((tag, self.getpos()[0]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        opened, line = self.open.pop() if self.open else ("nothing", 0)
        if opened != tag:
            self.faults.append(f"line {self.getpos()[0]}: </{tag}> for <{opened}> of line {line}")


def _markup() -> _Markup:
    markup = _Markup()
    markup.feed((FOLDER / "index.html").read_text())
    return markup


def test_every_element_is_closed_where_it_was_opened() -> None:
    """A panel left open would swallow those behind it, and be hidden together with them."""
    markup = _markup()

    assert not markup.faults
    assert not markup.open


def test_every_id_is_given_once_and_every_id_looked_up_exists() -> None:
    """The scripts find their places by id."""
    ids = _markup().ids
    made = {found for file in FOLDER.glob("*.js") for found in _made_in(file.read_text())}
    wanted = {
        found for file in FOLDER.glob("*.js") for found in LOOKED_UP.findall(file.read_text())
    }

    assert len(ids) == len(set(ids))
    assert len(wanted) > 30
    assert not wanted - set(ids) - made


def _made_in(script: str) -> list[str]:
    return re.findall(r"""\bid: "([\w-]+)\"""", script)

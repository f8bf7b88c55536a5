"""The documents say what the code and the tests say."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"

RULE = re.compile(r"\bR\d+b?\b")
HEADING = re.compile(r"^### (R\d+b?) — \S.*\nStatus: (\w+)$", re.MULTILINE)
PAIRS = [
    ("Company", "Société"),
    ("Number", "Numéro"),
    ("Waiting experience", "Expérience d'attente"),
    ("Time rule", "Règle horaire"),
    ("Date rule", "Règle de date"),
    ("Queue", "File d'attente"),
    ("Callback", "Rappel"),
    ("Attempt", "Tentative"),
    ("Callback Request", "Demande de rappel"),
    ("Called Back", "Rappel effectué"),
    ("Follow Up", "Suivi"),
    ("Agent", "Agent"),
]


def statuses() -> dict[str, str]:
    return dict(HEADING.findall((DOCS / "rules.md").read_text()))


def cited_in_tests() -> set[str]:
    cited: set[str] = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                cited |= set(RULE.findall(ast.get_docstring(node) or ""))
    return cited


def test_every_rule_has_a_heading_and_a_status() -> None:
    """The rules are numbered without a gap, and each says how far it is."""
    found = statuses()

    assert set(found) == {f"R{number}" for number in range(1, 50)} | {"R28b"}
    assert set(found.values()) <= {"built", "partly", "planned"}


def test_rules_cited_by_tests_exist() -> None:
    """No test speaks of a rule that nobody can look up."""
    assert cited_in_tests() <= set(statuses())


def test_rules_marked_built_are_cited_by_a_test() -> None:
    """Built means shown by a test."""
    built = {rule for rule, status in statuses().items() if status == "built"}

    assert built <= cited_in_tests()


@pytest.mark.parametrize("document", ["worked-examples.md", "properties.md", "glossary.md"])
def test_rules_cited_by_documents_exist(document: str) -> None:
    """Documents speak of rules that are there."""
    assert set(RULE.findall((DOCS / document).read_text())) <= set(statuses())


def test_rules_partly_built_say_what_is_missing() -> None:
    """Who relies on a rule learns which part of it is not there."""
    silent = [
        heading
        for heading, status, next_line in re.findall(
            r"^### (R\d+b?) — .*\nStatus: (\w+)\n(.*)$",
            (DOCS / "rules.md").read_text(),
            re.MULTILINE,
        )
        if (status == "partly") != bool(re.match(r"Missing: \S.*\.$", next_line))
    ]

    assert not silent


def test_all_properties_and_examples_are_there() -> None:
    """Twenty-four promises of safety, four of progress, seventeen examples."""
    properties = re.findall(
        r"^\| \*\*([SL]\d+)\*\*", (DOCS / "properties.md").read_text(), re.MULTILINE
    )
    examples = re.findall(
        r"^\*\*(E\d+) — ", (DOCS / "worked-examples.md").read_text(), re.MULTILINE
    )

    assert properties == [f"S{n}" for n in range(1, 25)] + [f"L{n}" for n in range(1, 5)]
    assert examples == [f"E{n}" for n in range(1, 18)]


@pytest.mark.parametrize(("english", "french"), PAIRS)
def test_the_glossary_pairs_both_languages(english: str, french: str) -> None:
    """Each word on a screen stands in one row with its translation."""
    rows = [
        [cell.strip() for cell in line.split("|")]
        for line in (DOCS / "glossary.md").read_text().splitlines()
        if line.startswith("|")
    ]

    assert any(
        any(cell in (english, f"{english} (card)") for cell in row) and french in row
        for row in rows
    )


def test_links_between_documents_lead_somewhere() -> None:
    """No link of a document points to a file that is not there."""
    links = [
        (document, target)
        for document in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
        for target in re.findall(r"\]\(([^)#\s]+)", document.read_text())
        if not target.startswith("http")
    ]

    broken = [f"{origin.name}: {to}" for origin, to in links if not (origin.parent / to).exists()]
    assert not broken


def test_links_to_headings_lead_to_one() -> None:
    """What stands behind `#` in a link is a heading of that document."""
    links = [
        (document, target or document.name, heading)
        for document in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
        for target, heading in re.findall(r"\]\(([^)#\s]*)#([^)\s]+)\)", document.read_text())
        if not target.startswith("http")
    ]

    broken = [
        f"{origin.name}: {to}#{heading}"
        for origin, to, heading in links
        if heading not in _anchors(origin.parent / to)
    ]
    assert links
    assert not broken


def _anchors(document: Path) -> set[str]:
    """Give a document's headings as links write them."""
    headings = re.findall(r"^#+ (.*)$", document.read_text(), re.MULTILINE)
    return {
        re.sub(r"[^\w -]", "", heading.strip().lower()).replace(" ", "-") for heading in headings
    }


def test_each_decision_has_a_number_of_its_own() -> None:
    """One file each, without gaps."""
    numbers = sorted(int(path.name[:4]) for path in (DOCS / "adr").glob("*.md"))

    assert numbers == list(range(len(numbers)))

"""Each built rule has mutants, and the test cited for each of them kills it."""

import re
from collections.abc import Iterator

import pytest
from docs.list_mutants import DOCUMENT, with_the_list

from .catalogue import Mutant, mutants
from .planting import ChangedModule
from .trial import Trials, trials

HEADING = re.compile(r"^### (R\d+b?) — .*\nStatus: (\w+)$", re.MULTILINE)
ALL = mutants()


@pytest.fixture(scope="module")
def trying() -> Iterator[Trials]:
    with trials() as started:
        yield started


def test_text_of_each_mutant_stands_exactly_once() -> None:
    """A mutant whose place in the program has changed is planted anew, or it shows nothing."""
    found = {mutant.name: mutant.path.read_text().count(mutant.old) for mutant in ALL}

    gone = [f"{m.rule} {m.name}: {m.file}, {found[m.name]} ×" for m in ALL if found[m.name] != 1]
    assert not gone, "break the rule in its new place, in tests/mutants/mutants.toml"


@pytest.mark.slow
@pytest.mark.parametrize("mutant", ALL, ids=lambda mutant: f"{mutant.rule}-{mutant.name}")
def test_mutant_is_killed_by_the_test_cited_for_it(mutant: Mutant, trying: Trials) -> None:
    """The test of a rule fails by an assertion of its own when the rule is broken."""
    changed = ChangedModule(mutant.module, mutant.path, mutant.source)

    outcome = trying.run(mutant.test, changed=changed)

    assert not outcome.otherwise, f"it fails, but not by an assertion: {outcome}"
    assert outcome.killed, f"{mutant.test} does not notice that {mutant.name}"


@pytest.mark.slow
@pytest.mark.parametrize("file", sorted({mutant.test.partition("::")[0] for mutant in ALL}))
def test_cited_tests_pass_on_the_program_as_it_is(file: str, trying: Trials) -> None:
    """Who notices a mutant spares what is no mutant, in the very surroundings of the trial."""
    cited = sorted({mutant.test for mutant in ALL if mutant.test.startswith(f"{file}::")})

    outcome = trying.run(*cited)

    assert outcome.passed >= len(cited)
    assert not outcome.killed, outcome
    assert not outcome.otherwise, outcome


def test_every_built_rule_has_a_mutant() -> None:
    """Built means that a test notices when it breaks: an entry in `mutants.toml` shows it."""
    statuses = dict(HEADING.findall(DOCUMENT.read_text()))
    built = {rule for rule, status in statuses.items() if status == "built"}

    with_mutants = {mutant.rule for mutant in ALL}

    assert built - with_mutants == set(), "add a mutant to tests/mutants/mutants.toml"
    assert with_mutants <= set(statuses)


def test_mutants_are_told_apart_and_stand_in_the_order_of_the_rules() -> None:
    """A mutant's name alone says which one is meant."""
    names = [mutant.name for mutant in ALL]
    numbers = [re.fullmatch(r"R(\d+)(b?)", mutant.rule) for mutant in ALL]
    order = [(int(found[1]), found[2]) for found in numbers if found]

    assert len(set(names)) == len(names)
    assert order == sorted(order)


def test_list_of_mutants_in_the_rules_is_up_to_date() -> None:
    """Who reads the rules sees by which test each of them is held."""
    text = DOCUMENT.read_text()

    assert with_the_list(text) == text, "run: uv run python -m docs.list_mutants"

"""The house rules which no linter knows: sizes, names, purity of the core, honest tests."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "ringback"
CORE = SOURCE / "core"

MODULE_LINES_MAX = 400
FUNCTION_LINES_MAX = 50

# "path" or "path::function", with the reason why it may be longer.
LONG_FOR_A_REASON: dict[str, str] = {}

REAL_PROCESSES = (
    "tests/asterisk/",
    "tests/browser/",
    "tests/contracts/asterisk_driver.py",
    "tests/phones/",
    "tests/postgres_server.py",
    "tests/test_erasure.py",
    "tests/test_postgres_served.py",
    "tests/storage/test_postgres_away.py",
)
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
CLOCK_OR_CHANCE = {"now", "utcnow", "today", "monotonic", "time_ns", "uuid4", "uuid1", "random"}
ASSERTING = re.compile(r"^_*(assert|check|expect|verify)(_|$)|^(raises|warns|fail)$")
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
# Written in two halves, so that this file does not hold what it forbids.
MACHINE_PATHS = re.compile(r"(?<![\w.~])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me)/[a-z]")
REGISTRY = re.compile(
    r"https?://[^\s/\"']*(?:pyp" + r"i|np" + r"mjs|pythonhos" + r"ted|artif" + r"act)[^\s/\"']*",
    re.IGNORECASE,
)
LOCK_FILES = {"uv.lock", "web/package-lock.json"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tracked_files() -> tuple[Path, ...]:
    """Return what git knows, and what it would take: a new file is judged before its commit."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = (ROOT / name for name in sorted(set(listed.stdout.splitlines())))
    return tuple(path for path in paths if path.is_file())


def modules(*folders: str) -> list[Path]:
    inside = tuple(str(ROOT / folder) + "/" for folder in folders)
    return [
        path for path in tracked_files() if path.suffix == ".py" and str(path).startswith(inside)
    ]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions_in(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, Function):
            yield node


def calls_in(node: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield each call with the last part of the name that is called."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call):
            if isinstance(call.func, ast.Attribute):
                yield call.func.attr, call
            elif isinstance(call.func, ast.Name):
                yield call.func.id, call


def test_files_fit_a_reader() -> None:
    """No module has more than 400 lines, unless it is named with its reason."""
    too_long = {
        name_of(path): lines
        for path in modules("src", "tests", "bench")
        if (lines := len(path.read_text().splitlines())) > MODULE_LINES_MAX
    }

    assert not set(too_long) - set(LONG_FOR_A_REASON), too_long


def test_functions_fit_a_screen() -> None:
    """No function has more than 50 lines, unless it is named with its reason."""
    too_long = {}
    for path in modules("src", "tests", "bench"):
        for function in functions_in(path):
            lines = (function.end_lineno or 0) - function.lineno + 1
            if lines > FUNCTION_LINES_MAX:
                too_long[f"{name_of(path)}::{function.name}"] = lines

    assert not set(too_long) - set(LONG_FOR_A_REASON), too_long


def test_exceptions_from_the_sizes_are_still_needed() -> None:
    """An exception has a reason, and something it is about."""
    for place, reason in LONG_FOR_A_REASON.items():
        path, _, function = place.partition("::")
        assert reason
        assert (ROOT / path).exists(), place
        assert not function or function in {each.name for each in functions_in(ROOT / path)}, place


def test_packages_open_empty() -> None:
    """An `__init__.py` holds nothing."""
    filled = [
        name_of(path) for path in modules("src") if path.name == "__init__.py" and path.read_text()
    ]

    assert not filled


def test_every_module_says_what_it_is_for() -> None:
    """A module opens with a sentence."""
    silent = [
        name_of(path)
        for path in modules("src", "tests", "bench")
        if path.name != "__init__.py" and not ast.get_docstring(tree_of(path))
    ]

    assert not silent


def test_names_say_something() -> None:
    """No file, folder or class is called after nothing in particular."""
    vague = [
        name_of(path)
        for path in modules("src", "tests", "bench")
        if VAGUE_NAMES
        & {part for piece in path.relative_to(ROOT).parts for part in re.split(r"[_.]", piece)}
    ]
    vague += [
        f"{name_of(path)}::{node.name}"
        for path in modules("src")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef) and re.search(r"(Manager|Helper|Utils?)$", node.name)
    ]

    assert not vague


def test_nothing_is_left_for_later() -> None:
    """What is unfinished is not hidden in a comment."""
    places = [
        f"{name_of(path)}:{number}"
        for path in tracked_files()
        if path.suffix in {".py", ".ts", ".tsx", ".sql", ".sh", ".md"}
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if UNFINISHED.search(line)
    ]

    assert not places


def test_no_error_is_swallowed() -> None:
    """No handler of an exception consists of `pass` or `...` alone."""
    swallowed = [
        f"{name_of(path)}:{node.lineno}"
        for path in modules("src", "tests", "bench")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and all(map(_does_nothing, node.body))
    ]

    assert not swallowed


def _does_nothing(statement: ast.stmt) -> bool:
    ellipsis = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return isinstance(statement, ast.Pass) or ellipsis


def test_only_the_command_line_prints() -> None:
    """Everything else logs or returns."""
    printing = [
        f"{name_of(path)}:{call.lineno}"
        for path in modules("src")
        if path != SOURCE / "cli.py"
        for name, call in calls_in(tree_of(path))
        if name == "print"
    ]

    assert not printing


def test_core_asks_no_clock_and_takes_no_chance() -> None:
    """Time, ids and chance come into the core as arguments."""
    asking = [
        f"{name_of(path)}:{call.lineno} {name}"
        for path in modules("src/ringback/core")
        for name, call in calls_in(tree_of(path))
        if name in CLOCK_OR_CHANCE
    ]

    assert not asking


def test_core_imports_the_standard_library_and_one_container() -> None:
    """ADR 0001: sortedcontainers is the only library inside the core."""
    allowed = sys.stdlib_module_names | {"ringback", "sortedcontainers"}
    foreign = {
        f"{name_of(path)}: {module}"
        for path in modules("src/ringback/core")
        for module in imported_by(path)
        if module.split(".")[0] not in allowed
    }

    assert not foreign


def test_core_never_walks_a_set() -> None:
    """The order of a set is chance, so nothing iterates over one without sorting it."""
    walking = [
        f"{name_of(path)}:{node.iter.lineno}"
        for path in modules("src/ringback/core")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.For | ast.comprehension) and _is_a_set(node.iter)
    ]

    assert not walking


def _is_a_set(node: ast.expr) -> bool:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in {"set", "frozenset"}
    return isinstance(node, ast.Set | ast.SetComp)


@pytest.mark.parametrize(
    ("gathered", "parts"),
    [
        ("events", ("happened",)),
        ("inputs", ("annotating", "configuring", "reports", "requests")),
        ("states", ("living",)),
    ],
)
def test_what_is_gathered_is_imported_in_one_way(gathered: str, parts: tuple[str, ...]) -> None:
    """Events, inputs and states are taken from where they are gathered, not from their parts."""
    astray = [
        f"{name_of(path)}: {module}"
        for path in modules("src", "tests", "bench", "docs")
        if path != CORE / f"{gathered}.py" and path.parent.name not in parts
        for module in imported_by(path)
        if module.startswith("ringback.core.") and module.split(".")[2] in parts
    ]

    assert not astray


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("pydantic", ("src/ringback/api/", "src/ringback/config/")),
        ("pydantic_settings", ("src/ringback/config/",)),
        (
            "msgspec",
            (
                "src/ringback/storage/codec.py",
                "src/ringback/storage/shapes.py",
                "src/ringback/records/documents.py",
                "src/ringback/telephony/asterisk/",
            ),
        ),
    ],
)
def test_libraries_stay_in_their_rooms(library: str, rooms: tuple[str, ...]) -> None:
    """Inside are dataclasses; msgspec reads the disk and the wire, pydantic guards the edge."""
    outside = [
        name_of(path)
        for path in modules("src")
        if library in {module.split(".")[0] for module in imported_by(path)}
        and not name_of(path).startswith(rooms)
    ]

    assert not outside


def imported_by(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield ".".join(filter(None, (*_package_above(path, node.level), node.module)))


def _package_above(path: Path, level: int) -> tuple[str, ...]:
    """Name the package that a relative import starts from; nothing for an absolute one."""
    if level == 0:
        return ()
    inside = path.relative_to(SOURCE.parent if path.is_relative_to(SOURCE) else ROOT)
    return inside.parts[:-level]


def each_test(path: Path) -> Iterator[Function]:
    return (each for each in functions_in(path) if each.name.startswith("test_"))


def test_every_test_says_what_it_shows() -> None:
    """A test has a sentence, and a name of at least three words."""
    silent = [
        f"{name_of(path)}::{test.name}"
        for path in modules("tests")
        for test in each_test(path)
        if not ast.get_docstring(test) or test.name.count("_") < 3
    ]

    assert not silent


def test_every_test_can_fail() -> None:
    """A test asserts, expects an exception, or calls a function named after what it checks."""
    idle = [
        f"{name_of(path)}::{test.name}"
        for path in modules("tests")
        for test in each_test(path)
        if not _asserts(test)
    ]

    assert not idle


def _asserts(test: Function) -> bool:
    if any(isinstance(node, ast.Assert) for node in ast.walk(test)):
        return True
    return any(ASSERTING.search(name) for name, _ in calls_in(test))


def test_tests_do_not_sleep() -> None:
    """A test waits for an event; only those with real phones or browsers may poll."""
    sleeping = [
        f"{name_of(path)}:{call.lineno}"
        for path in modules("tests")
        if not name_of(path).startswith(REAL_PROCESSES)
        for name, call in calls_in(tree_of(path))
        if name == "sleep" and [ast.unparse(each) for each in call.args] != ["0"]
    ]

    assert not sleeping


def test_nothing_of_one_machine_is_in_the_repository() -> None:
    """No path of a developer's machine, and no package registry outside the lock files."""
    places = []
    for path in tracked_files():
        if name_of(path) in LOCK_FILES or path.suffix in {
            ".wav",
            ".wav16",
            ".png",
            ".ico",
            ".woff2",
        }:
            continue
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), start=1):
            if MACHINE_PATHS.search(line) or REGISTRY.search(line):
                places.append(f"{name_of(path)}:{number}")

    assert not places

"""A wheel without the app is worse than none; one that is whole serves the demo by itself."""

import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ringback.speech.catalogue import Language, Prompt
from tests.served import Served, serving
from tests.web.node import needs_node

ROOT = Path(__file__).parents[2]
BUILD_SECONDS_MAX = 600

pytestmark = [needs_node, pytest.mark.slow, pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the sources as they are."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        ["uv", "build", "--wheel", "--out-dir", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=BUILD_SECONDS_MAX,
    )
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install it into an environment that has never seen the sources."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    for command in (
        ["uv", "venv", "--quiet", "--python", sys.executable, str(folder)],
        ["uv", "pip", "install", "--quiet", "--python", str(folder / "bin" / "python"), str(wheel)],
    ):
        subprocess.run(command, check=True, timeout=BUILD_SECONDS_MAX, cwd=folder.parent)
    return folder / "bin" / "ringback"


@pytest.fixture(scope="module")
def served(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the demo with what was installed."""
    data = tmp_path_factory.mktemp("served") / "data"
    with serving("--demo", data=data, command=(str(program),)) as server:
        yield server


def test_built_wheel_holds_the_whole_app(wheel: Path) -> None:
    """The page, and every file that it names."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        index = archive.read("ringback/webui/index.html").decode()

    named = set(re.findall(r'(?:src|href)="/(assets/[^"]+)"', index))
    assert len(named) >= 2
    assert {f"ringback/webui/{name}" for name in named} <= names
    assert any(name.endswith(".js.gz") for name in names)


def test_built_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    """Messages at both rates, music, migrations, lists of words: whatever lies beside the code."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    package = ROOT / "src"
    kept = {
        str(path.relative_to(package))
        for path in (package / "ringback").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and "webui" not in path.parts
    }
    assert kept <= names
    assert sum(name.endswith((".wav", ".wav16")) for name in names) >= 4 * len(Prompt) + 2
    assert any(re.fullmatch(r"ringback/storage/migrations/postgres/\d+_\w+\.sql", n) for n in names)
    assert len(Language) == 2


def test_installed_wheel_serves_the_demo(served: Served) -> None:
    """The app, the API and the simulated phones, with the package's own files alone."""
    health = served.ask("GET", "/health")

    assert health["status"] == "ready"
    assert len(served.ask("GET", "/lines")) >= 2


def test_installed_wheel_finds_itself_whole(program: Path, tmp_path: Path) -> None:
    """Its doctor finds the web app and every ready sound."""
    told = subprocess.run(
        [program, "doctor", "--json"],
        env=os.environ | {"RINGBACK_DATA_DIRECTORY": str(tmp_path / "data")},
        cwd=tmp_path,
        capture_output=True,
        check=True,
        timeout=60,
    )

    levels = {one["code"]: one["level"] for one in json.loads(told.stdout)}
    assert levels["web-app"] == levels["ready-messages"] == "ok"

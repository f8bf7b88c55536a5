"""The rules of the test run hold: heavy tests share a worker, and CI skips nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")
SETTINGS = """
[pytest]
markers =
    phones:
    serial:
    browser:
"""


def run_pytest(folder: Path, test: str, *arguments: str, ci: str = "") -> str:
    folder.joinpath("conftest.py").write_text(CONFTEST.read_text())
    folder.joinpath("pytest.ini").write_text(SETTINGS)
    folder.joinpath("test_inside.py").write_text(f"import pytest\n\n\n{test}")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    finished = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-v", *arguments, str(folder)],
        cwd=folder,
        env=kept | {"CI": ci},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return finished.stdout


def test_tests_with_phones_share_one_worker(tmp_path: Path) -> None:
    """However many workers there are, one of them places all the calls."""
    test = (
        "@pytest.mark.parametrize('number', range(6))\n"
        "@pytest.mark.phones\n"
        "def test_call(number: int) -> None:\n"
        "    assert True\n"
    )

    output = run_pytest(tmp_path, test, "-n", "3", "--dist", "loadgroup")

    workers = {line[: len("[gw0]")] for line in output.splitlines() if "PASSED" in line}
    assert "6 passed" in output
    assert len(workers) == 1


@pytest.mark.parametrize(
    "test",
    [
        "@pytest.mark.skip(reason='why not')\ndef test_inside() -> None:\n    assert True\n",
        "def test_inside() -> None:\n    pytest.skip('why not')\n",
        "pytest.skip('why not', allow_module_level=True)\n",
    ],
)
def test_skipping_is_an_error_in_ci_only(tmp_path: Path, test: str) -> None:
    """A missing program may not make a run of CI green."""
    at_home = run_pytest(tmp_path, test)
    in_ci = run_pytest(tmp_path, test, ci="true")

    assert "1 skipped" in at_home
    assert "skipped, which CI does not allow: Skipped: why not" in in_ci
    assert "skipped in" not in in_ci


@pytest.mark.parametrize(("marker", "tries"), [("phones", 3), ("browser", 3), ("serial", 1)])
def test_only_what_lives_in_real_time_is_tried_again(
    tmp_path: Path, marker: str, tries: int
) -> None:
    """And what fails every time still fails."""
    test = (
        f"@pytest.mark.{marker}\ndef test_broken() -> None:\n    print('tried')\n    assert False\n"
    )

    output = run_pytest(tmp_path, test, "-s")

    assert output.count("tried\n") == tries
    assert "1 failed" in output

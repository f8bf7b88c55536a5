"""A wheel without the app is worse than none."""

import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.web.node import needs_node

ROOT = Path(__file__).parents[2]


@needs_node
@pytest.mark.slow
def test_built_wheel_holds_the_whole_app(tmp_path: Path) -> None:
    """The page, and every file that it names."""
    subprocess.run(
        ["uv", "build", "--wheel", "--out-dir", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=300,
    )
    (wheel,) = tmp_path.glob("*.whl")

    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        index = archive.read("ringback/webui/index.html").decode()

    named = set(re.findall(r'(?:src|href)="/(assets/[^"]+)"', index))
    assert len(named) >= 2
    assert {f"ringback/webui/{name}" for name in named} <= names
    assert any(name.endswith(".js.gz") for name in names)

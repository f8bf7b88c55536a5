"""How much script the first page loads: sign-in and the Workspace, in the larger language."""

import gzip
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.web.node import needs_node, run_node

KILOBYTES_MAX = 250
ENTRY = "index.html"
SCREENS = (
    "src/features/sign_in/SignInScreen.tsx",
    "src/features/workspace/WorkspaceScreen.tsx",
)
WORDS = "src/i18n/first_{}.ts"
Manifest = Mapping[str, Mapping[str, Any]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("webui")
    made = run_node("node_modules/vite/bin/vite.js", "build", "--outDir", str(folder))
    assert made.returncode == 0, made.stderr
    return folder


def _files(manifest: Manifest, wanted: Iterable[str]) -> list[str]:
    """Name the scripts of these modules and of all that each must have before it runs."""
    found: dict[str, None] = {}
    ahead = list(wanted)
    while ahead:
        module = ahead.pop()
        if module not in found:
            found[module] = None
            ahead += manifest[module].get("imports", [])
    return sorted({manifest[module]["file"] for module in found})


@needs_node
@pytest.mark.xdist_group("first-load")
def test_first_load_of_sign_in_and_workspace_is_light(built: Path) -> None:
    """At most 250 kB of script, compressed; charts, editor, phone and settings come later."""
    manifest: Manifest = json.loads((built / ".vite" / "manifest.json").read_text())

    sizes = {
        language: {
            name: len(gzip.compress((built / name).read_bytes(), 9))
            for name in _files(manifest, (ENTRY, *SCREENS, WORDS.format(language)))
        }
        for language in ("en", "fr")
    }

    for language, files in sizes.items():
        largest = sorted(files.items(), key=lambda file: -file[1])[:8]
        assert sum(files.values()) <= KILOBYTES_MAX * 1000, (language, largest)
        assert sum(files.values()) > 100_000, "the scripts were not found"


@needs_node
@pytest.mark.xdist_group("first-load")
def test_first_load_brings_one_language_and_no_other_screen(built: Path) -> None:
    """What is loaded when it is wanted is in files of its own."""
    manifest: Manifest = json.loads((built / ".vite" / "manifest.json").read_text())

    first = _files(manifest, (ENTRY, *SCREENS, WORDS.format("en")))

    assert manifest[WORDS.format("fr")]["file"] not in first
    for later in ("CommandPalette", "NumberScreen", "MonitoringScreen", "BoothPanel"):
        [module] = [name for name in manifest if name.endswith(f"/{later}.tsx")]
        assert manifest[module]["file"] not in first, later

"""`ringback message` beside a running server: added, listed, renamed, removed, refused (R2)."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from tests.served import Served, ringback, serving
from tests.speech.recordings import encoded, tone

CANNOT_START, REFUSED = 4, 6


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def served(data: Path) -> Iterator[Served]:
    with serving("--demo", data=data) as server:
        yield server


def message(*arguments: str, data: Path) -> CompletedProcess[str]:
    return ringback("message", *arguments, "--demo", data=data, RINGBACK_HTTP__PORT="0")


def listed(data: Path) -> Any:
    return json.loads(message("list", "--json", data=data).stdout)


def test_recording_is_added_used_renamed_and_removed(served: Served, data: Path) -> None:
    """R2: it is there after a restart as well, and stays while a line uses it."""
    file = data.parent / "hello.mp3"
    file.write_bytes(encoded("mp3", tone(1.0)))

    added = message("add", str(file), "--name", "Bonjour à tous", data=data)
    prompt = listed(data)[0]["prompt"]
    settings = served.ask("GET", "/lines/paris/settings")
    settings["callbacks"]["confirmation_prompt"] = prompt
    served.ask("PUT", "/lines/paris/settings", settings)
    in_use = message("remove", "bonjour à tous", data=data)
    renamed = message("rename", prompt, "Hello", data=data)

    assert added.stdout.startswith(f"Bonjour à tous is {prompt}, 1"), added.stderr
    assert in_use.returncode == REFUSED
    assert "used by line paris" in in_use.stderr
    assert renamed.returncode == 0, renamed.stderr
    assert listed(data)[0] | {"seconds": 0} == {
        "name": "Hello",
        "prompt": prompt,
        "kind": "recording",
        "seconds": 0,
        "offers callbacks": None,
        "used by": ["line paris"],
        "text": None,
    }

    served.kill()
    with serving("--demo", data=data) as again:
        assert [each["name"] for each in listed(data)] == ["Hello"]
        settings["callbacks"]["confirmation_prompt"] = "fr/confirmation"
        again.ask("PUT", "/lines/paris/settings", settings)
        removed = message("remove", "Hello", "--yes", data=data)
        assert (removed.stdout, removed.returncode) == ("Hello is gone.\n", 0)
        assert listed(data) == []
        assert list((data / "demo" / "messages").iterdir()) == []


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="no speech engine")
def test_text_is_spoken_and_kept(served: Served, data: Path) -> None:
    """R2: with its words in the list."""
    said = message("say", "Fermé lundi.", "--name", "Lundi", "--language", "fr", data=data)

    assert said.returncode == 0, said.stderr
    assert [(each["name"], each["text"]) for each in listed(data)] == [("Lundi", "Fermé lundi.")]
    assert served.process.poll() is None


def test_what_cannot_be_added_is_refused_with_what_to_do(served: Served, data: Path) -> None:
    """The server's sentence and code, or that there is no such file or message."""
    text = data.parent / "notes.wav"
    text.write_text("Dear customers,\n" * 20)

    refused = message("add", str(text), "--name", "x", data=data)
    missing = message("add", str(data / "none.wav"), "--name", "x", data=data)
    unknown = message("remove", "nothing", "--yes", data=data)

    assert refused.returncode == REFUSED
    assert "The file holds no sound" in refused.stderr
    assert "recording-not-audio" in refused.stderr
    assert (missing.returncode, unknown.returncode) == (CANNOT_START, CANNOT_START)
    assert "cannot be read" in missing.stderr
    assert served.process.poll() is None

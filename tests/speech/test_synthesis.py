"""A line's own words become a message, whatever the words are."""

import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ringback.speech import synthesis
from ringback.speech.catalogue import Language
from ringback.speech.sound import read_sound, rms_db_of
from ringback.speech.synthesis import (
    EspeakNg,
    Pico,
    SpeechFailed,
    SpeechRefused,
    SpokenPrompt,
    find_engine,
    speak,
    speakable,
)

WORDS = "Thank you. We will call you back before noon."


@pytest.fixture
def espeak() -> EspeakNg:
    program = shutil.which("espeak-ng")
    if program is None:
        pytest.skip("espeak-ng is not installed")
    return EspeakNg(program)


def stand_in(path: Path, *, body: str) -> str:
    """Write a program which takes an engine's place; `arguments` and `typed` are at hand."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"#!{sys.executable}\n"
        "import math, pathlib, struct, sys, wave\n"
        "arguments = sys.argv[1:]\n"
        "typed = sys.stdin.read()\n"
        "def sing(target, count=8000):\n"
        "    with wave.open(target, 'wb') as file:\n"
        "        file.setnchannels(1), file.setsampwidth(2), file.setframerate(16000)\n"
        "        tone = [int(9000 * math.sin(i / 5)) for i in range(count)]\n"
        "        file.writeframes(struct.pack(f'<{count}h', *tone))\n"
        f"{body}\n"
    )
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("language", "text"), [(Language.ENGLISH, WORDS), (Language.FRENCH, "Merci. À bientôt, Zoé !")]
)
def test_own_words_are_spoken_at_both_rates(
    espeak: EspeakNg, tmp_path: Path, language: Language, text: str
) -> None:
    """R2: a confirmation text becomes an audible pair of files of the announced length."""
    spoken = speak(text, language, tmp_path, engine=espeak)

    narrow = read_sound(spoken.path_stem.with_suffix(".wav"))
    wide = read_sound(spoken.path_stem.with_suffix(".wav16"))
    assert (narrow.hertz, wide.hertz) == (8_000, 16_000)
    assert spoken.seconds == pytest.approx(narrow.seconds) == pytest.approx(wide.seconds, abs=0.01)
    assert rms_db_of(narrow) > -25.0


def test_same_words_are_made_only_once(tmp_path: Path) -> None:
    """The second wish for the same words is served from the directory."""
    marks = tmp_path / "marks"
    engine = EspeakNg(
        stand_in(
            tmp_path / "bin/espeak-ng",
            body=f"open({str(marks)!r}, 'a').write('x')\nsing(arguments[-2])",
        )
    )

    first = speak(WORDS, Language.ENGLISH, tmp_path / "made", engine=engine)
    again = speak(f"  {WORDS}\n", Language.ENGLISH, tmp_path / "made", engine=engine)
    french = speak(WORDS, Language.FRENCH, tmp_path / "made", engine=engine)

    assert first == again
    assert french.path_stem != first.path_stem
    assert marks.read_text() == "xx"


def test_same_words_wanted_at_once_end_in_one_whole_pair(tmp_path: Path) -> None:
    """Several threads making one message leave nothing half-written behind."""
    engine = EspeakNg(stand_in(tmp_path / "bin/espeak-ng", body="sing(arguments[-2])"))
    made = tmp_path / "made"

    def make(_: int) -> SpokenPrompt:
        return speak(WORDS, Language.ENGLISH, made, engine=engine)

    with ThreadPoolExecutor(4) as threads:
        results = list(threads.map(make, range(4)))

    assert all(result == results[0] for result in results)
    assert sorted(path.suffix for path in made.iterdir()) == [".wav", ".wav16"]


@pytest.mark.parametrize(
    "hostile",
    [
        "--help and welcome",
        "-w /tmp/elsewhere.wav",
        "$(touch pwned) `touch pwned` ; touch pwned | touch pwned",
        "<play file='/etc/passwd'/> hello [[h@l'oU]] <speed level='10'>",
        "new\r\nline\x00zero\x1bescape\u202edetour\ud800 half",
        "'; DROP TABLE prompts; -- hello",
        '${CALLERID(name)} hello \\" quoted',
    ],
)
def test_hostile_words_are_only_words(
    espeak: EspeakNg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hostile: str
) -> None:
    """No text reaches a shell, an option or an engine's markup; all of it is merely spoken."""
    monkeypatch.chdir(tmp_path)

    spoken = speak(hostile, Language.ENGLISH, tmp_path / "made", engine=espeak)

    assert spoken.seconds > 0.3
    assert [path.name for path in tmp_path.iterdir()] == ["made"]
    assert spoken.path_stem.parent == tmp_path / "made"


def test_engine_reads_clean_words_in_one_line(tmp_path: Path) -> None:
    """Markup, control characters and a leading dash are gone before the engine starts."""
    heard = tmp_path / "heard"
    body = f"pathlib.Path({str(heard)!r}).write_text(typed)\nsing(arguments[-2])"
    engine = EspeakNg(stand_in(tmp_path / "bin/espeak-ng", body=body))

    speak("--w <b>Hello</b>\r\n[[you]]\x07!", Language.ENGLISH, tmp_path / "made", engine=engine)

    assert heard.read_text() == "w b Hello /b you !"


def test_pico_is_preferred_and_gets_the_words_as_one_argument(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where both engines are installed, the better voice speaks."""
    heard = tmp_path / "heard"
    stand_in(
        tmp_path / "bin/pico2wave",
        body=f"pathlib.Path({str(heard)!r}).write_text(repr(arguments[2:]))\n"
        "sing(arguments[1].removeprefix('--wave='))",
    )
    stand_in(tmp_path / "bin/espeak-ng", body="sys.exit(9)")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    spoken = speak("Bonjour ; au revoir", Language.FRENCH, tmp_path / "made")

    assert isinstance(find_engine(), Pico)
    assert spoken.seconds > 0.3
    assert heard.read_text() == "['Bonjour ; au revoir']"


def test_without_an_engine_the_wish_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that cannot speak says so with a stable code."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(SpeechRefused) as refusal:
        speak(WORDS, Language.ENGLISH, tmp_path / "made")

    assert refusal.value.code == "no-speech-engine"
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "text-empty"),
        (" \r\n ", "text-empty"),
        ("<>!?", "text-empty"),
        ("a" * 1_001, "text-too-long"),
    ],
)
def test_unspeakable_texts_are_refused(text: str, code: str) -> None:
    """Nothing to say and too much to say are told apart."""
    with pytest.raises(SpeechRefused) as refusal:
        speakable(text)

    assert refusal.value.code == code


@pytest.mark.parametrize(
    "body",
    [
        "sys.exit(3)",
        "pathlib.Path(arguments[-2]).write_bytes(b'no sound')",
        "pass",
    ],
)
def test_engine_that_does_not_deliver_is_a_failure_and_leaves_nothing(
    tmp_path: Path, body: str
) -> None:
    """A broken engine is reported as a failure, and its half work is never played."""
    engine = EspeakNg(stand_in(tmp_path / "bin/espeak-ng", body=body))

    with pytest.raises(SpeechFailed):
        speak(WORDS, Language.ENGLISH, tmp_path / "made", engine=engine)

    assert list((tmp_path / "made").iterdir()) == []


def test_engine_that_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine has a bounded time to speak."""
    monkeypatch.setattr(synthesis, "ENGINE_SECONDS_MAX", 0.3)
    engine = EspeakNg(stand_in(tmp_path / "bin/espeak-ng", body="import signal; signal.pause()"))

    with pytest.raises(SpeechFailed, match="took more than"):
        speak(WORDS, Language.ENGLISH, tmp_path / "made", engine=engine)


def test_missing_program_is_a_failure(tmp_path: Path) -> None:
    """An engine which vanished after it was found is a failure, not a crash."""
    with pytest.raises(SpeechFailed, match="could not be started"):
        speak(WORDS, Language.ENGLISH, tmp_path, engine=EspeakNg(str(tmp_path / "gone")))

"""The messages and the music which Ringback brings along, in every language it speaks."""

import wave
from enum import StrEnum
from functools import cache
from pathlib import Path

from .sound import NARROWBAND_SUFFIX

_HERE = Path(__file__).parent


class Language(StrEnum):
    ENGLISH = "en"
    FRENCH = "fr"


class Prompt(StrEnum):
    """A ready message; its value is the name of its files."""

    WELCOME = "welcome"
    OFFER = "offer"
    CONFIRMATION = "confirmation"
    APOLOGY_NOT_STORED = "apology_not_stored"
    CANNOT_CALL_BACK = "cannot_call_back"
    MENU = "menu"
    CLOSED = "closed"
    VOICEMAIL_GREETING = "voicemail_greeting"
    TAKEN_BY_COLLEAGUE = "taken_by_colleague"
    CALL_INTRO = "call_intro"
    CALLBACK_INTRO = "callback_intro"
    PRESS_ONE_FOR_CALL = "press_one_for_call"
    PRESS_ONE_FOR_CALLBACK = "press_one_for_callback"
    OVERLOADED = "overloaded"
    NO_ANSWER_GOODBYE = "no_answer_goodbye"
    WAIT_LESS_THAN_A_MINUTE = "wait_less_than_a_minute"
    WAIT_ABOUT_1_MINUTES = "wait_about_1_minutes"
    WAIT_ABOUT_2_MINUTES = "wait_about_2_minutes"
    WAIT_ABOUT_3_MINUTES = "wait_about_3_minutes"
    WAIT_ABOUT_4_MINUTES = "wait_about_4_minutes"
    WAIT_ABOUT_5_MINUTES = "wait_about_5_minutes"
    WAIT_ABOUT_6_MINUTES = "wait_about_6_minutes"
    WAIT_ABOUT_7_MINUTES = "wait_about_7_minutes"
    WAIT_ABOUT_8_MINUTES = "wait_about_8_minutes"
    WAIT_ABOUT_9_MINUTES = "wait_about_9_minutes"
    WAIT_ABOUT_10_MINUTES = "wait_about_10_minutes"
    WAIT_ABOUT_15_MINUTES = "wait_about_15_minutes"
    WAIT_ABOUT_20_MINUTES = "wait_about_20_minutes"
    WAIT_ABOUT_25_MINUTES = "wait_about_25_minutes"
    WAIT_ABOUT_30_MINUTES = "wait_about_30_minutes"
    WAIT_ABOUT_40_MINUTES = "wait_about_40_minutes"
    WAIT_ABOUT_50_MINUTES = "wait_about_50_minutes"
    WAIT_ABOUT_60_MINUTES = "wait_about_60_minutes"
    WAIT_MORE_THAN_AN_HOUR = "wait_more_than_an_hour"
    MAY_BE_RECORDED = "may_be_recorded"


WHISPERS = (Prompt.CALL_INTRO, Prompt.CALLBACK_INTRO)
QUESTIONS = (Prompt.PRESS_ONE_FOR_CALL, Prompt.PRESS_ONE_FOR_CALLBACK)
"""Messages to agents; the name of the line goes before where it can be spoken."""


def naming_text(key: Prompt, language: Language, line_name: str) -> str:
    """Return the words of a message that names the line."""
    return f"{line_name}. {prompt_text(key, language)}"


def prompt_text(key: Prompt, language: Language) -> str:
    """Return the words of a message, as they are spoken."""
    return _TEXTS[language][key]


def prompt_file(key: Prompt, language: Language) -> Path:
    """Return the 8 kHz file; the 16 kHz one lies beside it with the suffix `.wav16`.

    A player which chooses the rate itself wants the name without a suffix: `.with_suffix("")`.
    """
    return _HERE / "prompts" / language.value / f"{key.value}{NARROWBAND_SUFFIX}"


def waiting_music_file() -> Path:
    """Return the 8 kHz file of the waiting music, a loop; 16 kHz beside it as for messages."""
    return _HERE / "music" / f"waiting{NARROWBAND_SUFFIX}"


def prompt_seconds(key: Prompt, language: Language) -> float:
    return _seconds(prompt_file(key, language))


@cache
def _seconds(path: Path) -> float:
    with wave.open(str(path), "rb") as file:
        return file.getnframes() / file.getframerate()


def _waits(less: str, one: str, several: str, more: str) -> dict[Prompt, str]:
    """Write the messages that tell an estimated wait; `several` has a place for the number."""
    texts = {
        prompt: several.format(prompt.value.split("_")[2])
        for prompt in Prompt
        if prompt.value.startswith("wait_about_")
    }
    return texts | {
        Prompt.WAIT_LESS_THAN_A_MINUTE: less,
        Prompt.WAIT_ABOUT_1_MINUTES: one,
        Prompt.WAIT_MORE_THAN_AN_HOUR: more,
    }


_TEXTS: dict[Language, dict[Prompt, str]] = {
    Language.ENGLISH: {
        Prompt.WELCOME: "Hello, and welcome.",
        Prompt.OFFER: (
            "All our agents are busy. Press star to be called back: you keep your place."
        ),
        Prompt.CONFIRMATION: (
            "Thank you. Your request is saved: you keep your place, "
            "and we will call you back. Goodbye."
        ),
        Prompt.APOLOGY_NOT_STORED: (
            "Sorry, we could not save your request. Please hold on: you keep your place."
        ),
        Prompt.CANNOT_CALL_BACK: (
            "Sorry, we cannot call your number back. Please hold on: you keep your place."
        ),
        Prompt.MENU: "Please press the key of your choice.",
        Prompt.CLOSED: ("We are closed. Please call again during our opening hours. Goodbye."),
        Prompt.VOICEMAIL_GREETING: (
            "Nobody can take your call right now. Please leave a message after the tone."
        ),
        Prompt.TAKEN_BY_COLLEAGUE: "A colleague has already taken this call.",
        Prompt.CALLBACK_INTRO: "Callback. We are calling the customer: please hold on.",
        Prompt.OVERLOADED: (
            "We have more calls than we can take. Please call again in a few minutes. Goodbye."
        ),
        Prompt.NO_ANSWER_GOODBYE: (
            "Nobody could take your call. Please call us again later. Goodbye."
        ),
        **_waits(
            "Your estimated wait is less than a minute.",
            "Your estimated wait is about one minute.",
            "Your estimated wait is about {} minutes.",
            "Your estimated wait is more than an hour.",
        ),
        Prompt.MAY_BE_RECORDED: "This call may be recorded.",
        Prompt.CALL_INTRO: "Incoming call: a customer is on the line.",
        Prompt.PRESS_ONE_FOR_CALL: (
            "A customer is on the line. Press 1 to take the call, or 2 to refuse it."
        ),
        Prompt.PRESS_ONE_FOR_CALLBACK: (
            "A customer wants to be called back. Press 1 to call them, or 2 to refuse."
        ),
    },
    Language.FRENCH: {
        Prompt.WELCOME: "Bonjour, et bienvenue.",
        Prompt.OFFER: (
            "Tous nos conseillers sont en ligne. Pour être rappelé, appuyez sur étoile : "
            "vous gardez votre place."
        ),
        Prompt.CONFIRMATION: (
            "Merci. Votre demande est bien enregistrée : vous gardez votre place, "
            "et nous vous rappellerons. Au revoir."
        ),
        Prompt.APOLOGY_NOT_STORED: (
            "Désolé, nous n'avons pas pu enregistrer votre demande. "
            "Restez en ligne : vous gardez votre place."
        ),
        Prompt.CANNOT_CALL_BACK: (
            "Désolé, nous ne pouvons pas rappeler votre numéro. "
            "Restez en ligne : vous gardez votre place."
        ),
        Prompt.MENU: "Appuyez sur la touche de votre choix.",
        Prompt.CLOSED: (
            "Nous sommes fermés. Merci de rappeler pendant nos heures d'ouverture. Au revoir."
        ),
        Prompt.VOICEMAIL_GREETING: (
            "Personne ne peut vous répondre pour le moment. "
            "Laissez un message après le signal sonore."
        ),
        Prompt.TAKEN_BY_COLLEAGUE: "Un collègue a déjà pris cet appel.",
        Prompt.CALLBACK_INTRO: "Rappel. Nous appelons le client : restez en ligne.",
        Prompt.OVERLOADED: (
            "Nous recevons trop d'appels. Merci de rappeler dans quelques minutes. Au revoir."
        ),
        Prompt.NO_ANSWER_GOODBYE: (
            "Personne n'a pu prendre votre appel. Merci de rappeler plus tard. Au revoir."
        ),
        **_waits(
            "Votre attente est estimée à moins d'une minute.",
            "Votre attente est estimée à environ une minute.",
            "Votre attente est estimée à environ {} minutes.",
            "Votre attente est estimée à plus d'une heure.",
        ),
        Prompt.MAY_BE_RECORDED: "Cet appel peut être enregistré.",
        Prompt.CALL_INTRO: "Appel entrant : un client est en ligne.",
        Prompt.PRESS_ONE_FOR_CALL: (
            "Un client est en ligne. Tapez 1 pour prendre l'appel, ou 2 pour le refuser."
        ),
        Prompt.PRESS_ONE_FOR_CALLBACK: (
            "Un client veut être rappelé. Tapez 1 pour l'appeler, ou 2 pour refuser."
        ),
    },
}

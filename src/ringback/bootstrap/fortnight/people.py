"""The customers of the demo company; all their numbers are reserved for fiction."""

from random import Random
from typing import NamedTuple

from ringback.api.booth import CUSTOMERS

FRENCH, ENGLISH = "fr", "en"
CUSTOMERS_OF_EACH = 330
_NUMBERS = {
    FRENCH: ("+3319900{:04}", "+3326191{:04}", "+3335301{:04}", "+3346571{:04}", "+3353649{:04}"),
    ENGLISH: ("+441134960{:03}", "+441214960{:03}", "+441314960{:03}", "+441514960{:03}"),
}
_LAST_DIGITS = {FRENCH: 10_000, ENGLISH: 1_000}
_OURS = ("+33199001", "+33199002")
"""Numbers that begin so are the company's lines, or in the phone booth."""
_FIRST = {
    FRENCH: """
        Adèle Alice Antoine Aurélie Bastien Camille Céline Clément Damien Élodie Émile Fanny
        Gaëlle Hélène Isabelle Jérôme Julien Karim Laure Léon Louise Lucas Manon Mathis
        Mélanie Nadia Nicolas Océane Pauline Rachid Romain Samia Sandrine Théo Thomas
        Valérie Yanis Zoé
    """,
    ENGLISH: """
        Abigail Adam Amelia Ben Charlotte Daniel Edward Ella Faith George Hannah Harriet
        Harry Isaac Jack Jasmine Joshua Kate Liam Lily Lucy Megan Michael Niamh Oliver Owen
        Poppy Rebecca Robert Ruby Sam Sarah Simon Sophie Stephen Thomas Violet William Zara
    """,
}
_LAST = {
    FRENCH: """
        Aubert Barbier Benali Blanchard Bonnet Boyer Caron Chevalier Colin Da-Silva David
        Diallo Dumont Dupuis Fabre Faure Fontaine Garnier Gauthier Giraud Henry Lacroix
        Lambert Leclerc Lemoine Marchand Masson Mercier Meunier Morel Nguyen Noël Perrin
        Philippe Renard Rivière Roche Rolland Roussel Simon Traoré Vidal
    """,
    ENGLISH: """
        Adams Ahmed Bailey Bennett Brooks Carter Chapman Cole Cooper Davies Dixon Ellis
        Fletcher Foster Gibson Graham Griffiths Harvey Hughes Hunter Jenkins Kelly Khan
        Knight Lloyd Mason Mills Murphy Palmer Patel Pearson Price Reid Reynolds Shaw Singh
        Stone Turner Walsh Watts Webb Young
    """,
}


class Person(NamedTuple):
    """Somebody who calls now and then."""

    number: str
    name: str | None


def people(chance: Random) -> dict[str, list[Person]]:
    """Draw who calls, by language; the phone booth's customers are among those who call most."""
    return {language: _people(language, chance) for language in (FRENCH, ENGLISH)}


def _people(language: str, chance: Random) -> list[Person]:
    country = "+33" if language == FRENCH else "+44"
    known = [Person(one.number, one.name) for one in CUSTOMERS if one.number.startswith(country)]
    return [*known, *_strangers(language, chance)]


def _strangers(language: str, chance: Random) -> list[Person]:
    numbers: dict[str, None] = {}
    while len(numbers) < CUSTOMERS_OF_EACH:
        shape, last = chance.choice(_NUMBERS[language]), chance.randrange(_LAST_DIGITS[language])
        number = shape.format(last)
        if not number.startswith(_OURS):
            numbers[number] = None
    return [Person(number, _name(language, chance)) for number in numbers]


def _name(language: str, chance: Random) -> str | None:
    """Give what the network tells of a caller: of one in eight nothing."""
    first, last = chance.choice(_FIRST[language].split()), chance.choice(_LAST[language].split())
    return None if chance.random() < 1 / 8 else f"{first} {last}"

"""Makes ids for what is created by name."""

import re
import unicodedata
from collections.abc import Container

LENGTH_MAX = 50


def free_id(name: str, taken: Container[str], *, otherwise: str) -> str:
    """Make an id out of a name, one that nothing has."""
    apart = unicodedata.normalize("NFKD", name).lower()
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    slug = re.sub("[^a-z0-9]+", "-", letters).strip("-")[:LENGTH_MAX] or otherwise
    tried, number = slug, 2
    while tried in taken:
        tried, number = f"{slug}-{number}", number + 1
    return tried

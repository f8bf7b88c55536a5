"""A thing of the model in a few words, for the story of a life."""

from dataclasses import MISSING, fields, is_dataclass

from .rules.parts import Agent, Line, Settings, Step


def in_short(thing: Agent | Line | Step | Settings) -> str:
    """A thing's fields, without those that have their usual value."""
    told = []
    for each in fields(thing):
        value = getattr(thing, each.name)
        if is_dataclass(value):
            told.append(in_short(value))  # type: ignore[arg-type]
        elif value != (each.default if each.default_factory is MISSING else each.default_factory()):
            told.append(f"{each.name}={value}")
    return f"{type(thing).__name__}({', '.join(told)})"

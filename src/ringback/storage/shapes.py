"""The stored shape of a core type: same fields, all required, none unknown, unions tagged."""

import operator
from collections.abc import Callable, Iterable
from dataclasses import Field, fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cache, reduce
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, NewType, Union, get_args, get_origin, get_type_hints

import msgspec

from .stored_names import ADDED_FIELDS, KINDS

_PLAIN = (str, int, float, bool, NoneType, timedelta, date, time)
_Convert = Callable[[Any], Any]


class Shape(NamedTuple):
    """What msgspec reads and writes for a core type, and the way there and back."""

    stored_type: Any
    store: _Convert
    revive: _Convert


@cache
def shape_of(core_type: Any) -> Shape:
    """Derive the stored shape of a core type; a type that has none is a bug, found at import."""
    if isinstance(core_type, NewType):
        return shape_of(core_type.__supertype__)
    if core_type is datetime:
        return Shape(Annotated[datetime, msgspec.Meta(tz=True)], _same, _same)
    if core_type in _PLAIN or (isinstance(core_type, type) and issubclass(core_type, Enum)):
        return Shape(core_type, _same, _same)
    if get_origin(core_type) is tuple:
        return _shape_of_tuple(core_type)
    if get_origin(core_type) in (Union, UnionType):
        return _shape_of_union(get_args(core_type))
    assert is_dataclass(core_type), f"{core_type} has no stored shape"
    return _shape_of_dataclass(core_type)


def _same(value: Any) -> Any:
    return value


def _shape_of_tuple(core_type: Any) -> Shape:
    member, ellipsis = get_args(core_type)
    assert ellipsis is ..., f"{core_type} has no stored shape"
    stored_member, store, revive = shape_of(member)
    stored_type = tuple.__class_getitem__((stored_member, ...))
    if store is _same:
        return Shape(stored_type, _same, _same)
    return Shape(
        stored_type,
        lambda values: tuple(map(store, values)),
        lambda values: tuple(map(revive, values)),
    )


def _shape_of_union(members: Iterable[Any]) -> Shape:
    shapes = {member: shape_of(member) for member in members}
    stored_type = reduce(operator.or_, (shape.stored_type for shape in shapes.values()))
    structured = {member: shape for member, shape in shapes.items() if is_dataclass(member)}
    if not structured:
        return Shape(stored_type, _same, _same)
    stores = {member: shape.store for member, shape in structured.items()}
    revives = {shape.stored_type: shape.revive for shape in structured.values()}
    return Shape(
        stored_type,
        lambda value: stores.get(type(value), _same)(value),
        lambda value: revives.get(type(value), _same)(value),
    )


def _shape_of_dataclass(core_type: Any) -> Shape:
    hints = get_type_hints(core_type)
    added = ADDED_FIELDS.get(core_type, ())
    names: list[str] = []
    shapes: list[Shape] = []
    stored_fields: list[Any] = []
    for field in fields(core_type):
        shape = shape_of(hints[field.name])
        if field.name in added:
            shape = _shape_of_added(field, shape)
            stored_fields.append((field.name, shape.stored_type, msgspec.UNSET))
        else:
            stored_fields.append((field.name, shape.stored_type))
        names.append(field.name)
        shapes.append(shape)
    kind = KINDS.get(core_type)
    stored_type = msgspec.defstruct(
        core_type.__name__,
        stored_fields,
        forbid_unknown_fields=True,
        tag_field="kind" if kind else None,
        tag=kind,
    )
    return Shape(
        stored_type,
        _rebuild(stored_type, names, [shape.store for shape in shapes]),
        _rebuild(core_type, names, [shape.revive for shape in shapes]),
    )


def _shape_of_added(field: Field[Any], shape: Shape) -> Shape:
    """Let a field be absent in place of its default."""
    default = field.default
    return Shape(
        shape.stored_type | msgspec.UnsetType,
        lambda value: msgspec.UNSET if value == default else shape.store(value),
        lambda value: default if value is msgspec.UNSET else shape.revive(value),
    )


def _rebuild(target: Callable[..., Any], names: list[str], converts: list[_Convert]) -> _Convert:
    """Make a function that builds `target` from the like-named attributes of another object."""
    match names:
        case []:
            return lambda _: target()
        case [name]:
            convert = converts[0]
            return lambda source: target(convert(getattr(source, name)))
    take = operator.attrgetter(*names)
    converted = [(i, convert) for i, convert in enumerate(converts) if convert is not _same]
    if not converted:
        return lambda source: target(*take(source))

    def rebuild(source: Any) -> Any:
        values = list(take(source))
        for index, convert in converted:
            values[index] = convert(values[index])
        return target(*values)

    return rebuild

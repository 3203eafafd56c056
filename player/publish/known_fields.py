"""Fields a file has that no model knows: players pass over them, editors should be told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel

from player.publish.codes import Code
from player.publish.complaint import Complaint, suggest

OF_THE_BUILD: Final = frozenset(
    {
        *("file", "poster", "pages", "search", "duration_s", "hours", "dates"),
        *("local_facts", "notice_templates"),
    }
)
"""Fields only the build may set; what an editor writes there is not used."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What an annotation holds: a model, or entries or values of a shape."""

    model: type[BaseModel] | None = None
    inner: Any = None


def find_unknown(
    model: type[BaseModel], document: object, path: tuple[str | int, ...] = ()
) -> Iterator[Complaint]:
    """Yield one complaint for each field of ``document`` that ``model`` does not use.

    Args:
        model: of the pack's format.
        document: what a file says.
        path: where in the file ``document`` lies.
    """
    if not isinstance(document, Mapping):
        return
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    for key, value in document.items():
        here = (*path, key)
        if key in OF_THE_BUILD and key in fields:
            yield Complaint(here, Code.FIELD_OF_THE_BUILD, {})
        elif key in fields:
            yield from _descend(fields[key].annotation, value, here)
        else:
            yield stranger(key, sorted(fields.keys() - OF_THE_BUILD), here)


def stranger(
    key: str, known: Sequence[str], path: tuple[str | int, ...] | None = None
) -> Complaint:
    """Return the complaint about a field nobody reads.

    Args:
        key: its name.
        known: names that would be read in its place.
        path: where it is written; None: at the root.
    """
    close = suggest(key, known)
    if close:
        return Complaint(path or (key,), Code.FIELD_MISSPELT, {"value": key, "suggestion": close})
    values = {"value": key, "choices": ", ".join(known)}
    return Complaint(path or (key,), Code.FIELD_UNKNOWN, values)


def _descend(annotation: object, value: object, path: tuple[str | int, ...]) -> Iterator[Complaint]:
    shape = _shape_of(annotation, value)
    if shape.model is not None:
        yield from find_unknown(shape.model, value, path)
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            yield from _descend(shape.inner, entry, (*path, key))
    elif isinstance(value, list):
        for position, entry in enumerate(value):
            yield from _descend(shape.inner, entry, (*path, position))


def _shape_of(annotation: object, value: object) -> _Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _Shape(model=annotation)
    if origin is Annotated:
        return _shape_of(arguments[0], value)
    if origin in {Union, UnionType}:
        shapes = [_shape_of(branch, value) for branch in arguments]
        likely = [shape for shape in shapes if shape != _Shape()]
        return next((shape for shape in likely if _suits(shape, value)), (*likely, _Shape())[0])
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _Shape(inner=arguments[1])
    return _Shape(inner=arguments[0]) if arguments else _Shape()


def _suits(shape: _Shape, value: object) -> bool:
    """Whether a branch of a union can be what was meant: a model, if it knows a field."""
    return (
        shape.model is None
        or not isinstance(value, Mapping)
        or not value.keys().isdisjoint(shape.model.model_fields)
    )

"""Name -> thing: built-ins first, then what other packages offer as entry points; each is loaded on first use.

Kinds: ``encoder`` (a learned reader, see ``records.Encoder``) and ``step`` (one more layer).
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points

from dragoman.errors import PluginError

BUILT_IN: dict[str, dict[str, str]] = {
    "encoder": {"int8": "dragoman.model.encoder:int8", "fp32": "dragoman.model.encoder:fp32"},
    "step": {},
}


def names(kind: str) -> tuple[str, ...]:
    """The names of a kind that can be loaded, sorted."""
    return tuple(sorted({*BUILT_IN.get(kind, {}), *(point.name for point in entry_points(group=f"dragoman.{kind}"))}))


def load(kind: str, name: str) -> object:
    """The thing of that kind and name; raises PluginError when nobody offers it."""
    target = BUILT_IN.get(kind, {}).get(name)
    if target:
        module, _, attribute = target.partition(":")
        return getattr(import_module(module), attribute)
    for point in entry_points(group=f"dragoman.{kind}"):
        if point.name == name:
            return point.load()
    known = ", ".join(names(kind)) or "none"
    raise PluginError(
        f"No {kind} named {name!r}. Known: {known}.", f"Install a package that offers it as an entry point of the group dragoman.{kind}."
    )

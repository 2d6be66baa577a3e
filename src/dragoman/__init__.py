"""Dragoman reads diplomatic news and keeps who said what about whom, who did what to whom, when and where.

The front door: a handful of verbs and the nouns they speak of, each imported on first use.

    >>> import dragoman
    >>> document = dragoman.read("Georgia will keep its word, Foreign Minister Ana Example said in Tbilisi.")
    >>> [document.words(span) for statement in document.statements for span in statement.content]
    ['Georgia will keep its word']
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from dragoman.errors import DragomanError, KnowledgeError, PluginError, ReadError, StoreError, UsageError
    from dragoman.records import (
        Actor,
        Added,
        Company,
        Document,
        Dyad,
        Event,
        Failure,
        Ground,
        Hit,
        Mediation,
        Mention,
        Occasion,
        Office,
        Place,
        Portrait,
        Post,
        Promise,
        Relation,
        Span,
        Stance,
        Statement,
        Story,
        Timex,
        TurningPoint,
        Warning,
    )
    from dragoman.verbs import (
        actor_of,
        add,
        add_all,
        annotate,
        documents,
        dossier,
        export,
        find,
        open_archive,
        read,
        read_all,
        reading,
        relation,
        resolve,
        stories,
        turning_points,
        who,
    )

__all__ = [
    "Actor",
    "Added",
    "Company",
    "Document",
    "DragomanError",
    "Dyad",
    "Event",
    "Failure",
    "Ground",
    "Hit",
    "KnowledgeError",
    "Mediation",
    "Mention",
    "Occasion",
    "Office",
    "Place",
    "PluginError",
    "Portrait",
    "Post",
    "Promise",
    "ReadError",
    "Relation",
    "Span",
    "Stance",
    "Statement",
    "StoreError",
    "Story",
    "Timex",
    "TurningPoint",
    "UsageError",
    "Warning",
    "actor_of",
    "add",
    "add_all",
    "annotate",
    "documents",
    "dossier",
    "export",
    "find",
    "open_archive",
    "read",
    "read_all",
    "reading",
    "relation",
    "resolve",
    "stories",
    "turning_points",
    "who",
]

ROOMS_THAT_ARE_VERBS = ("annotate", "read", "resolve")


def __getattr__(name: str) -> object:
    """A verb or a noun, imported when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    if name in ROOMS_THAT_ARE_VERBS:
        return import_module(f"dragoman.{name}")
    home = "verbs" if name.islower() else "errors" if name.endswith("Error") else "records"
    return getattr(import_module(f"dragoman.{home}"), name)


def __dir__() -> list[str]:
    """The names of the front door."""
    return [*__all__, "__version__"]


class Room(ModuleType):
    """A room that can be called as the verb of its name: ``dragoman.read(...)``, though ``dragoman.read`` is a package too."""

    def __call__(self, *given: object, **options: object) -> object:
        """Do what ``dragoman.verbs`` has under the room's name; its docstring there tells the arguments."""
        return getattr(import_module("dragoman.verbs"), self.__name__.rpartition(".")[2])(*given, **options)


class House(ModuleType):
    """The package itself: importing a room binds its name here, where that name must stay a verb."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in ROOMS_THAT_ARE_VERBS and isinstance(value, ModuleType):
            value.__class__ = Room
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = House

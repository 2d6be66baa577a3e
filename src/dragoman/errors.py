"""What can go wrong, as a tree.

    DragomanError
    ├── ReadError            an input cannot be turned into a document; the rest of the batch goes on
    ├── KnowledgeError       a knowledge file is missing, damaged or contradicts itself
    ├── ModelError           the encoder's files are missing or altered, or its runtime is
    ├── StoreError           an archive cannot be opened, or cannot take what it is given
    ├── PluginError          no thing of that name is built in or installed
    └── UsageError           a call that cannot be carried out as it was made

Every message says what came, what was wanted and what to do; ``advice`` holds the last part alone.
"""

from __future__ import annotations


class DragomanError(Exception):
    """The root of all errors that Dragoman raises on purpose."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(f"{message} {advice}".strip())
        self.message = message
        self.advice = advice


class ReadError(DragomanError):
    """An input that cannot be read; ``ref`` names it, with the line where it has lines."""

    def __init__(self, ref: str, message: str, advice: str) -> None:
        super().__init__(message, advice)
        self.ref = ref


class KnowledgeError(DragomanError):
    """A knowledge file that cannot be used; the message names the file and the entry."""


class ModelError(DragomanError):
    """The encoder cannot be loaded; there is no silent fall-back to the rules."""


class StoreError(DragomanError):
    """An archive that cannot be opened or written; what was stored before stays as it was."""


class PluginError(DragomanError):
    """A name that no built-in and no installed entry point answers to."""


class UsageError(DragomanError):
    """A call that cannot be carried out as it was made."""

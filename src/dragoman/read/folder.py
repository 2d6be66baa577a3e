"""The files of a folder that can be read, in the order of their names, whatever the order of the disk."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import ReadError
from dragoman.read.kinds import NAMES, unpacked_name
from dragoman.records import Failure

READ = frozenset(ending for endings in NAMES.values() for ending in endings)
REFUSED_BY_WHAT_THEY_ARE = frozenset((".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".xls", ".xlsx", ".zip", ".gz"))
# What a saved page brings along.
NO_ARTICLES = frozenset(
    (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".bmp", ".tif", ".tiff", ".avif", ".heic", ".mp3", ".mp4", ".m4a",
     ".ogg", ".wav", ".webm", ".mov", ".avi", ".flac", ".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".otf", ".eot",
     ".download")
)  # fmt: skip
ABOUT_THE_FILES = frozenset(("license", "licence", "copying", "notice", "readme", "makefile"))
SHOWN = 20  # letters of an ending in a message
ADVICE = "Rename it, or name it alone to have it read by its contents."


def files(folder: str) -> Iterator[str | Failure]:
    """The paths of the files below a folder, or what keeps one from being read.

    Hidden files and folders are left out; pictures, sounds, styles and scripts are passed over, and so is what tells
    about the files, such as a README. A folder that links lead to again is entered once.
    """
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    count = 0
    while waiting:
        path = waiting.pop()
        try:
            status = os.stat(path)
            if not stat.S_ISDIR(status.st_mode):
                if not passed_over(path):
                    count += 1
                    yield chosen(path, status)
                continue
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            names = sorted((os.fsencode(name) for name in os.listdir(path) if not name.startswith(".")), reverse=True)
            waiting += [os.path.join(path, os.fsdecode(name)) for name in names]
        except OSError as fault:
            count += 1
            yield failure(path, fault)
    if count == 0:
        yield Failure(told(folder), "The folder holds no file that is read.", "Give one with texts, pages, feeds, JSONL or tables.")


def passed_over(path: str) -> bool:
    """Whether a name tells that no article can be in a file."""
    name = Path(path).name.casefold()
    return Path(name).suffix in NO_ARTICLES or name.partition(".")[0] in ABOUT_THE_FILES


def chosen(path: str, status: os.stat_result) -> str | Failure:
    """A path to read, or why a file is not read from a folder."""
    ending = Path(unpacked_name(path)).suffix.casefold()
    if not stat.S_ISREG(status.st_mode):
        return path  # refused with its own reason where it is opened
    if ending in READ or ending in REFUSED_BY_WHAT_THEY_ARE or not ending or ending[1:].isdigit():
        return path
    return Failure(told(path), f"Files named {ending[:SHOWN]!r} are not read from a folder.", ADVICE)


def told(path: str) -> str:
    r"""A path that can be shown: bytes that are no text as \xff."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def failure(path: str, fault: OSError) -> Failure:
    """Why the system does not give a file or a folder."""
    shown = told(path)
    if isinstance(fault, FileNotFoundError):
        return Failure(shown, "There is no such file.", "Check the path; a text itself goes to standard input: echo TEXT | dragoman read -")
    if isinstance(fault, PermissionError):
        return Failure(shown, "The file may not be read: permission denied.", "Change its permissions, or read a copy.")
    return Failure(shown, f"The file cannot be read: {fault.strerror or fault}.", "Check the disk and the path.")


def refuse_irregular(mode: int, path: str) -> None:
    """Refuse devices and pipes: they are no documents, and some never end."""
    if not stat.S_ISREG(mode):
        advice = "Send its contents to standard input: dragoman read - < FILE"
        raise ReadError(path, "This is no regular file but a device, a socket or a pipe.", advice)

"""From bytes to letters: by the byte order mark, else as UTF-8, else in the encoding that a detector is sure of."""

from __future__ import annotations

import codecs

from dragoman.errors import ReadError
from dragoman.records import Warning

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ENCODINGS = ("cp1252", "cp1254", "cp1250", "cp1251", "cp1253", "cp1256", "koi8_r", "gb18030", "shift_jis", "euc_kr", "big5", "utf_16")
SAMPLE = 200_000  # bytes that the detector sees; more does not change its answer


def marked(head: bytes) -> str | None:
    """The encoding that a byte order mark names."""
    return next((encoding for bom, encoding in BOMS if head.startswith(bom)), None)


def decoded(data: bytes, ref: str) -> tuple[str, tuple[Warning, ...]]:
    """The text of some bytes, with a warning where its encoding had to be guessed. Raises ReadError where it cannot be told."""
    encoding = marked(data)
    if encoding is not None:
        try:
            return data.decode(encoding), ()
        except UnicodeDecodeError as fault:
            raise ReadError(ref, f"The input is marked as {encoding} but is not, at byte {fault.start:,}.", "Save it as UTF-8.") from fault
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        return guessed(data, ref, fault)


def guessed(data: bytes, ref: str, fault: UnicodeDecodeError, encoding: str | None = None) -> tuple[str, tuple[Warning, ...]]:
    """The text without the few bytes that spoil its UTF-8, else in ``encoding``, else in the one that a detector finds."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if sum(not c.isascii() for c in text) > 2 * lost:  # what else is not ASCII is good UTF-8: the file is UTF-8, with damage
        return text, ()
    found = encoding or detected(data)
    try:
        if found is None:
            raise fault
        text = data.decode(found)
    except UnicodeDecodeError:
        raise ReadError(ref, f"The input is not UTF-8: byte {fault.start:,} is {data[fault.start]:#04x}.", "Save it as UTF-8.") from fault
    return text, (Warning("encoding-guessed", f"The input is not UTF-8 (byte {fault.start:,}); read as {found}"),)


def detected(data: bytes) -> str | None:
    """The encoding that a detector finds in bytes that are not UTF-8."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], cp_isolation=list(ENCODINGS)).best()
    return None if best is None or best.encoding in ("utf_8", "ascii") else best.encoding


def detected_in_part(head: bytes) -> str | None:
    """The encoding of a file by its beginning, which may end within a letter; ``None`` where that is UTF-8."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return detected(head)
    return None

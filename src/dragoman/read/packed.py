"""What is packed with gzip, unpacked as it is read and no further than a text can be packed."""

from __future__ import annotations

import gzip
import zlib
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, BinaryIO

from dragoman.errors import ReadError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAX_RATIO = 200  # bytes out for one byte in; news packs to a fifth, the same line again and again to a hundredth
FREE = 50_000_000  # bytes that may come out whatever the ratio


class Unpacked(RawIOBase):
    """The contents of a gzip stream as a stream; a class because Python's buffered reader asks for one."""

    def __init__(self, stream: BinaryIO, ref: str) -> None:
        """Over a stream that stands at the first byte of what is packed."""
        self.counted = Counted(stream)
        self.packed = gzip.GzipFile(fileobj=self.counted)
        self.ref = ref
        self.given = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill a buffer. Raises ReadError for what is damaged, cut off, or packed beyond reason."""
        view = memoryview(buffer).cast("B")
        try:
            data = self.packed.read(len(view))
        except EOFError:
            raise ReadError(self.ref, "The gzip archive is cut off.", "Fetch or pack it again; what came before was read.") from None
        except (OSError, zlib.error) as fault:
            raise ReadError(self.ref, f"The gzip archive is damaged: {fault}.", "Fetch or pack it again.") from fault
        view[: len(data)] = data
        self.given += len(data)
        if self.given > FREE and self.given > MAX_RATIO * self.counted.taken:
            raise ReadError(
                self.ref, f"The gzip archive unpacks to more than {MAX_RATIO} times its size.", "Unpack it and look what it is."
            )
        return len(data)


class Counted(RawIOBase):
    """A stream that counts what was taken from it."""

    def __init__(self, stream: BinaryIO) -> None:
        """Over an open stream."""
        self.stream = stream
        self.taken = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Some bytes, counted."""
        data = self.stream.read(size)
        self.taken += len(data)
        return data


def unpacked(stream: BinaryIO, ref: str) -> BufferedReader:
    """The contents of a gzip stream, read as they are asked for."""
    return BufferedReader(Unpacked(stream, ref))

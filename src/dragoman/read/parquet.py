"""Articles as a Parquet file: a column for each field, read by row groups, a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

from dragoman.errors import ReadError
from dragoman.read.document import Given
from dragoman.read.encoding import decoded
from dragoman.read.fields import article, columns, no_text, picked
from dragoman.read.kinds import PARQUET
from dragoman.records import Document, Failure, Warning

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyarrow.parquet import ParquetFile

BATCH = 64  # rows in memory at once
ADVICE = "Write the file again, as Parquet or as JSONL."


def parquet_documents(stream: BufferedReader, ref: str, given: Given, limit: int) -> Iterator[Document | Failure]:
    """The documents of a Parquet file; a row that is none is one failure, and so is a row group that cannot be read.

    A stream that cannot be searched, such as a pipe, is held in memory, up to ``limit`` bytes.
    """
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        advice = "Install it: pip install 'dragoman[parquet]'. Or save the table as CSV."
        yield Failure(ref, "Parquet files are read by pyarrow, which is not installed.", advice)
        return
    try:
        file = ParquetFile(searchable(stream, ref, limit), pre_buffer=False, page_checksum_verification=True)
        names = list(file.schema_arrow.names)
        groups = file.num_row_groups
    except (ArrowException, OSError, ValueError, MemoryError) as fault:
        yield Failure(ref, f"The Parquet file cannot be read: {first_line(fault)}.", ADVICE)
        return
    places = columns(names)
    if "text" not in places:
        yield no_text(ref, names)
    elif not file.metadata.num_rows:
        yield Failure(ref, "The input is empty: no rows in the table.", "Give a row for each article.")
    else:
        wanted = sorted({names[n] for numbers in places.values() for n in numbers})
        for group in range(groups):
            yield from group_documents(file, group, wanted, ref, given)


def searchable(stream: BufferedReader, ref: str, limit: int) -> BinaryIO:
    """The stream, or its contents where it cannot go back. Raises ReadError for what is no Parquet file, or too large."""
    if not stream.peek(4).startswith(PARQUET):
        raise ReadError(ref, "The file is named as Parquet but does not begin as one.", "Name it after what it holds, such as .csv.")
    if stream.seekable():
        return stream
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ReadError(ref, f"The input has more than {limit:,} bytes.", "Give the Parquet file by its name.")
    return BytesIO(data)


def group_documents(file: ParquetFile, group: int, wanted: list[str], ref: str, given: Given) -> Iterator[Document | Failure]:
    """The documents of one row group."""
    from pyarrow import ArrowException

    number = sum(file.metadata.row_group(before).num_rows for before in range(group))
    try:
        for batch in file.iter_batches(batch_size=BATCH, row_groups=[group], columns=wanted):
            places = columns(batch.schema.names)
            for row in values(batch):
                number += 1
                yield one(row, places, f"{ref}:{number}", given)
    except (ArrowException, OSError, ValueError, MemoryError) as fault:
        yield Failure(
            f"{ref}:{number + 1}", f"The rows from here to the end of their row group cannot be read: {first_line(fault)}.", ADVICE
        )


def values(batch: RecordBatch) -> Iterator[tuple[Any, ...]]:
    """The rows of a batch."""
    return zip(*(column_values(column) for column in batch.columns), strict=True)


def column_values(column: Any) -> list[Any]:  # noqa: ANN401 - pyarrow ships no types
    """The values of a column; text that is not UTF-8 comes as bytes, and what Python cannot hold as its text."""
    try:
        return list(column.to_pylist())
    except (ValueError, OverflowError):
        return [cell_value(cell) for cell in column]


def cell_value(cell: Any) -> Any:  # noqa: ANN401
    """One value as ``column_values`` gives it."""
    try:
        return cell.as_py()
    except UnicodeDecodeError:
        return cell.as_buffer().to_pybytes()
    except (ValueError, OverflowError):
        return str(cell)


def one(row: tuple[Any, ...], places: dict[str, tuple[int, ...]], where: str, given: Given) -> Document | Failure:
    """The document of a row, or the failure that names it."""
    try:
        told = [words(value, where) for value in row]
    except ReadError as fault:
        return Failure(where, fault.message, fault.advice)
    texts = [row[n] for n in places["text"] if row[n] is not None]
    if texts and not any(isinstance(text, str | bytes) for text in texts):
        return Failure(where, f"The text is no text but of type {type(texts[0]).__name__}.", "Give the articles' texts as strings.")
    item = article(picked([text for text, _ in told], places), where, given)
    warnings = tuple(warning for _, found in told for warning in found)
    return replace(item, warnings=(*warnings, *item.warnings)) if warnings and isinstance(item, Document) else item


def words(value: object, where: str) -> tuple[str | None, tuple[Warning, ...]]:
    """A value as text, with a warning where its encoding was guessed; nothing for lists and the like."""
    if isinstance(value, bytes):
        return decoded(value, where)
    if isinstance(value, date):
        return value.isoformat(), ()
    return (str(value) if isinstance(value, str | int | float) else None), ()


def first_line(fault: BaseException) -> str:
    """What a library says of a fault, in one line."""
    return (str(fault).strip() or type(fault).__name__).splitlines()[0].rstrip(".")[:200]

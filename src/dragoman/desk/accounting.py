"""The account of a run of ``dragoman add``: what became of every item, and the summary that tells it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.records import Added, Failure

if TYPE_CHECKING:
    from dragoman.store import Archive

REASONS = 20  # different reasons of refusal that a summary lists; what comes more often than that is counted together
NAMED = 3  # refused items that a summary names for each reason; every one was told when it came


@dataclass(frozen=True, slots=True)
class Account:
    """What became of the items of one run so far."""

    counts: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, list[str]] = field(default_factory=dict)
    reason_counts: Counter[str] = field(default_factory=Counter)
    texts: dict[str, str] = field(default_factory=dict)  # by ref: the first text of that name
    repeated: Counter[str] = field(default_factory=Counter)  # refs that stand for several texts
    failed: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)


def enter(item: Added | Failure, account: Account, failed_before: frozenset[str]) -> None:
    """Enter an item into the account."""
    if isinstance(item, Failure):
        account.counts["refused"] += 1
        account.failed.update({item.ref} & failed_before)
        reason = item.error if item.error in account.reasons or len(account.reasons) < REASONS else "Other reasons, told above."
        account.reason_counts[reason] += 1
        named = account.reasons.setdefault(reason, [])
        if len(named) < NAMED:
            named.append(item.ref.replace("\x00", "\\x00"))
        return
    account.counts[item.status] += 1
    account.counts["duplicates"] += item.status == "added" and item.duplicate_of is not None
    account.read.update({item.ref} & failed_before)
    if account.texts.setdefault(item.ref, item.document) != item.document:
        account.repeated[item.ref] += 1


def mended(failed_before: frozenset[str], account: Account, files: Sequence[str]) -> set[str]:
    """The refs that failed once and fail no more: read now, or part of a source that was read whole without this failure."""
    whole = {ref for ref in failed_before if any(ref == file or ref.startswith((f"{file}:", f"{file}/", f"{file}#")) for file in files)}
    return (whole | account.read) - account.failed


def summary(account: Account, archive: Archive, whole: bool) -> None:
    """Account for every item of a run."""
    counts = account.counts
    items = sum(counts[name] for name in ("added", "seen", "known", "renewed", "refused"))
    lines = [f"{archive.url}: {items:,} {'article' if items == 1 else 'articles'} given", *told_counts(counts)]
    for reason, times in account.reason_counts.most_common():
        names = ", ".join(account.reasons[reason])
        more = times - len(account.reasons[reason])
        lines.append(f"          {times:>9,}  {reason} {names}{f' and {more:,} more' if more > 0 else ''}")
    if account.repeated:
        names = ", ".join(sorted(account.repeated)[:NAMED])
        lines.append(f"  Several texts bear the id of another and were kept beside it: {account.repeated.total():,} ({names}).")
    if whole:
        lines.append(held(archive))
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def told_counts(counts: Counter[str]) -> Iterator[str]:
    """The lines of a summary that count; what did not happen is left out, but for what was added."""
    meaning = {
        "added": f"new, {counts['duplicates']:,} of them copies of others" if counts["duplicates"] else "new",
        "seen": "known, met at one more place",
        "renewed": "known, read again because it appeared here first",
        "known": "known",
        "refused": "could not be read or kept",
    }
    for name, words in meaning.items():
        if counts[name] or name == "added":
            yield f"  {name:<8}{counts[name]:>9,}  {words}"


def held(archive: Archive) -> str:
    """What the archive holds now."""
    from dragoman.store import size

    documents, copies = size(archive)
    folded = f"; for {copies:,} of them another copy stands" if copies else ""
    return f"  The archive holds {documents:,} {'document' if documents == 1 else 'documents'}{folded}."

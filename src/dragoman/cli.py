"""The command line."""

from __future__ import annotations

import sys


def main() -> None:
    from dragoman import flow
    from dragoman.read import read_path
    from dragoman.records import Failure
    from dragoman.tell.reading import encode, encode_failure

    status = 0
    for path in sys.argv[3:]:
        for item in flow.read(read_path(path)):
            if isinstance(item, Failure):
                sys.stderr.buffer.write(encode_failure(item))
                status = 1
            else:
                sys.stdout.buffer.write(encode(item))
    sys.exit(status)

"""A PostgreSQL server of one's own in a temporary folder, on a socket and without TCP, for tests and benchmarks."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

USER = "postgres"
DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True)
class Server:
    """A server: the folder of its data and socket, and of its programs."""

    folder: Path
    programs: Path


def programs() -> Path | None:
    """The folder of the server's programs, the newest where there are several; None where there is none."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    return max((p.parent for p in DEBIAN.glob("*/bin/initdb")), key=lambda p: int(p.parent.name), default=None)


def why_not() -> str | None:
    """Why no server can be started here, if none can."""
    if programs() is None:
        return "there is no PostgreSQL server on this machine"
    if os.geteuid() == 0 and (shutil.which("runuser") is None or not user_exists()):
        return f"PostgreSQL does not run as root, and there is no user {USER!r} to run it as"
    return None


def user_exists() -> bool:
    """Whether the system has the server's user."""
    import pwd

    try:
        pwd.getpwnam(USER)
    except KeyError:
        return False
    return True


def command(server: Server, program: str, *arguments: str) -> None:
    """Run one of the server's programs, as its user where we are root."""
    as_user = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
    line = [*as_user, str(server.programs / program), *arguments]
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")


@contextmanager
def running() -> Iterator[Server]:
    """A new server; it is stopped and its folder removed at the end."""
    found = programs()
    if found is None:
        raise SystemExit(why_not())
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    server = Server(folder, found)
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, USER)
        command(server, "initdb", "-D", str(folder / "data"), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        start(server)
        yield server
    finally:
        with suppress(subprocess.CalledProcessError):  # where it was stopped already
            stop(server, "immediate")
        shutil.rmtree(folder, ignore_errors=True)


def start(server: Server) -> None:
    """Start a server, and wait until it answers."""
    options = f"-c listen_addresses='' -c unix_socket_directories={server.folder} -c shared_buffers=32MB"
    command(
        server, "pg_ctl", "-D", str(server.folder / "data"), "-w", "-t", "120", "-l", str(server.folder / "log"), "-o", options, "start"
    )


def stop(server: Server, how: str = "fast") -> None:
    """Stop a server: "fast" ends its work in order, "immediate" as if the power had gone."""
    command(server, "pg_ctl", "-D", str(server.folder / "data"), "-w", "-t", "120", "-m", how, "stop")


def address(server: Server, name: str = USER) -> str:
    """The URL of one of its databases."""
    return f"postgresql://{USER}@/{name}?host={server.folder}"


def create(server: Server, name: str) -> str:
    """A new database; its URL."""
    command(server, "createdb", "-h", str(server.folder), "-U", USER, name)
    return address(server, name)

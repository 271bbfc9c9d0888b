"""A class on one machine: a real JupyterHub, N learners at once, notebook 01 and its exercises.

    python tests/load/run_load.py --learners 20

Each learner asks for a server, opens 01_anatomy.ipynb and runs every cell, then the same with the exercises
(as handed out: blank). Printed are failures, seconds from the click to the answer of the first cell, and
memory per learner: the proportional share (PSS) of a learner's server and kernels, as the kernel of the
operating system counts it. Linux only. README.md beside this file says what has to be installed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import secrets
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

ROOT = Path(__file__).resolve().parents[2]
LESSONS = ("notebooks/01_anatomy.ipynb", "exercises/01_anatomy_exercises.ipynb")
PATIENCE = 300
"""Seconds after which a cell, or the start of a server, counts as failed."""


@dataclass
class Learner:
    """One learner and how he fared; times in seconds since all began, memory in bytes."""

    name: str
    home: Path
    asked: int = 0
    """How often he asked for a server; more than once where a start failed."""
    first_cell: float = 0.0
    lessons: dict[str, float] = field(default_factory=dict)
    fault: str = ""
    memory: int = 0


class Hub:
    """A running JupyterHub and the token by which the class speaks to it."""

    def __init__(self, work: Path, spawns: int) -> None:
        self.work, self.token = work, secrets.token_hex(16)
        self.port = _three_free_ports()
        self.address = f"http://127.0.0.1:{self.port}"
        environment = {
            **os.environ,
            "RESOLUTIONKIT_LOAD": str(work),
            "RESOLUTIONKIT_LOAD_PORT": str(self.port),
            "RESOLUTIONKIT_LOAD_TOKEN": self.token,
            "RESOLUTIONKIT_LOAD_SPAWNS": str(spawns),
            "CONFIGPROXY_AUTH_TOKEN": secrets.token_hex(16),
        }
        command = [sys.executable, "-m", "jupyterhub", "-f", str(Path(__file__).parent / "jupyterhub_config.py")]
        self.log = work / "hub.log"
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                command, cwd=work, env=environment, stdout=log, stderr=log, start_new_session=True
            )

    async def ask(self, path: str, method: str = "GET", body: object = None) -> object:
        """Send a request to the hub or, below /user, to a learner's server; return the JSON of the answer."""
        data = json.dumps(body) if body is not None else ("" if method in ("POST", "PUT") else None)
        request = HTTPRequest(
            self.address + path, method, body=data, headers=self._headers, request_timeout=PATIENCE, connect_timeout=60
        )
        answer = await AsyncHTTPClient().fetch(request)
        return json.loads(answer.body) if answer.body else None

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"token {self.token}"}

    async def channel(self, path: str):
        """Open a kernel's channels."""
        url = self.address.replace("http", "ws") + path
        return await websocket_connect(HTTPRequest(url, headers=self._headers, connect_timeout=60), ping_interval=20)

    async def ready(self) -> None:
        """Wait until the hub answers."""
        for _ in range(240):
            try:
                await self.ask("/hub/api/")
            except (OSError, HTTPClientError):
                await asyncio.sleep(0.5)
            else:
                return
        raise SystemExit(f"JupyterHub did not start. It said:\n{self.log.read_text(errors='replace')[-3000:]}")

    def stop(self) -> None:
        """End the hub and every server that it started."""
        for pid, command in _processes():
            if str(self.work) in _environment(pid) and "jupyterhub" not in command:
                _kill(pid)
        os.killpg(self._process.pid, signal.SIGTERM)
        try:
            self._process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)


async def learn(hub: Hub, learner: Learner, begin: float) -> None:
    """Do what a learner does: start the server, run the lessons cell by cell."""
    try:
        await hub.ask(f"/hub/api/users/{learner.name}", "POST")
        await _start_server(hub, learner)
        for lesson in LESSONS:
            await _run_notebook(hub, learner, lesson, begin)
    except Exception as fault:  # a failed learner is a figure, not the end of the class
        learner.fault = f"{type(fault).__name__}: {fault}"


async def _start_server(hub: Hub, learner: Learner) -> None:
    """Ask for a server until it is there; where a start fails, ask again, as the hub's page invites people to."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        server = await _server_of(hub, learner)
        if server.get("ready"):
            return
        if not server.get("pending"):
            try:
                await hub.ask(f"/hub/api/users/{learner.name}/server", "POST")
                learner.asked += 1
            except HTTPClientError as fault:
                if fault.code not in (429, 500, 503):  # too many at once, or this start failed
                    raise
        await asyncio.sleep(1)
    raise TimeoutError("the server did not start")


async def _server_of(hub: Hub, learner: Learner) -> dict[str, object]:
    user = await hub.ask(f"/hub/api/users/{learner.name}")
    return user["servers"].get("", {})  # type: ignore[index, no-any-return]


async def _run_notebook(hub: Hub, learner: Learner, lesson: str, begin: float) -> None:
    server = f"/user/{learner.name}/api"
    notebook = (await hub.ask(f"{server}/contents/{lesson}"))["content"]  # type: ignore[index]
    session = await hub.ask(
        f"{server}/sessions",
        "POST",
        {"path": lesson, "name": lesson, "type": "notebook", "kernel": {"name": "python3"}},
    )
    kernel = session["kernel"]["id"]  # type: ignore[index]
    channel = await hub.channel(f"{server}/kernels/{kernel}/channels")
    started = time.monotonic()
    for number, cell in enumerate(c for c in notebook["cells"] if c["cell_type"] == "code"):
        await asyncio.wait_for(_run_cell(channel, "".join(cell["source"])), PATIENCE)
        if not learner.first_cell and number == 0:
            learner.first_cell = time.monotonic() - begin
    learner.lessons[lesson] = time.monotonic() - started
    channel.close()


async def _run_cell(channel, source: str) -> None:
    identity = uuid.uuid4().hex
    header = {"msg_id": identity, "msg_type": "execute_request", "username": "", "session": identity, "version": "5.3"}
    content = {"code": source, "silent": False, "store_history": True, "allow_stdin": False, "stop_on_error": True}
    message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
    await channel.write_message(json.dumps(message))
    while True:
        said = await channel.read_message()
        if said is None:
            raise ConnectionError("the kernel hung up")
        if isinstance(said, bytes):  # pictures of widgets come so; none of the lessons waits for one
            continue
        answer = json.loads(said)
        if answer["parent_header"].get("msg_id") != identity:
            continue
        if answer["msg_type"] == "error":
            raise RuntimeError(f"{answer['content']['ename']}: {answer['content']['evalue']} in: {source[:60]!r}")
        if answer["msg_type"] == "execute_reply":
            return


def memory_of(learner: Learner) -> int:
    """Bytes that a learner's server and kernels use, shared pages counted in shares (PSS)."""
    total = 0
    for pid, _ in _processes():
        if f"JUPYTERHUB_USER={learner.name}\0" in _environment(pid) + "\0":
            rollup = _read(f"/proc/{pid}/smaps_rollup")
            total += sum(int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:"))
    return total


def _processes() -> list[tuple[int, str]]:
    return [(int(p.name), _read(f"/proc/{p.name}/cmdline")) for p in Path("/proc").iterdir() if p.name.isdecimal()]


def _environment(pid: int) -> str:
    return _read(f"/proc/{pid}/environ")


def _read(path: str) -> str:
    try:
        return Path(path).read_text(errors="replace")
    except OSError:
        return ""


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGTERM)
    except ProcessLookupError:
        return


def _three_free_ports() -> int:
    """A port whose two successors are free as well."""
    for port in range(18_000 + secrets.randbelow(10_000), 40_000, 3):
        try:
            for offset in range(3):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port + offset))
        except OSError:
            continue
        return port
    raise SystemExit("no free ports on this machine")


def prepare(work: Path, count: int) -> list[Learner]:
    """Give each learner a home with the notebooks, the exercises and nothing of anybody else."""
    learners = []
    for number in range(1, count + 1):
        home = work / "homes" / f"learner-{number:02}"
        home.mkdir(parents=True)
        for lesson in LESSONS:
            (home / lesson).parent.mkdir(exist_ok=True)
            shutil.copy(ROOT / lesson, home / lesson)
        learners.append(Learner(home.name, home))
    return learners


async def teach(hub: Hub, learners: list[Learner], within: float) -> None:
    """Let all learners work at once; they click within ``within`` seconds of each other."""
    await hub.ready()
    begin = time.monotonic()

    async def one(number: int, learner: Learner) -> None:
        await asyncio.sleep(within * number / max(len(learners) - 1, 1))
        await learn(hub, learner, time.monotonic())

    await asyncio.gather(*(one(number, learner) for number, learner in enumerate(learners)))
    print(f"all done after {time.monotonic() - begin:.0f} s")
    for learner in learners:
        learner.memory = memory_of(learner)


def report(learners: list[Learner]) -> int:
    """Print the figures; return how many learners failed."""
    failed = [learner for learner in learners if learner.fault]
    fine = [learner for learner in learners if not learner.fault]
    print(f"learners: {len(learners)} · failed: {len(failed)}")
    for learner in failed:
        print(f"  {learner.name}: {learner.fault}")
    again = sum(learner.asked > 1 for learner in learners)
    print(f"had to ask for the server more than once: {again}")
    if fine:
        _row("first cell, s after the click", [learner.first_cell for learner in fine])
        for lesson in LESSONS:
            _row(f"{lesson}, s", [learner.lessons[lesson] for learner in fine])
        _row("memory per learner, MiB", [learner.memory / 2**20 for learner in fine])
    return len(failed)


def _row(name: str, figures: list[float]) -> None:
    ordered = sorted(figures)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    print(f"{name}: median {statistics.median(ordered):.1f} · p95 {p95:.1f} · most {ordered[-1]:.1f}")


def main() -> int:
    """Run a class and return 1 if anybody failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learners", type=int, default=20)
    parser.add_argument("--within", type=float, default=0, help="seconds over which the clicks spread (default: 0)")
    parser.add_argument("--spawns", type=int, default=10, help="servers that may start at the same time (default: 10)")
    wanted = parser.parse_args()
    if shutil.which("configurable-http-proxy") is None:
        raise SystemExit("configurable-http-proxy is missing: npm install -g configurable-http-proxy")
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(f"{platform.platform()}, {os.cpu_count()} processors, {total:.0f} GiB, Python {platform.python_version()}")
    AsyncHTTPClient.configure(None, max_clients=500)
    with tempfile.TemporaryDirectory(prefix="resolutionkit-load-") as folder:
        learners = prepare(Path(folder), wanted.learners)
        hub = Hub(Path(folder), wanted.spawns)
        try:
            asyncio.run(teach(hub, learners, wanted.within))
        finally:
            hub.stop()
    return int(report(learners) > 0)


if __name__ == "__main__":
    sys.exit(main())

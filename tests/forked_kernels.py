"""Kernels that begin with the libraries imported: the tests start more than a hundred, and each would import them for itself.

One process imports what every kernel imports, and becomes a kernel whenever one is asked for, by a fork: 0.2 s of processor
instead of 2. The kit is among it; what it looks at when it is imported, each kernel shows it again (``settle``), and a kernel that
would find another kit imports that. Jupyter starts this file as its kernel: that process hands on its folder, its variables and the
signals that it gets, and ends with the kernel. Where there is no fork between threads to rely on (Windows, macOS), kernels start as
they always do.
"""

from __future__ import annotations

import atexit
import builtins
import contextlib
import functools
import gc
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from importlib.machinery import PathFinder
from pathlib import Path
from types import SimpleNamespace

KIT = Path(__file__).resolve().parents[1] / "src"
ROOMS = (
    "classroom",
    "document",
    "draw",
    "drafting.negotiation",
    "drafting.review",
    "networks",
    "policing",
    "tables",
    "widgets",
)


@functools.cache
def use_forked_kernels() -> bool:
    """From now on Jupyter takes its kernels from here, in this process and in those that it starts; False where it cannot."""
    if sys.platform != "linux":
        return False
    place = tempfile.TemporaryDirectory(prefix="kernels-")
    address = f"{place.name}/socket"
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    listener.bind(address)
    listener.listen()
    spec = Path(place.name) / "kernels" / "python3" / "kernel.json"
    spec.parent.mkdir(parents=True)
    argv = [sys.executable, "-I", "-S", __file__, address, "-f", "{connection_file}"]
    spec.write_text(json.dumps({"argv": argv, "display_name": "Python 3", "language": "python"}), encoding="utf-8")
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    variables |= {"MPLBACKEND": "module://matplotlib_inline.backend_inline", "MPLCONFIGDIR": place.name}
    variables["JPY_PARENT_PID"] = "1"  # no kernel needs to look after its parent, or tell how it can be reached
    process = subprocess.Popen(
        [sys.executable, __file__, str(listener.fileno())],
        env=variables,
        stdin=subprocess.PIPE,  # its end is the end of the tests, however they end
        pass_fds=[listener.fileno()],
        start_new_session=True,
    )
    listener.close()
    atexit.register(lambda: (process.terminate(), process.wait(), place.cleanup()))
    try:  # not every sandbox lets processes hand on their streams
        first = subprocess.run([*argv[:-2], "--version"], capture_output=True, text=True, timeout=200, check=True)
    except subprocess.SubprocessError:
        return False
    if works := first.stdout[:1].isdigit():
        os.environ["JUPYTER_PATH"] = place.name
    return works


def main(listener: socket.socket) -> None:
    """Import the libraries, and then become a kernel for everybody who asks."""
    builtins.get_ipython = lambda: SimpleNamespace(kernel=None)  # pandas asks whether it is imported into a notebook
    for name in ("ipykernel.kernelapp", "matplotlib.backends.backend_agg", "matplotlib.figure", "networkx", "pandas"):
        importlib.import_module(name)
    del builtins.get_ipython
    sys.path.insert(0, str(KIT))
    for name in ROOMS:
        room = importlib.import_module(f"resolutionkit.{name}")
        for each in getattr(room, "__all__", ()):
            getattr(room, each)  # only now is it imported
    del sys.path[0]
    gc.freeze()  # no kernel needs to look through all that again
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    while True:
        caller, _ = listener.accept()
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        if not os.fork():
            listener.close()
            return become_kernel(caller)
        caller.close()


def become_kernel(caller: socket.socket) -> None:
    """Be what the caller would have been, until either of us ends."""
    from ipykernel.kernelapp import IPKernelApp

    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    message, streams, _, _ = socket.recv_fds(caller, 1_000_000, 3)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    asked = json.loads(message)
    caller.sendall(b"%d\n" % os.getpid())
    threading.Thread(target=lambda: (caller.recv(1), os._exit(0)), daemon=True).start()
    os.environ.clear()
    os.environ.update(asked["variables"])
    os.chdir(asked["folder"])
    del sys.path[0]  # the folder of this file
    sys.path[:0] = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))
    kernel = IPKernelApp.instance()
    kernel.initialize(asked["words"])
    settle()
    kernel.start()


def settle() -> None:
    """Be as if the kit had been imported in this kernel: with its language and its shell, and from its folders."""
    import ipywidgets

    ipywidgets.register_comm_target()
    kit = sys.modules["resolutionkit"]
    found = PathFinder.find_spec("resolutionkit")
    if found is None or found.origin != kit.__file__:
        for name in [name for name in sys.modules if name.partition(".")[0] == "resolutionkit"]:
            del sys.modules[name]
        return
    kit.language.set_language(kit.language._first_language())
    kit._show_tables_in_readers_words()


def ask_for_kernel(address: str, *words: str) -> None:
    """Be the kernel in the eyes of Jupyter: hand on what it says by signals, and end with the real one."""
    place = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    place.connect(address)
    asked = {"variables": dict(os.environ), "folder": os.getcwd(), "words": words}
    socket.send_fds(place, [json.dumps(asked).encode()], [0, 1, 2])
    kernel = int(place.recv(100))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _: os.kill(kernel, number))
    place.recv(1)


if __name__ == "__main__":
    if len(sys.argv) == 2:
        main(socket.socket(fileno=int(sys.argv[1])))
    else:
        ask_for_kernel(*sys.argv[1:])

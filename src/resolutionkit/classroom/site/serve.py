"""Shows the site in the folder of this file: ``python3 serve.py``, or a double click; with ``--room`` for the whole room.

It stands alone, since it is part of each site, for computers that have Python and not the kit. So it speaks two languages at once.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import socket
import sys
import webbrowser
from pathlib import Path


class Files(http.server.SimpleHTTPRequestHandler):
    """The files of the site; what their names mean is said here, since Windows asks its registry, and some say text/plain."""

    protocol_version = "HTTP/1.1"
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".css": "text/css",
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript",
        ".json": "application/json",
        ".mjs": "text/javascript",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_: object) -> None:
        """Say nothing: a class makes thousands of requests."""


class Server(http.server.ThreadingHTTPServer):
    """A server that takes no port which another one has; on Windows the standard one would."""

    allow_reuse_address = sys.platform != "win32"


def server_for(folder: Path, *, room: bool = False, port: int = 8000) -> Server:
    """Return a server that listens on a free port from ``port`` on: for this computer alone, or for the whole room."""
    handler, host = functools.partial(Files, directory=str(folder)), "0.0.0.0" if room else "127.0.0.1"
    for wanted in range(port, port + 50):
        with contextlib.suppress(OSError):
            return Server((host, wanted), handler)
    return Server((host, 0), handler)


def own_address() -> str:
    """The address of this computer for others in its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked, contextlib.suppress(OSError):
        asked.connect(("192.0.2.1", 9))  # an address that belongs to nobody, by RFC 5737
        return str(asked.getsockname()[0])
    return socket.gethostname()


def serve(folder: Path, *, room: bool = False) -> None:
    """Show the site until somebody presses Ctrl-C; print its address, for the others too where ``room`` is on."""
    with server_for(folder, room=room) as server:
        port = server.server_address[1]
        here = f"http://127.0.0.1:{port}/"
        print("On this computer · Auf diesem Rechner: ", here, flush=True)
        if room:
            print(f"For the others · Für die anderen:       http://{own_address()}:{port}/")
            print("Windows may ask whether Python may do so: in private networks, yes.", flush=True)
            print("Windows fragt vielleicht, ob Python das darf: in privaten Netzwerken ja.", flush=True)
        print("To stop it, press Ctrl-C here. · Zum Beenden hier Strg-C drücken.", flush=True)
        if sys.platform in ("win32", "darwin"):  # elsewhere it might be a browser for text, in this very terminal
            webbrowser.open(here)
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # where a console shows no umlauts
    serve(Path(__file__).resolve().parent, room="--room" in sys.argv[1:])

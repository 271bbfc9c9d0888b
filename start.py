#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""Starts the teaching kit; nothing but Python 3.11 or newer is needed beforehand.

python3 start.py                    JupyterLab on notebooks/00_start.ipynb
python3 start.py check              is everything in place? (a few seconds, changes nothing)
python3 start.py test               all tests; further words go to pytest: test -k footnotes

--no-browser, --port N              go to JupyterLab, as does every other option
"""

# Old Pythons must be able to read this file as far as the line that says that they are too old:
# no syntax and no annotations that Python 3.6 does not know, and the standard library only.

import contextlib
import errno
import glob
import hashlib
import json
import locale
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time

OLDEST = (3, 11)
ROOT = os.path.dirname(os.path.abspath(__file__))
LOCK = os.path.join(ROOT, "requirements.lock")
FIRST_NOTEBOOK = "notebooks/00_start.ipynb"

ENVIRONMENT = os.path.join(ROOT, ".venv")
EARLIER = ENVIRONMENT + ".old"
BUSY = ENVIRONMENT + ".lock"
STAMP = "made-by-start.txt"
LAYOUT = "4"  # goes up when _add_kit() changes, so that environments are made again

ON_WINDOWS = os.name == "nt"
COMMAND = "python start.py" if ON_WINDOWS else "python3 start.py"

LAB_SETTINGS = {
    # The popup that asks about news hides the first notebook, and a class needs no requests to other hosts.
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    # Otherwise what a widget does runs in a thread beside the cells, and pictures get lost: matplotlib is not made for
    # that (jupyterlab issue 19719).
    "@jupyterlab/apputils-extension:kernels-settings": {"commsOverSubshells": "disabled"},
}

# nbgrader is a tool for teachers; learners need neither its menu nor its part of the server. The course folder of a
# teacher says how to switch them on. The file is read after nbgrader.json, and before what "jupyter server extension
# enable" writes.
NBGRADER_OFF = {
    ("labconfig", "page_config.json"): {
        "disabledExtensions": {"@jupyter/nbgrader": True},
        "lockedExtensions": {"@jupyter/nbgrader": True},
    },
    ("jupyter_server_config.d", "nbgrader.off.json"): {
        "ServerApp": {
            "jpserver_extensions": {
                "nbgrader.server_extensions." + name: False
                for name in ("assignment_list", "course_list", "formgrader", "validate_assignment")
            }
        }
    },
}


# The command "resolutionkit": it finds the Python beside it, so that the folder may be moved, and looks for modules
# nowhere else (-P), so that a learner's file named statistics.py cannot stand in the way.
LAUNCHERS = {
    "resolutionkit": '#!/bin/sh\nexec "${0%/*}/python" -P -m resolutionkit "$@"\n',
    "resolutionkit.cmd": '@"%~dp0python.exe" -P -m resolutionkit %*\r\n',
}


class Stop(Exception):
    """The kit cannot go on; the message tells the user why, and what to do."""


# --- Words ---------------------------------------------------------------------------------------------------


def _language():
    """German ("de") or English ("en"), by RESOLUTIONKIT_LANGUAGE, else by the settings of the computer."""
    for name in ("RESOLUTIONKIT_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "de" if os.environ[name].lower().startswith("de") else "en"
    name = locale.getlocale()[0] or ""
    return "de" if name.lower().startswith(("de", "german")) else "en"


def say(en, de):
    """The same message in the user's language."""
    return de if _language() == "de" else en


def tell(en, de, end="\n"):
    print(say(en, de), end=end, flush=True)


def _readable_output():
    """A sign that the console cannot show must not end in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


# Signs in the output of pip and uv -> what they mean; the first that fits counts.
REASONS = (
    (
        ("No space left", "not enough space", "Disk quota exceeded"),
        "The disk is full. About 1 GB of free space is needed.",
        "Der Datenträger ist voll. Etwa 1 GB freier Platz wird gebraucht.",
    ),
    (
        ("DO NOT MATCH THE HASHES", "Hash mismatch"),
        "A download is not what it should be (cut off, or changed on its way). Please try again, if possible in another "
        "network.",
        "Ein Download ist beschädigt angekommen (abgebrochen oder unterwegs verändert). Bitte versuchen Sie es "
        "noch einmal, am besten in einem anderen Netz.",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "invalid peer certificate", "SSLError"),
        "The network replaces certificates (as in some schools and companies). Use another network, or ask for the "
        "certificate and set PIP_CERT to its file.",
        "Das Netz tauscht Zertifikate aus (wie in manchen Schulen und Firmen). Nutzen Sie ein anderes Netz, oder "
        "lassen Sie sich das Zertifikat geben und setzen Sie PIP_CERT auf dessen Datei.",
    ),
    (
        (
            "name resolution",
            "Name or service not known",
            "getaddrinfo",
            "nodename nor servname",
            "NewConnectionError",
            "Connection refused",
            "Connection reset",
            "ProxyError",
            "timed out",
            "unreachable",
            "dns error",
            "error sending request",
            "Could not connect",
        ),
        "The packages could not be fetched: no connection to the package index. Is the computer online? The network is "
        "needed only for this first time (and after an update of the kit).",
        "Die Pakete konnten nicht geladen werden: keine Verbindung zum Paketverzeichnis. Ist der Rechner online? Das "
        "Netz wird nur beim ersten Mal gebraucht (und nach einer Aktualisierung des Kits).",
    ),
    (
        ("No matching distribution", "no wheels", "no usable wheels", "Wheels are required"),
        "There is no ready-made package for this Python or computer. Python 3.11 to 3.15 are known to work.",
        "Für dieses Python oder diesen Rechner gibt es kein fertiges Paket. Python 3.11 bis 3.15 funktionieren.",
    ),
    (
        ("Long Path", "long path"),
        "The path of this folder is too long for Windows. Move the kit to a short one, such as C:\\kit.",
        "Der Pfad dieses Ordners ist zu lang für Windows. Verschieben Sie das Kit in einen Ordner mit kurzem Pfad, etwa C:\\kit.",
    ),
)


def explain(output):
    """What went wrong, in words, and the last lines that the installer wrote."""
    why = say(
        "The packages could not be installed.",
        "Die Pakete konnten nicht installiert werden.",
    )
    for signs, en, de in REASONS:
        if any(sign in output for sign in signs):
            why = say(en, de)
            break
    last = [line.rstrip() for line in output.splitlines() if line.strip()][-4:]
    heading = say("The last lines of the installer:", "Die letzten Zeilen des Installationsprogramms:")
    return "\n".join([why, "", heading] + ["  " + line[:200] for line in last])


# --- The environment -----------------------------------------------------------------------------------------


def commands_of(environment):
    return os.path.join(environment, "Scripts" if ON_WINDOWS else "bin")


def python_of(environment):
    return os.path.join(commands_of(environment), "python.exe" if ON_WINDOWS else "python")


def _wanted_stamp():
    """What an environment must be made from to be used: lock, Python, platform."""
    try:
        with open(LOCK, "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
    except FileNotFoundError:
        raise Stop(
            say(
                "requirements.lock is missing beside start.py. Get the whole folder of the kit again.",
                "requirements.lock fehlt neben start.py. Laden Sie den ganzen Ordner des Kits noch einmal.",
            )
        ) from None
    return "\n".join([digest, "%d.%d" % sys.version_info[:2], sysconfig.get_platform(), LAYOUT]) + "\n"


def is_ready():
    """Whether .venv is whole and made from this very lock for this Python."""
    wanted = _wanted_stamp()
    return os.path.exists(python_of(ENVIRONMENT)) and _stamp_of(ENVIRONMENT) == wanted


def _stamp_of(environment):
    try:
        with open(os.path.join(environment, STAMP), encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def prepare(may_use_earlier=False):
    """Make .venv where it is missing or outdated; it counts only once its stamp is written, as the last thing.

    An earlier environment is kept until the new one stands, and comes back if that fails.
    """
    if is_ready():
        return
    with _alone():
        if is_ready():  # another start.py has made it meanwhile
            return
        _clear_up_after_a_crash()
        had_earlier = os.path.isdir(ENVIRONMENT)
        if had_earlier:
            os.rename(ENVIRONMENT, EARLIER)
        try:
            _build()
        except BaseException as fault:
            _remove(ENVIRONMENT)
            if had_earlier:
                os.rename(EARLIER, ENVIRONMENT)
                if may_use_earlier and isinstance(fault, Stop) and _same_python(ENVIRONMENT):
                    print(fault)
                    tell(
                        "\nThe kit starts with the packages of before; most of it will work.\n",
                        "\nDas Kit startet mit den bisherigen Paketen; das meiste wird funktionieren.\n",
                    )
                    return
            raise
        _remove(EARLIER)
        trust_notebooks()


def _clear_up_after_a_crash():
    """What a start.py that was killed left behind: half an environment, or one that was put aside."""
    if os.path.lexists(ENVIRONMENT) and not _stamp_of(ENVIRONMENT):
        _remove(ENVIRONMENT)
    if os.path.isdir(EARLIER):
        if os.path.lexists(ENVIRONMENT):
            _remove(EARLIER)
        else:
            os.rename(EARLIER, ENVIRONMENT)


def _same_python(environment):
    return _stamp_of(environment).split("\n")[1:3] == _wanted_stamp().split("\n")[1:3]


def _remove(folder):
    if os.path.islink(folder) or os.path.isfile(folder):
        os.unlink(folder)
    elif os.path.isdir(folder):
        shutil.rmtree(folder)


@contextlib.contextmanager
def _alone():
    """Only one start.py at a time makes the environment; the system lets go of the lock when a process dies."""
    with open(BUSY, "a") as file:
        try:
            _lock(file)
        except OSError as fault:
            # Some network drives know no locks; there the user must not start twice at once.
            if fault.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
                raise Stop(
                    say(
                        "Another start.py is making the environment right now. Wait until it is done.",
                        "Ein anderes start.py richtet gerade die Umgebung ein. Warten Sie, bis es fertig ist.",
                    )
                ) from None
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                os.unlink(BUSY)


def _lock(file):
    if ON_WINDOWS:
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _build():
    tell(
        "Preparing the environment in .venv (only this once; about a minute, depending on the network) …",
        "Die Umgebung in .venv wird eingerichtet (nur dieses eine Mal; etwa eine Minute, je nach Netz) …",
    )
    begin = time.monotonic()
    output = ""
    for name, steps in _installers():
        _remove(ENVIRONMENT)
        done, output = _run_all(steps)
        if done:
            break
        if name == "uv":
            tell("uv did not manage; now pip is tried …", "Mit uv gelang es nicht; nun wird pip versucht …")
    else:
        raise Stop(explain(output))
    _add_kit()
    with open(os.path.join(ENVIRONMENT, STAMP), "w", encoding="utf-8") as file:
        file.write(_wanted_stamp())
    seconds = time.monotonic() - begin
    tell("Ready after %.0f s." % seconds, "Fertig nach %.0f s." % seconds)


def _installers():
    """Ways to make the environment, the quickest first."""
    base = getattr(sys, "_base_executable", None) or sys.executable
    python = python_of(ENVIRONMENT)
    packages = ["--require-hashes", "--only-binary=:all:", "-r", LOCK]
    uv = shutil.which("uv")
    if uv:
        yield (
            "uv",
            [
                [uv, "venv", "--python", base, ENVIRONMENT],
                # Compiled now, so that no first cell in front of a class has to wait for it.
                [uv, "pip", "install", "--compile-bytecode", "--python", python, *packages],
            ],
        )
    _need_venv()
    yield (
        "pip",
        [
            [base, "-m", "venv", ENVIRONMENT],
            # The lock names everything, so nothing is left to resolve.
            [python, "-m", "pip", "install", "--no-deps", *packages],
        ],
    )


def _need_venv():
    try:
        import ensurepip  # noqa: F401 (Debian's Python has venv without it, which does not work)
        import venv  # noqa: F401
    except ImportError:
        raise Stop(
            say(
                "This Python cannot make environments: its module venv is missing or cut down.\n"
                "On Debian and Ubuntu: sudo apt install python3-venv\n"
                "Elsewhere: install Python from python.org, then start again.",
                "Dieses Python kann keine Umgebungen anlegen: Sein Modul venv fehlt oder ist unvollständig.\n"
                "Unter Debian und Ubuntu: sudo apt install python3-venv\n"
                "Sonst: Installieren Sie Python von python.org und starten Sie dann noch einmal.",
            )
        ) from None


def _run_all(steps):
    """Run commands one after another without noise; return whether all went well, and what they printed."""
    shows_time = sys.stdout.isatty()
    begin = time.monotonic()
    with tempfile.TemporaryFile() as log:
        for step in steps:
            process = subprocess.Popen(
                step, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, cwd=ROOT, env=_clean_variables()
            )
            try:
                while process.poll() is None:
                    time.sleep(0.1)
                    if shows_time:
                        print("\r  %.0f s " % (time.monotonic() - begin), end="", flush=True)
            except BaseException:
                process.terminate()
                process.wait()
                raise
            finally:
                if shows_time:
                    print("\r", end="")
            if process.returncode != 0:
                log.seek(0)
                return False, log.read().decode("utf-8", "replace")
    return True, ""


def _clean_variables():
    """The user's environment variables without those that would mix other packages into ours."""
    variables = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    variables["PIP_USER"] = "0"
    variables["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    return variables


def _add_kit():
    """Make resolutionkit a package and a command without a build, and quieten JupyterLab."""
    site = sysconfig.get_path("purelib", "venv", {"base": ENVIRONMENT, "platbase": ENVIRONMENT})
    with open(os.path.join(site, "resolutionkit.pth"), "w", encoding="ascii") as file:
        # Relative: the folder may be moved, and its path may hold letters that Python does not expect here.
        file.write(os.path.relpath(os.path.join(ROOT, "src"), site) + "\n")
    name = "resolutionkit.cmd" if ON_WINDOWS else "resolutionkit"
    command = os.path.join(commands_of(ENVIRONMENT), name)
    with open(command, "w", encoding="ascii", newline="") as file:
        file.write(LAUNCHERS[name])
    os.chmod(command, 0o755)
    quieten(ENVIRONMENT)


# Runs inside the environment, as "jupyter trust" would, but for all notebooks at once.
TRUST = """
import sys
from nbformat import read
from nbformat.sign import NotebookNotary
with NotebookNotary() as notary:
    for path in sys.argv[1:]:
        notary.sign(read(path, 4))
"""


def trust_notebooks():
    """Sign the kit's notebooks for this user: JupyterLab shows their stored outputs whole, and its log stays quiet.

    Only when the environment is made: what lies in these folders later may have come from anywhere. Where it does not
    work, as in a home that cannot be written to, JupyterLab does without.
    """
    folder = glob.escape(ROOT)
    found = [path for name in ("notebooks", "exercises") for path in glob.glob(os.path.join(folder, name, "*.ipynb"))]
    with contextlib.suppress(OSError):
        _run_all([[python_of(ENVIRONMENT), "-c", TRUST, *found]])


def quieten(environment):
    """Turn off what would stand in a learner's way in the JupyterLab of an environment; .binder/postBuild does so too."""
    _write_json(LAB_SETTINGS, environment, "share", "jupyter", "lab", "settings", "overrides.json")
    for names, content in NBGRADER_OFF.items():
        _write_json(content, environment, "etc", "jupyter", *names)


def _write_json(content, *names):
    path = os.path.join(*names)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=2)


# --- Start, check, test --------------------------------------------------------------------------------------


def open_lab(options):
    port, options = _port_of(options)
    prepare(may_use_earlier=True)
    command = [python_of(ENVIRONMENT), "-m", "jupyterlab", "--ServerApp.root_dir=" + ROOT]
    command += ["--port=%d" % port, "--ServerApp.port_retries=0", "--log-level=WARN"]
    command.append("--LabApp.extension_manager=readonly")  # what is in .venv stands in the lock
    if os.path.exists(os.path.join(ROOT, FIRST_NOTEBOOK)):
        command.append("--LabApp.default_url=/lab/tree/" + FIRST_NOTEBOOK)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # containers; the server listens on this computer alone
    tell(
        "JupyterLab starts on port %d. To stop it, press Ctrl-C here." % port,
        "JupyterLab startet auf Port %d. Zum Beenden drücken Sie hier Strg-C." % port,
    )
    return _hand_over(command + options)


def _port_of(options):
    """The port to use, and the options without it."""
    rest, wanted = [], None
    words = iter(options)
    for word in words:
        if word == "--port":
            wanted = next(words, "")
        elif word.startswith("--port="):
            wanted = word[len("--port=") :]
        else:
            rest.append(word)
    if wanted is None:
        port = _free_port()
        if port != 8888:
            tell("Port 8888 is taken, so another one is used.", "Port 8888 ist belegt, daher wird ein anderer benutzt.")
        return port, rest
    if not (wanted.isdigit() and 0 < int(wanted) < 65536):
        raise Stop(
            say(
                "--port needs a number from 1 to 65535, not %r." % wanted,
                "--port braucht eine Zahl von 1 bis 65535, nicht %r." % wanted,
            )
        )
    if not _is_free(int(wanted)):
        free = _free_port()
        raise Stop(
            say(
                "Port %s is taken by another program (perhaps a JupyterLab that still runs), or not allowed.\n"
                "Free is, for example: %s --port %d" % (wanted, COMMAND, free),
                "Port %s ist von einem anderen Programm belegt (vielleicht läuft noch ein JupyterLab) oder nicht "
                "erlaubt.\nFrei ist zum Beispiel: %s --port %d" % (wanted, COMMAND, free),
            )
        )
    return int(wanted), rest


def _free_port():
    for port in range(8888, 8988):
        if _is_free(port):
            return port
    raise Stop(say("No port from 8888 to 8987 is free.", "Kein Port von 8888 bis 8987 ist frei."))


def _is_free(port):
    """Whether JupyterLab, which listens on "localhost", would get this port."""
    for family, kind, protocol, _, address in socket.getaddrinfo("localhost", port, type=socket.SOCK_STREAM):
        try:
            with socket.socket(family, kind, protocol) as probe:
                # As JupyterLab does it: a port that was in use a moment ago is free.
                option = "SO_EXCLUSIVEADDRUSE" if ON_WINDOWS else "SO_REUSEADDR"
                probe.setsockopt(socket.SOL_SOCKET, getattr(socket, option), 1)
                probe.bind(address)
        except OSError as fault:
            if fault.errno in (errno.EADDRINUSE, errno.EACCES):
                return False
            # Otherwise the computer has no such kind of address (IPv6, say), and JupyterLab will not use it either.
    return True


def run_tests(words):
    prepare()
    return _hand_over([python_of(ENVIRONMENT), "-m", "pytest", *words])


def _hand_over(command):
    """Let another program take the place of this one, Ctrl-C and exit code included."""
    os.chdir(ROOT)
    variables = _clean_variables()
    # For terminals in JupyterLab, and for "!resolutionkit" in a cell.
    variables["PATH"] = os.pathsep.join(filter(None, [commands_of(ENVIRONMENT), variables.get("PATH")]))
    if not ON_WINDOWS:
        os.execve(command[0], command, variables)
    process = subprocess.Popen(command, env=variables)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # the program has received it too and decides
            pass


# Runs inside the environment. Imports what is most likely to be broken, and compares with the lock.
PROBE = """
import importlib, importlib.metadata, json, re, sys
faults = []
for name in ("lxml.etree", "pandas", "matplotlib", "networkx", "ipywidgets", "zmq", "jupyterlab", "resolutionkit"):
    try:
        importlib.import_module(name)
    except Exception as fault:
        faults.append("%s: %s" % (name, fault))
for name, version in re.findall(r"^([\\w.-]+)==(\\S+)", open(sys.argv[1], encoding="utf-8").read(), re.M):
    try:
        found = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        continue  # for another system, or one of those above
    if found != version:
        faults.append("%s %s, not %s" % (name, found, version))
kit = sys.modules.get("resolutionkit")
print(json.dumps({"faults": faults, "kit": [kit.__version__, kit.__file__] if kit else ["", ""]}))
"""


def check(words):
    """Print what is well and what is not, and what to do; nothing is changed."""
    if words:
        raise Stop(say("check takes no further words.", "Hinter check steht kein weiteres Wort."))
    lines = [(True, "Python %d.%d.%d" % sys.version_info[:3], "")]
    if is_ready():
        lines += _look_inside()
    else:
        lines.append(
            (
                False,
                say("environment .venv, made from requirements.lock", "Umgebung .venv gemäß requirements.lock"),
                say("it is made by: ", "sie wird eingerichtet von: ") + COMMAND,
            )
        )
    lines.append(
        (
            os.path.exists(os.path.join(ROOT, FIRST_NOTEBOOK)),
            say("first notebook: ", "erstes Notebook: ") + FIRST_NOTEBOOK,
            say("get the whole folder of the kit again", "laden Sie den ganzen Ordner des Kits noch einmal"),
        )
    )
    lines.append(
        (
            os.access(ROOT, os.W_OK),
            say("this folder can be written to", "in diesen Ordner kann geschrieben werden"),
            say("copy the kit to a folder of your own", "kopieren Sie das Kit in einen eigenen Ordner"),
        )
    )
    for fine, what, advice in lines:
        print(say("yes ", "ja   ") + what if fine else say("NO  ", "NEIN ") + what + "\n       -> " + advice)
    if not all(line[0] for line in lines):
        return 1
    tell("All is well. Start with: " + COMMAND, "Alles in Ordnung. Starten Sie mit: " + COMMAND)
    return 0


def _look_inside():
    """What the environment says of itself: packages, the kit, widgets."""
    again = say("delete the folder .venv, then: ", "löschen Sie den Ordner .venv, dann: ") + COMMAND
    command = [python_of(ENVIRONMENT), "-c", PROBE, LOCK]
    process = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_clean_variables())
    if process.returncode != 0:
        last = process.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        return [(False, say("the Python in .venv: ", "das Python in .venv: ") + " ".join(last), again)]
    found = json.loads(process.stdout.decode("utf-8"))
    version, place = found["kit"]
    ours = os.path.realpath(place).startswith(os.path.realpath(os.path.join(ROOT, "src")) + os.sep)
    widgets = os.path.join(ENVIRONMENT, "share", "jupyter", "labextensions", "@jupyter-widgets", "jupyterlab-manager")
    packages = say("packages as in requirements.lock", "Pakete wie in requirements.lock")
    return [
        (not found["faults"], "; ".join([packages, *found["faults"]]), again),
        (ours, "resolutionkit %s: %s" % (version, os.path.dirname(place)), again),
        (os.path.isdir(widgets), say("widgets for JupyterLab", "Widgets für JupyterLab"), again),
    ]


# --- The command ---------------------------------------------------------------------------------------------

HELP_DE = """Startet das Lehrmaterial; vorher wird nur Python 3.11 oder neuer gebraucht.

python3 start.py                    JupyterLab mit notebooks/00_start.ipynb
python3 start.py check              Ist alles da? (wenige Sekunden, ändert nichts)
python3 start.py test               alle Tests; weitere Wörter gehen an pytest: test -k footnotes

--no-browser, --port N              gehen an JupyterLab, ebenso jede andere Option
"""


def main(words):
    if sys.version_info < OLDEST:
        raise Stop(_too_old())
    _readable_output()
    if "-h" in words[:1] or "--help" in words[:1]:
        print(say(__doc__, HELP_DE).strip())
        return 0
    if words and not words[0].startswith("-"):
        tasks = {"test": run_tests, "check": check}
        if words[0] not in tasks:
            raise Stop(
                say(
                    "start.py does not know the word %r. It knows: test, check, --help." % words[0],
                    "start.py kennt das Wort %r nicht. Es kennt: test, check, --help." % words[0],
                )
            )
        return tasks[words[0]](words[1:])
    return open_lab(words)


def _too_old():
    newer = [name for name in ("python3.15", "python3.14", "python3.13", "python3.12", "python3.11") if shutil.which(name)]
    advice = say(
        "Install a newer one from python.org, then start again.",
        "Installieren Sie ein neueres von python.org und starten Sie dann noch einmal.",
    )
    if newer:
        advice = say("You have a newer one; type: ", "Sie haben ein neueres; tippen Sie: ") + newer[0] + " start.py"
    elif shutil.which("uv"):
        advice = say("You have uv; type: ", "Sie haben uv; tippen Sie: ") + "uv run start.py"
    return (
        say(
            "The kit needs Python %d.%d or newer; this is Python %d.%d.\n",
            "Das Kit braucht Python %d.%d oder neuer; das hier ist Python %d.%d.\n",
        )
        % (OLDEST + tuple(sys.version_info[:2]))
        + advice
    )


def _about_the_system(fault):
    """What an error of the operating system means for the user."""
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        meaning = say(
            "Nothing can be written here: %s\nCopy the kit to a folder of your own, close programs that use it "
            "(another JupyterLab, an editor), and start again.",
            "Hier kann nicht geschrieben werden: %s\nKopieren Sie das Kit in einen eigenen Ordner, schließen Sie "
            "Programme, die es benutzen (ein anderes JupyterLab, einen Editor), und starten Sie noch einmal.",
        )
        return meaning % (fault.filename or ROOT)
    if fault.errno == errno.ENOSPC:
        return say(REASONS[0][1], REASONS[0][2])
    return say("The computer reports: %s", "Der Rechner meldet: %s") % fault


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        sys.exit(str(stop))
    except OSError as fault:
        sys.exit(_about_the_system(fault))
    except KeyboardInterrupt:
        tell("\nStopped. Start again at any time.", "\nAngehalten. Sie können jederzeit neu starten.")
        sys.exit(130)

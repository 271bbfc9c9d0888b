# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""Starts the teaching kit; nothing but Python 3.11 or newer is needed. · Startet das Lehrmaterial; nur Python wird gebraucht.

python3 start.py                 JupyterLab on the first notebook · JupyterLab mit dem ersten Notebook
python3 start.py check           is everything in place? (changes nothing) · Ist alles da? (ändert nichts)
python3 start.py test            all tests; further words go to pytest: test -k footnotes · alle Tests
python3 start.py test --quick    the quick ones alone · nur die schnellen
python3 start.py pack FILE.zip --for windows|macos|macos-intel|linux    for computers without network · für Rechner ohne Netz
python3 start.py site FOLDER     for a browser, nothing installed; with --serve --room from this computer
                                 für einen Browser, ohne Installation; mit --serve --room von diesem Rechner

--teacher                        the whole kit, not a learner's desk · das ganze Material, nicht den Schreibtisch
--language de                    the course in German (en: in English) · der Kurs auf Deutsch (en: auf Englisch)
--desk NAME                      another desk, for instance for a second class · ein anderer Schreibtisch
--no-browser, --port N           go to JupyterLab, as does every other option · gehen an JupyterLab
"""

# Old Pythons must be able to read this file as far as the line that says that they are too old:
# no syntax and no annotations that Python 3.6 does not know, and the standard library only.

import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
if __name__ == "__main__":  # a learner's random.py beside this file must not be taken for Python's own
    sys.path[:] = [folder for folder in sys.path if os.path.realpath(folder) != os.path.realpath(ROOT)]

import contextlib
import errno
import hashlib
import importlib
import locale
import shutil
import subprocess
import sysconfig
import threading
import time

OLDEST = (3, 11)
LOCK = os.path.join(ROOT, "requirements.lock")
PARTS = os.path.join(ROOT, "environment")
WHEELS = os.path.join(ROOT, "wheels")  # all packages, where the kit was packed for a room without network
FIRST_NOTEBOOK = "notebooks/00_start.ipynb"

ON_WINDOWS = os.name == "nt"
# On Windows, "python" may be a stub that opens the Store, "py" never is.
COMMAND = ("py" if ON_WINDOWS and shutil.which("py") else "python" if ON_WINDOWS else "python3") + " start.py"
BASE = getattr(sys, "_base_executable", None) or sys.executable  # the Python outside of all environments
ENVIRONMENT = os.path.join(ROOT, ".venv")
EARLIER = ENVIRONMENT + ".old"
COMMANDS = os.path.join(ENVIRONMENT, "Scripts" if ON_WINDOWS else "bin")
PYTHON = os.path.join(COMMANDS, "python.exe" if ON_WINDOWS else "python")
INSIDE = [PYTHON, "-I", os.path.join(PARTS, "inside.py")]
STAMP = os.path.join(ENVIRONMENT, "made-by-start.txt")
LAYOUT = "8"  # goes up when the folder "environment" changes, so that .venv is made again


def _language():
    """German ("de") or English ("en"), by RESOLUTIONKIT_LANGUAGE, else by the settings of the computer."""
    for name in ("RESOLUTIONKIT_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "de" if os.environ[name].lower().startswith("de") else "en"
    return "de" if (locale.getlocale()[0] or "").lower().startswith(("de", "german")) else "en"


def say(en, de):
    """The same message in the user's language."""
    return de if _language() == "de" else en


def tell(en, de):
    print(say(en, de), flush=True)


class Stop(Exception):
    """The kit cannot go on; the message tells the user why, and what to do."""

    def __init__(self, en, de):
        super().__init__(say(en, de))


def explain(output):
    """What went wrong, in words, and the last lines that the installer or the system wrote."""
    return _part("reports").explain(output, say)


def _part(name):
    """A module of the folder "environment", which old Pythons need not understand."""
    sys.path[:0] = [] if PARTS in sys.path else [PARTS]
    return importlib.import_module(name)


def _wanted():
    """What .venv must be made from (lock, Python, platform, layout), and its folder."""
    with open(LOCK, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return [digest, "%d.%d" % sys.version_info[:2], sysconfig.get_platform(), LAYOUT, ROOT]


def _stamp():
    """What .venv was made from; nothing where there is none, or half of one."""
    with contextlib.suppress(OSError), open(STAMP, "rb") as file:
        return os.fsdecode(file.read()).split("\n")
    return []


def _write_stamp():
    with open(STAMP, "wb") as file:
        file.write(os.fsencode("\n".join(_wanted())))


def is_ready(moved=False):
    """Whether .venv is whole, made from this very lock for this Python, and not moved with its folder (or: just moved)."""
    *found, place = _stamp() or [""]
    if found != _wanted()[:-1] or not os.path.exists(PYTHON):
        return False
    return (os.path.exists(place) and os.path.samefile(place, ROOT)) != moved


def prepare(may_use_earlier=False):
    """Make .venv where it is missing or outdated; it counts only once its stamp is written, as the last thing.

    An earlier environment is kept until the new one stands, and comes back if that fails.
    """
    if is_ready() or (is_ready(moved=True) and not os.access(ROOT, os.W_OK)):  # or on a share that is mounted elsewhere
        return
    with _alone():
        if is_ready() or _is_mended():  # another start.py has made it meanwhile, or it was only moved
            return
        if _stamp():
            _remove(EARLIER)
            os.rename(ENVIRONMENT, EARLIER)
        try:
            _build()
        except BaseException as fault:
            _remove(ENVIRONMENT)
            if os.path.isdir(EARLIER):
                os.rename(EARLIER, ENVIRONMENT)
            if not (may_use_earlier and isinstance(fault, Stop) and _stamp()[1:3] == _wanted()[1:3]):
                raise
            print(fault)
            tell(
                "\nThe kit starts with the packages of before; most of it will work.\n",
                "\nDas Kit startet mit den bisherigen Paketen; das meiste wird funktionieren.\n",
            )
        else:
            with contextlib.suppress(OSError):  # on Windows, a program that still runs from it keeps it
                _remove(EARLIER)
            _run([[*INSIDE, "trust"]])  # only now: what lies beside the notebooks later may have come from anywhere


def _is_mended():
    """Whether .venv was only moved, and now "activate" names its new folder. (On Windows, every command would have to.)"""
    if ON_WINDOWS or not is_ready(moved=True):
        return False
    done, _ = _run([[BASE, "-I", "-m", "venv", "--without-pip", ENVIRONMENT]])
    if done:
        _write_stamp()
    return done


def _remove(folder):
    if os.path.islink(folder) or os.path.isfile(folder):
        os.unlink(folder)
    elif os.path.isdir(folder):
        shutil.rmtree(folder)


@contextlib.contextmanager
def _alone():
    """Only one start.py at a time makes the environment; the system lets go of the lock when a process dies."""
    with open(ENVIRONMENT + ".lock", "a") as file:
        try:
            if ON_WINDOWS:
                import msvcrt

                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as fault:
            if fault.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):  # some network drives know no locks
                raise Stop(
                    "Another start.py is making the environment right now. Wait until it is done.",
                    "Ein anderes start.py richtet gerade die Umgebung ein. Warten Sie, bis es fertig ist.",
                ) from None
        yield


def _build():
    tell(
        "Preparing the environment in .venv (only this once; 1 to 5 minutes, depending on network and computer) …",
        "Die Umgebung in .venv wird eingerichtet (nur dieses eine Mal; 1 bis 5 Minuten, je nach Netz und Rechner) …",
    )
    begin = time.monotonic()
    for name, steps in _installers():
        _remove(ENVIRONMENT)
        done, output = _run([*steps, [*INSIDE, "furnish"]], _part("reports").progress(LOCK, _site(), say))
        if done:
            break
        if name == "uv":
            tell("uv did not manage; now pip is tried …", "Mit uv gelang es nicht; nun wird pip versucht …")
        if name == "wheels":
            en = "The packages in the folder wheels do not fit (this is Python %d.%d); now the network is tried …"
            de = "Die Pakete im Ordner wheels passen nicht (das hier ist Python %d.%d); nun wird das Netz versucht …"
            tell(en % sys.version_info[:2], de % sys.version_info[:2])
    else:
        raise Stop(explain(output), explain(output))
    _write_stamp()
    seconds = "%.0f s." % (time.monotonic() - begin)
    tell("Ready after " + seconds, "Fertig nach " + seconds)


def _installers():
    """Ways to make the environment, the quickest first."""
    packages = ["--require-hashes", "--only-binary=:all:", "-r", LOCK]
    # The lock names everything, so nothing is left to resolve. Without "--target=" the one in a pip.conf would count.
    pip = [[BASE, "-I", "-m", "venv", ENVIRONMENT]]
    pip += [[PYTHON, "-I", "-m", "pip", "install", "--no-deps", "--target=", *packages]]
    if os.path.isdir(WHEELS):
        yield "wheels", [pip[0], [*pip[1], "--no-index", "--find-links", WHEELS]]
    uv = shutil.which("uv")
    if uv:
        # Compiled now, so that no first cell in front of a class has to wait for it.
        install = [uv, "pip", "install", "--compile-bytecode", "--python", PYTHON, *packages]
        yield "uv", [[uv, "venv", "--python", BASE, ENVIRONMENT], install]
    yield "pip", pip


def _run(steps, show=lambda output: None):
    """Run commands one after another without noise; return whether all went well, and what they printed."""
    output = []
    for step in steps:
        pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        try:
            # Not in our folder: uv would take the constraints in pyproject.toml for more packages without hashes.
            process = subprocess.Popen(step, cwd=os.path.abspath(os.sep), env=_variables(), **pipes)
        except OSError as fault:
            return False, str(fault)
        reader = threading.Thread(target=output.extend, args=[process.stdout], daemon=True)
        reader.start()
        try:
            while reader.is_alive():
                reader.join(0.2)
                show(output)
        except BaseException:
            process.terminate()
            process.wait()
            raise
        if process.wait() != 0:
            break
    return process.returncode == 0, _part("reports").text_of(b"".join(output))


def _site():
    return sysconfig.get_path("purelib", "venv", {"base": ENVIRONMENT, "platbase": ENVIRONMENT})


def _variables():
    """The user's environment variables, without those that would mix other packages or pictures into ours."""
    foreign = ("MPLBACKEND", "PIP_PREFIX", "PIP_ROOT", "PIP_TARGET", "PYTHONHOME", "PYTHONPATH")
    variables = {name: value for name, value in os.environ.items() if name not in foreign}
    variables.update(PIP_USER="0", PIP_DISABLE_PIP_VERSION_CHECK="1")
    if _closed_home():
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "MPLCONFIGDIR"):
            variables.setdefault(name, os.path.join(ENVIRONMENT, "home", name.lower()))
    return variables


def _closed_home():
    """The first folder in the user's home that Jupyter would write into and cannot, or nothing."""
    home = os.path.expanduser("~")
    inner = (".jupyter", ".ipython", ".local", ".local/share", ".local/share/jupyter", ".local/share/jupyter/runtime")
    folders = [home] + [path for path in (os.path.join(home, name) for name in inner) if os.path.exists(path)]
    return next((path for path in folders if not os.access(path, os.W_OK)), "")


def _taken(options, name):
    """What the user wrote behind an option, as "--desk 7b" or "--desk=7b", and the other options."""
    words = "\0".join(options).replace(name + "\0", name + "=").split("\0")
    found = [word[len(name) + 1 :] for word in words if word.startswith(name + "=")]
    return "".join(found[:1]), [word for word in words if word and not word.startswith(name + "=")]


def open_lab(options):
    """JupyterLab on the learner's desk, which is made or brought up to date first; for teachers on the whole kit."""
    wanted, options = _taken(options, "--language")
    name, options = _taken(options, "--desk")
    if wanted not in ("", "de", "en") or "--language" in options or "--desk" in options:
        known = "--language de, --language en, --desk NAME."
        raise Stop("These options need one word each: " + known, "Diese Optionen brauchen je ein Wort: " + known)
    os.environ.update({"RESOLUTIONKIT_LANGUAGE": wanted} if wanted else {})  # it holds for all that is started
    prepare(may_use_earlier=True)
    folder = ROOT if "--teacher" in options else os.path.join(ROOT, name or "desk")
    if folder != ROOT:
        words = [PYTHON, "-P", "-m", "resolutionkit", "desk", folder]
        if wanted or not os.path.exists(os.path.join(folder, "desk.json")):  # else a desk keeps its language
            words += ["--language", _language()]
        made, said = _run([words])
        if not made:
            raise Stop(said, said)
        print(said.strip(), flush=True)
    first = FIRST_NOTEBOOK.replace("/", "/de/") if folder == ROOT and _language() == "de" else FIRST_NOTEBOOK
    command = [PYTHON, "-P", "-m", "jupyterlab", "--log-level=WARN", "--LabApp.log_level=ERROR"]
    command += ["--ServerApp.root_dir=" + folder, "--LabApp.default_url=/lab/tree/" + first]
    command.append("--LabApp.extension_manager=readonly")  # what is in .venv stands in the lock
    own_port = any(option.startswith(("--port", "--ServerApp.port")) for option in options)  # else one that is free
    command += ["--ServerApp.port_retries=0"] if own_port else ["--port=8888", "--ServerApp.port_retries=50"]
    if not any(option.startswith(("--ip", "--ServerApp.ip")) for option in options):
        # This computer alone, whatever the user's own settings say. Those for NotebookApp, its old name, would win.
        command += ["--ServerApp.ip=127.0.0.1", "--NotebookApp.ip=127.0.0.1"]
        command += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # in a container
    if _closed_home():
        en = "%s cannot be written to; Jupyter keeps your settings in .venv instead." % _closed_home()
        tell(en, "In %s kann nicht geschrieben werden; Jupyter nimmt .venv für Ihre Einstellungen." % _closed_home())
    tell("JupyterLab starts. To stop it, press Ctrl-C here.", "JupyterLab startet. Zum Beenden hier Strg-C drücken.")
    return _hand_over(command + [option for option in options if option != "--teacher"])


def run_tests(words):
    """All tests, or those that the words choose; the files are shared out where many are run."""
    prepare()
    chosen = [word for word in words if word != "--quick"]
    shared = [] if chosen else ["-n", "logical", "--maxprocesses", "4", "--dist", "loadfile"]
    shared += ["-m", "not slow"] if "--quick" in words else []
    return _hand_over([PYTHON, "-P", "-m", "pytest", *shared, *chosen])


def pack(words):
    """The kit and all packages of another computer in one file, for rooms without network."""
    return _part("pack").main(words, ROOT, _run, lambda why: Stop(why, why), explain, say)


def site(words):
    """What ``resolutionkit site`` does: the kit for a browser."""
    prepare()
    return _hand_over([PYTHON, "-P", "-m", "resolutionkit", "site", *words], os.getcwd())


def _hand_over(command, folder=ROOT):
    """Let another program take the place of this one, Ctrl-C and exit code included."""
    os.chdir(folder)
    # For terminals in JupyterLab, and for "!resolutionkit" in a cell.
    variables = dict(_variables(), PATH=os.pathsep.join(filter(None, [COMMANDS, os.environ.get("PATH")])))
    if not ON_WINDOWS:
        os.execve(command[0], command, variables)
    process = subprocess.Popen(command, env=variables)
    while True:
        with contextlib.suppress(KeyboardInterrupt):  # the program has received it too and decides
            return process.wait()


def check(words):
    """Print what is well and what is not, and what to do; nothing is changed."""
    faults = [say("not made from requirements.lock", "nicht gemäß requirements.lock eingerichtet")]
    if is_ready():
        faults = _run([[*INSIDE, "check"]])[1].splitlines()
    return _part("reports").check(faults, ROOT, FIRST_NOTEBOOK, COMMAND, say)


def main(words):
    if sys.version_info < OLDEST:
        raise Stop(*_too_old())
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a sign that the console cannot show must not end in a traceback
    if words[:1] in (["-h"], ["--help"]):
        return print(__doc__.strip())
    if not words or words[0].startswith("-"):
        return open_lab(words)
    tasks = {"check": check, "test": run_tests, "pack": pack, "site": site}
    if words[0] not in tasks:
        known = ", ".join([*tasks, "--help."])
        en, de = "start.py does not know the word %r. It knows: ", "start.py kennt das Wort %r nicht. Es kennt: "
        raise Stop(en % words[0] + known, de % words[0] + known)
    own = words[0] in ("check", "pack")  # what they say, start.py itself says; tests run in no language, a site has its own word
    return tasks[words[0]](_heard(words[1:]) if own else words[1:])


def _heard(words):
    """The words without a language, which holds for what is said from now on."""
    wanted, words = _taken(words, "--language")
    os.environ.update({"RESOLUTIONKIT_LANGUAGE": wanted} if wanted in ("de", "en") else {})
    return words


def _too_old():
    """That this Python is too old, and what to do, in English and German."""
    newer = [name for name in ("python3.%d" % minor for minor in range(15, 10, -1)) if shutil.which(name)]
    newer += ["uv run"] if shutil.which("uv") else []
    versions = OLDEST + tuple(sys.version_info[:2])
    en = "The kit needs Python %d.%d or newer; this is Python %d.%d.\n" % versions
    de = "Das Kit braucht Python %d.%d oder neuer; das hier ist Python %d.%d.\n" % versions
    if newer:
        return en + "Type: %s start.py" % newer[0], de + "Tippen Sie: %s start.py" % newer[0]
    return en + "Install a newer one from python.org.", de + "Installieren Sie ein neueres von python.org."


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        sys.exit(str(stop))
    except OSError as fault:
        sys.exit(explain(str(fault)))
    except KeyboardInterrupt:
        tell("\nStopped. Start again at any time.", "\nAngehalten. Sie können jederzeit neu starten.")
        sys.exit(130)

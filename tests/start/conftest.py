"""Kits for the tests of start.py: one whose environment is made once, and one that has none."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
from types import ModuleType

import pytest
from copies import ROOT, make_kit, make_lock, make_quick_base, said, write_modules


@pytest.fixture(scope="session")
def wheels(tmp_path_factory):
    return tmp_path_factory.mktemp("wheels")


@pytest.fixture(scope="session")
def lock(wheels):
    return make_lock(wheels)


@pytest.fixture(scope="session")
def first_kit(tmp_path_factory, wheels, lock):
    """A kit whose environment was made for real, and what was said; files of a learner lay beside start.py."""
    folder = tmp_path_factory.mktemp("user") / "Mein schöner Kurs"
    kit = make_kit(folder, lock, PIP_NO_INDEX="1", PIP_FIND_LINKS=wheels.as_uri())
    taken = write_modules(folder)
    process = kit.run("test")
    for path in taken:
        path.unlink()
    return kit, process


@pytest.fixture(scope="session")
def kit(first_kit, tmp_path_factory):
    """A kit whose environment was made once; the tests that use it leave it as it is."""
    kit, process = first_kit
    assert "Ready after" in said(process)
    if os.name != "nt":
        (pip,) = kit.environment.glob("lib/python*/site-packages/pip")
        pip.symlink_to(shutil.move(pip, tmp_path_factory.mktemp("pip")))  # a thousand files that no copy has to carry
    return kit


@pytest.fixture(scope="session")
def base(kit, tmp_path_factory):
    """What other kits take for the Python of the system: it gives them copies of the first environment."""
    return make_quick_base(tmp_path_factory.mktemp("base"), kit.environment)


@pytest.fixture
def own_kit(kit, tmp_path):
    """A copy of it, which a test may change."""
    shutil.copytree(kit.folder, tmp_path / "anderswo & hier", symlinks=True)
    return kit._replace(folder=tmp_path / "anderswo & hier")


@pytest.fixture
def new_kit(tmp_path, wheels, lock, base):
    """A kit without environment, whose packages can be had."""
    return make_kit(tmp_path / "Kurs 2", lock, base, PIP_NO_INDEX="1", PIP_FIND_LINKS=wheels.as_uri())


@pytest.fixture
def bare_kit(tmp_path, base):
    """A kit without environment, whose packages cannot be had."""
    lock = "no-such-package-of-ours==1.0 --hash=sha256:" + "0" * 64 + "\n"
    return make_kit(tmp_path / "Kurs 1", lock, base, PIP_NO_INDEX="1")


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def start(tmp_path) -> ModuleType:
    """start.py as a module in an empty folder, for what is hard to bring about from outside."""
    shutil.copy(ROOT / "start.py", tmp_path)
    shutil.copytree(ROOT / "environment", tmp_path / "environment")
    (tmp_path / "requirements.lock").write_text("lock 1")
    spec = importlib.util.spec_from_file_location("start", tmp_path / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

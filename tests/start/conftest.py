"""Kits for the tests of start.py: one whose environment is made once, and one that has none."""

from __future__ import annotations

import importlib.util
import shutil
import socket
from types import ModuleType

import pytest
from copies import ROOT, make_kit, make_lock, said


@pytest.fixture(scope="session")
def wheels(tmp_path_factory):
    return tmp_path_factory.mktemp("wheels")


@pytest.fixture(scope="session")
def lock(wheels):
    return make_lock(wheels)


@pytest.fixture(scope="session")
def kit(tmp_path_factory, wheels, lock):
    """A kit whose environment was made once; the tests that use it leave it as it is."""
    folder = tmp_path_factory.mktemp("user") / "Mein schöner Kurs"
    kit = make_kit(folder, lock, PIP_NO_INDEX="1", PIP_FIND_LINKS=wheels.as_uri())
    assert "Ready after" in said(kit.run("test"))
    return kit


@pytest.fixture
def own_kit(kit, tmp_path):
    """A copy of it, which a test may change."""
    shutil.copytree(kit.folder, tmp_path / "anderswo & hier", symlinks=True)
    return kit._replace(folder=tmp_path / "anderswo & hier")


@pytest.fixture
def new_kit(tmp_path, wheels, lock):
    """A kit without environment, whose packages can be had."""
    return make_kit(tmp_path / "Kurs 2", lock, PIP_NO_INDEX="1", PIP_FIND_LINKS=wheels.as_uri())


@pytest.fixture
def bare_kit(tmp_path):
    """A kit without environment, whose packages cannot be had."""
    lock = "no-such-package-of-ours==1.0 --hash=sha256:" + "0" * 64 + "\n"
    return make_kit(tmp_path / "Kurs 1", lock, PIP_NO_INDEX="1")


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

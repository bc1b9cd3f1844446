"""What every test of the kernel starts from: a history of its own, and one kernel for each file of tests."""

import os
import tempfile

import pytest
from debugging import DebugClient
from kernel import running

os.environ["TSLINEN_HISTORY"] = os.path.join(tempfile.mkdtemp(), "history.jsonl")


@pytest.fixture(scope="module")
def kernel():
    with running() as it:
        yield it


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder of a module's debugged kernel."""
    return tmp_path_factory.mktemp("project")


@pytest.fixture(scope="module")
def session(folder):
    """A kernel to be debugged."""
    with running(cwd=folder) as kernel:
        yield kernel


@pytest.fixture
def client(session):
    """A debugger that is on."""
    debugger = DebugClient(session)
    debugger.start()
    yield debugger
    debugger.stop()


def pytest_configure(config):
    config.addinivalue_line("markers", "node: needs Node.js, so that the kernel of the browser is spared it")

"""What every test of the kernel starts from: a history of its own, and one kernel for each file of tests."""

import os
import tempfile

import pytest
from kernel import running

os.environ["TSLINEN_HISTORY"] = os.path.join(tempfile.mkdtemp(), "history.jsonl")


@pytest.fixture(scope="module")
def kernel():
    with running() as it:
        yield it


def pytest_configure(config):
    config.addinivalue_line("markers", "node: needs Node.js, so that the kernel of the browser is spared it")

"""Sweeps on Dask's workers: every result is there, and is what one kernel computes by itself."""

import itertools
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import psutil
import pytest
from dask.distributed import Client
from nbclient import NotebookClient
from papermill.translators import translate_parameters

FOLDER = Path(__file__).parent
NOTEBOOK = FOLDER / "training.ipynb"
VALUES = {"activation": ["relu", "gelu", "tanh", "silu"], "rate": [0.03, 0.1, 0.3], "hidden": [8, 16], "steps": [20]}
SETS = [dict(zip(VALUES, chosen)) for chosen in itertools.product(*VALUES.values())]


def command(values, *options):
    grid = [word for name, given in values.items() for word in ("-p", name, *map(str, given))]
    return [sys.executable, str(FOLDER / "sweep.py"), str(NOTEBOOK), *grid, *options]


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def shown(cell):
    return next((o["data"]["application/json"] for o in cell.outputs if "application/json" in o.get("data", {})), None)


@pytest.fixture(scope="module")
def local():
    """The value of every set, computed in one kernel without papermill and Dask."""
    book = nbformat.read(NOTEBOOK, as_version=4)
    cells = []
    for chosen in SETS:
        for cell in (cell for cell in book.cells if cell.cell_type == "code"):
            cells.append(nbformat.v4.new_code_cell(cell.source))
            if "parameters" in cell.metadata.get("tags", []):
                cells.append(nbformat.v4.new_code_cell(translate_parameters("tslinen", "typescript", chosen)))
    book.cells = cells
    NotebookClient(book, timeout=60).execute()
    return [value for cell in cells if (value := shown(cell))]


@pytest.fixture
def scheduler(tmp_path):
    """The address of a scheduler with two workers, each a process of its own, as on other machines."""
    file = tmp_path / "scheduler.json"
    dask = Path(sys.executable).with_name("dask")
    common = ["--scheduler-file", file, "--no-dashboard"]
    commands = [
        [dask, "scheduler", "--host", "127.0.0.1", "--port", "0", *common],
        [dask, "worker", "--nworkers", "2", "--nthreads", "1", "--local-directory", tmp_path, *common],
    ]
    processes = [subprocess.Popen(command, cwd=tmp_path) for command in commands]
    with Client(scheduler_file=str(file)) as client:
        client.wait_for_workers(2, timeout=60)
        yield client.scheduler.address
    for process in reversed(processes):
        process.terminate()
        process.wait()


def test_no_result_is_lost_when_a_worker_is_killed(scheduler, local, tmp_path):
    output = tmp_path / "executed"
    options = ["--output", output, "--scheduler", scheduler]
    with subprocess.Popen(command(VALUES, *options), cwd=tmp_path, stdout=subprocess.PIPE, text=True) as run:
        while len(list(output.glob("*.ipynb"))) < 6 and run.poll() is None:
            time.sleep(0.05)
        with Client(scheduler) as client:
            worker = psutil.Process(next(iter(client.run(os.getpid).values())))
        kernels = worker.children(recursive=True)
        worker.kill()
        found = lines(run.communicate()[0])
    assert kernels and not psutil.wait_procs(kernels, timeout=30)[1]
    assert [line["error"] for line in found if "error" in line] == []
    assert run.returncode == 0
    assert [line["parameters"] for line in found] == SETS
    assert [line["value"] for line in found] == local
    assert sorted(output.glob("*.ipynb")) == [Path(line["notebook"]) for line in found]


def test_on_this_machine(local, tmp_path):
    values = {"activation": ["relu", "none"], "rate": [0.03], "hidden": [8], "steps": [20]}
    done = subprocess.run(command(values, "--workers", "1"), cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    good, bad = lines(done.stdout)
    assert good["value"] == local[0]
    assert bad["error"].startswith("TypeError") and "value" not in bad
    executed = nbformat.read(tmp_path / bad["notebook"], as_version=4)
    assert any(output.output_type == "error" for cell in executed.cells for output in cell.get("outputs", []))

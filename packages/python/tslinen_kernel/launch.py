"""Hands over to Node.js."""

import os
import sys

from .node import find_node

HERE = os.path.dirname(os.path.abspath(__file__))
CLI = os.path.join(HERE, "node_modules", "@tslinen", "kernel", "dist", "cli.js")


def run_node(arguments: "list[str]") -> None:
    """Runs the kernel's command in place of this process; on Windows, which cannot, in one that ends with this one."""
    try:
        command = [find_node(), CLI, *arguments]
    except RuntimeError as error:
        sys.exit(f"tslinen: {error}")
    set_memory_tunables()
    if os.name == "nt":
        from .windows import run_child

        sys.exit(run_child(command))
    os.execv(command[0], command)


def run_command() -> None:
    """The command ``tslinen``."""
    run_node(sys.argv[1:])


def set_memory_tunables() -> None:
    """Sets what the kernel asks of glibc, which older versions would follow only in part and be slower for it."""
    path = os.path.join(HERE, "glibc_tunables")
    if "GLIBC_TUNABLES" in os.environ or not os.path.exists(path):
        return
    try:
        _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").split()
        new_enough = tuple(int(part) for part in version.split(".")) >= (2, 35)
    except ValueError:
        return
    if new_enough:
        with open(path) as file:
            os.environ["GLIBC_TUNABLES"] = file.read()

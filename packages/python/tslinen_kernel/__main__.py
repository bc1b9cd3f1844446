"""``python -m tslinen_kernel CONNECTION_FILE``: what Jupyter runs to start the kernel."""

import sys

from .launch import run_node

if __name__ == "__main__":
    run_node(["kernel", *sys.argv[1:]])

"""What the Python side of docs/coming-from-python.md gives: one entry for each of its blocks."""

import ast
import re
from pathlib import Path

import matplotlib

from stored import write

matplotlib.use("svg")
page = Path(__file__).parent.parent / "docs" / "coming-from-python.md"


def run(code, names):
    """Runs a block and returns its last expression as text, or None if it ends with none or with a plot's."""
    tree = ast.parse(code)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "block", "exec"), names)
    if last is None:
        return None
    value = eval(compile(ast.Expression(last.value), "block", "eval"), names)
    return None if "plt" in code or "axs" in code else str(value)


names = {}
blocks = re.findall(r"```python\n(.*?)\n```", page.read_text(), flags=re.S)
write("coming-from-python", [{"python": code, "shows": run(code, names)} for code in blocks])

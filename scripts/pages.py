"""Checks the pages that people read: README files, CONTRIBUTING and docs.

    python scripts/pages.py [PAGE ...]

Every TypeScript block runs as a cell of the tslinen kernel; beside a Python block it must give the same numbers as
that one gave (reference/coming_from_python.py). Every shell line runs, unless another suite runs it. Every link to a
file or a heading leads somewhere.
"""

from __future__ import annotations

import json
import math
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from jupyter_client.manager import start_new_kernel

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["*.md", "docs/**/*.md", "packages/*/README.md", "remote/*.md", "ui-tests/README.md"]
PRELUDE = (
    "import { data, flax, interact, interactManual, jax, jnp, metrics, nn, np, optax, plt, progress, safetensors, "
    'widgets } from "tslinen";'
)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", flags=re.S | re.M)

# Shell lines that other checks run, by how they begin, and which. None of them may run here: npm would install.
ELSEWHERE = {
    "docker ": "where Docker runs; what the Dockerfile installs by pip, scripts/installs.mjs does",
    "git clone": ".ci/run",
    "npx ": "packages/kernel/test/install.test.ts",
    "jupyter lab": "scripts/serves.mjs and suite browser",
    "jupyter lite": "the matrix's site",
    "npm ": "the set-up, a suite, the matrix or a bench; a script must exist",
    "pip install": "scripts/installs.mjs and scripts/pythons.mjs",
    "tslinen ": "packages/kernel/test",
    "node --test": "suite browser",
    "UPDATE_PICTURES=1": "suite browser, with new pictures",
}


def shown_text(messages: list[dict[str, Any]]) -> str:
    results = [m["content"]["data"] for m in messages if m["msg_type"] == "execute_result"]
    return results[-1].get("text/plain", "") if results else ""


def tokens_of(text: str) -> list[Any]:
    words = re.findall(r"-?\d+\.?\d*(?:e[-+]?\d+)?|true|false|nan|inf", text.lower())
    return [word if word.isalpha() else float(word) for word in words]


def agree(ours: str, theirs: str) -> bool:
    pairs = tokens_of(ours), tokens_of(theirs)
    return len(pairs[0]) == len(pairs[1]) and all(
        a == b or (isinstance(a, float) and isinstance(b, float) and math.isclose(a, b, rel_tol=2e-6, abs_tol=1e-7))
        for a, b in zip(*pairs)
    )


class Cells:
    """A tslinen kernel, as a reader who answers questions uses it."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory()  # Some of them write files.
        self.manager, self.client = start_new_kernel(kernel_name="tslinen", cwd=self.folder.name)

    def run(self, code: str) -> tuple[list[dict[str, Any]], str | None]:
        messages: list[dict[str, Any]] = []
        reply = self.client.execute_interactive(
            code,
            allow_stdin=True,
            stdin_hook=lambda _: self.client.input("Ada"),
            output_hook=messages.append,
            timeout=60,
        )["content"]
        return messages, None if reply["status"] == "ok" else f"{reply.get('ename')}: {reply.get('evalue')}"

    def stop(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
        self.folder.cleanup()


def typescript_problems(text: str) -> tuple[int, list[str]]:
    blocks = BLOCK.findall(text)
    if not any(language == "ts" for language, _ in blocks):
        return 0, []
    stored = json.loads((ROOT / "reference/data/coming-from-python.json").read_text())
    shows = {entry["python"]: entry["shows"] for entry in stored}
    cells, count, problems = Cells(), 0, []
    try:
        _, error = cells.run(PRELUDE)
        if error:
            raise RuntimeError(error)
        for (before, python), (language, code) in zip([("", ""), *blocks], blocks):
            if language != "ts":
                continue
            count += 1
            messages, error = cells.run(code)
            ours, first = shown_text(messages), code.splitlines()[0]
            if error:
                problems.append(f"{first}: {error}")
            elif before == "python" and python.strip() not in shows:
                problems.append(f"{first}: run reference/coming_from_python.py, the Python beside it is new")
            elif before == "python" and shows[python.strip()] and not agree(ours, shows[python.strip()]):
                problems.append(f"{first}: gives {ours}, Python gives {shows[python.strip()]}")
    finally:
        cells.stop()
    return count, problems


def scripts_of(folder: Path) -> dict[str, str]:
    file = folder / "package.json"
    return json.loads(file.read_text()).get("scripts", {}) if file.exists() else {}


def shell_problems(page: Path, text: str) -> tuple[int, list[str]]:
    lines = [
        line.split(" #")[0].strip()
        for language, code in BLOCK.findall(text)
        if language in ("sh", "bash")
        for line in code.splitlines()
        if line.strip() and not line.startswith("#")
    ]
    folder = "Scripts" if os.name == "nt" else "bin"
    path = os.pathsep.join([str(ROOT / ".venv" / folder), str(ROOT / "node_modules/.bin"), os.environ["PATH"]])
    scripts = {name for folder in (ROOT, page.parent) for name in scripts_of(folder)}
    problems = []
    for line in lines:
        if any(line.startswith(begin) for begin in ELSEWHERE):
            script = re.match(r"npm run (\S+)", line)
            if script and script[1] not in scripts:
                problems.append(f"{line}: package.json has no such script")
            continue
        done = subprocess.run(
            line, shell=True, cwd=ROOT, env={**os.environ, "PATH": path}, capture_output=True, text=True, timeout=120
        )
        if done.returncode != 0:
            problems.append(f"{line}: status {done.returncode}: {(done.stderr or done.stdout).strip()[-400:]}")
    return len(lines), problems


def anchors_of(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", BLOCK.sub("", page.read_text()), flags=re.M)
    plain = [re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading) for heading in headings]
    return {re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-") for heading in plain}


def link_problems(page: Path, text: str) -> tuple[int, list[str]]:
    prose = re.sub(r"`[^`\n]*`", "", BLOCK.sub("", text))
    links = re.findall(r"\]\(([^)\s]+)\)", prose) + re.findall(r'(?:src|srcset|href)="([^"]+)"', prose)
    problems = []
    for link in links:
        if re.match(r"https://[\w.-]+\.\w+(/\S*)?$", link) or link.startswith("mailto:"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists():
            problems.append(f"{link}: no such file")
        elif anchor and target.suffix == ".md" and anchor not in anchors_of(target):
            problems.append(f"{link}: no such heading")
    return len(links), problems


def main() -> int:
    pages = [Path(page).resolve() for page in sys.argv[1:]] or sorted({p for glob in PAGES for p in ROOT.glob(glob)})
    passed = failed = 0
    for page in pages:
        text = page.read_text()
        for count, problems in (typescript_problems(text), shell_problems(page, text), link_problems(page, text)):
            passed += count - len(problems)
            failed += len(problems)
            for problem in problems:
                print(f"{page.relative_to(ROOT)}: {problem}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())

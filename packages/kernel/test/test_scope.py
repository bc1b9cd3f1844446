"""Cells at random leave the scope as a model says, whether they end, fail, are stopped, or do not even run."""

import json
import os
import random
import re
from copy import deepcopy

import pytest
from kernel import running
from scope_cells import LITERALS, NAMES, THROWS, WAITS, Cells, throw
from scope_model import TOOLS, Scope, Step, constant

pytestmark = pytest.mark.node  # The cells import packages from a folder.

CELLS = int(os.environ.get("TSLINEN_TEST_CELLS", "200"))
EACH = 200


def write_modules(folder, chance, modules):
    """Writes the modules that cells import; those of packages stay as they are."""
    for path, name in {"side.ts": "./side", "es.mjs": "./es.mjs", "paths/side.ts": "@paths/side"}.items():
        if name in modules and chance.random() < 0.95:
            continue
        if path == "es.mjs" and name in modules:
            continue  # Node.js reads an ES module once.
        modules[name] = LITERALS[chance.choice(list(LITERALS))](chance)
        (folder / path).parent.mkdir(exist_ok=True)
        one = "export type One = { p: number };\n" if path.endswith(".ts") else ""
        (folder / path).write_text(f"{one}export const one = {constant(modules[name])};\n")


def write_packages(folder, modules):
    for name, text in {"cjs-package": "exports.one = 1;", "esm-package": "export const one = 1;"}.items():
        root = folder / "node_modules" / name
        root.mkdir(parents=True)
        kind = "module" if name.startswith("esm") else "commonjs"
        (root / "package.json").write_text(json.dumps({"name": name, "type": kind, "main": "index.js", "types": "index.d.ts"}))
        (root / "index.js").write_text(text)
        (root / "index.d.ts").write_text("export declare const one: number;")
        modules[name] = 1
    (folder / "tsconfig.json").write_text('{ "compilerOptions": { "paths": { "@paths/*": ["./paths/*"] } } }')


def end(chance, steps):
    """A cell's text and steps that run, with what ends it, if anything does: a mistake, an error, or the reader."""
    how = chance.choices(["well", "mistake", "syntax", "throw", "stop"], [60, 8, 4, 20, 8])[0]
    at = chance.randint(0, len(steps))
    if how == "mistake":
        steps = [*steps, Step('const oops: number = "x";')]
    elif how == "syntax":
        steps = [*steps, Step("const = 1;")]
    elif how != "well":
        ending = Step(chance.choice(THROWS if how == "throw" else WAITS), run=throw)
        steps = [*steps[:at], ending, *steps[at:]]
    text = chance.choice([" ", "\n"]).join(step.text for step in steps)
    return how, text, steps


def reaches(scope, steps):
    """Whether a cell comes to the step that ends it."""
    at = next(index for index, step in enumerate(steps) if step.run is throw)
    return deepcopy(scope).run([step for index, step in enumerate(steps) if index < at or step.is_hoisted])


def probe(scope, chance):
    """Two lists: what is known and shows something, and lines each of which is a mistake."""
    right = [f"0 as unknown as {name}" for name in NAMES if scope.is_type(name)]
    wrong = [f"0 as unknown as {name}" for name in NAMES if not scope.is_type(name)]
    wrong += [name for name in NAMES if name not in scope.values]
    for name, meaning in scope.values.items():
        check = f" satisfies {meaning.type}" if meaning.type in LITERALS else ""
        right.append(f"attempt(() => show({name}{check}, 3))")
        if meaning.type != "any":
            wrong.append(f"{name} satisfies {{ nothing: 1 }}")
    return right, chance.sample(wrong, len(wrong))


def see(kernel, scope, chance, story):
    """What the kernel shows of every name, and the lines it takes for mistakes; beside what the model says."""
    right, wrong = probe(scope, chance)
    expressions = {"right": f"report([{', '.join(right)}])", "wrong": "[" + ",\n".join(f"({one})" for one in wrong) + "]"}
    reply, _ = kernel.run("", silent=True, user_expressions=expressions)
    known, mistaken = reply["user_expressions"]["right"], reply["user_expressions"]["wrong"]
    assert known["status"] == "ok", f"{story}\n→ {known}"
    values = dict(zip(scope.values, known["data"]["application/json"][-len(scope.values) :], strict=True)) if scope.values else {}
    lines = {int(one) for text in mistaken.get("traceback", []) for one in re.findall(r"^user expression:(\d+):", text)}
    return values, [one for line, one in enumerate(wrong, 1) if line not in lines]


@pytest.mark.parametrize("seed", range(CELLS // EACH))
def test_cells_at_random_leave_the_scope_as_a_model_says(seed, tmp_path):
    chance = random.Random(seed)
    scope, modules, told = Scope(), {}, []
    write_packages(tmp_path, modules)
    write_modules(tmp_path, chance, modules)
    cells = Cells(chance, scope, modules)
    latest = None
    with running(cwd=tmp_path) as kernel:
        assert kernel.run(TOOLS)[0]["status"] == "ok"
        for _ in range(EACH):
            write_modules(tmp_path, chance, modules)
            again = latest is not None and all(step.is_repeatable for step in latest[2]) and chance.random() < 0.2
            how, text, steps = latest if again else end(chance, cells.cell())
            latest = None if again else (how, text, steps)
            told.append(text)
            msg_id = kernel.client.execute(text)
            if how == "stop" and reaches(scope, steps):
                while kernel.client.get_iopub_msg(timeout=20)["msg_type"] != "display_data":
                    pass
                kernel.manager.interrupt_kernel()
            reply, _ = kernel.finish(msg_id)
            runs = [step for step in steps if step.is_import] if how == "mistake" else [] if how == "syntax" else steps
            ended = scope.run(runs) and how == "well"
            story = "\n".join(["", *told[-12:], "→ " + str(reply)])
            assert (reply["status"] == "ok") == ended, story
            values, unnoticed = see(kernel, scope, chance, story)
            assert values == scope.shown(), story
            assert unnoticed == [], story

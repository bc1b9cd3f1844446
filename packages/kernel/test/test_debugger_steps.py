"""How code goes on under the debugger: step by step, and over what takes long."""

import pytest

pytestmark = pytest.mark.node  # A browser lends its debugger to no page.


def test_steps_by_lines(client):
    client.kernel.run("function half(n: number) {\n  const it = n / 2;\n  return it;\n}")
    code = "const a = 8;\nconst b = half(half(a));\nconst c = [a, b].map((n) => n + 1); const d = 1;\nc.length"
    client.break_in(code, 1)
    cell = client.run(code)
    _, [(name, line)] = client.stopped()
    assert line == 1
    assert client.step("next") == ("step", [(name, 2)])
    assert client.step("stepIn") == ("step", [("half", 2), (name, 2)])
    assert client.values("Locals") == {"n": "8", "it": "undefined"}
    assert client.step("next") == ("step", [("half", 3), (name, 2)])
    assert client.step("stepOut")[1] == [(name, 2)]
    assert client.step("next") == ("step", [(name, 3)])
    assert client.step("next") == ("step", [(name, 4)])
    client.body("next", threadId=1)
    client.event("continued")
    assert client.reply(cell)["status"] == "ok"
    assert client.body("stackTrace", threadId=1)["stackFrames"] == []


LONG = {
    "in a cell": ("let turns = 0;\nfor (let i = 0; i < 2e7; i++) turns += i % 7;\nturns > 0", 2, [3]),
    "in a function": (
        "function go() {\n  let n = 0;\n  for (let i = 0; i < 2e7; i++) n += i % 7;\n  return n;\n}\nconst q = go();\nq > 0",
        3,
        [4, 6, 7],
    ),
    "of calls": ("const fib = (n: number): number => (n < 2 ? 1 : fib(n - 1) + fib(n - 2));\nfib(30);\n'after'", 2, [3]),
    "that waits": ("let n = 0;\nawait new Promise((done) => setTimeout(done, 500));\nn = 1;", 2, [3]),
    "that throws": (
        "let seen = '';\nconst bad = () => {\n  for (let i = 0; i < 2e7; i++) if (i > 1e7) throw 'far';\n};\n"
        "try {\n  bad();\n} catch (e) {\n  seen = String(e);\n}",
        3,
        [8],
    ),
}


@pytest.mark.parametrize("where", LONG)
def test_steps_over_a_line_that_takes_long(client, where):
    """The engine halts at each turn of a loop where it steps: it would take minutes."""
    code, line, lines = LONG[where]
    path = client.break_in(code, line)
    cell = client.run(code)
    client.stopped()
    client.break_at(path)
    stops = [client.step("next") for _ in lines]
    assert [(reason, frames[0][1]) for reason, frames in stops] == [("step", line) for line in lines]
    client.go_on()
    assert client.reply(cell)["status"] == "ok"
    # Nothing of the way is left: the code runs through.
    cell = client.run(code)
    assert client.reply(cell)["status"] == "ok"

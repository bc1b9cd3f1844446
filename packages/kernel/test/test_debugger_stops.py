"""Where code stops under the debugger: in cells, files and functions, at once or later."""

import time

import pytest

pytestmark = pytest.mark.node  # A browser lends its debugger to no page.


def test_stops_in_a_cell_and_shows_what_is_there(client):
    client.kernel.run("function twice(n: number) {\n  const doubled = 2 * n;\n  return doubled;\n}\nlet total = 10;")
    code = "const xs = [1, 2];\nlet sum = 0;\nfor (const x of xs) {\n  sum += twice(x);\n}\nsum + total"
    path = client.break_in(code, 4)
    cell = client.run(code)
    assert client.stopped() == ("breakpoint", [(client.stack[0]["name"], 4)])
    assert client.stack[0]["source"]["path"] == path
    assert client.body("debugInfo")["stoppedThreads"] == [1]
    assert client.values("Locals") == {"x": "1", "xs": "[ 1, 2 ]", "sum": "0"}
    assert client.values("Globals")["total"] == "10"
    xs = client.scope("Locals")["xs"]
    assert xs["type"] == "Array"
    assert {name: one["value"] for name, one in client.inside(xs).items()} == {"0": "1", "1": "2"}
    # Names of the function, of the cell and of earlier ones; TypeScript; values that stay.
    assert client.evaluate("x + sum + total + twice(4)") == "19"
    assert client.evaluate("({ x, all: xs as number[] })") == "{ x: 1, all: [ 1, 2 ] }"
    assert client.evaluate("total = 20") == "20"
    wrong = client.ask("evaluate", expression="missing + 1", frameId=client.stack[0]["id"])
    assert wrong["success"] is False and wrong["message"] == "ReferenceError: missing is not defined"
    broken = client.ask("evaluate", expression="1 +", frameId=client.stack[0]["id"])
    assert broken["success"] is False and broken["message"] == "Expression expected."
    client.go_on()
    assert client.stopped()[0] == "breakpoint"
    assert client.values("Locals") == {"x": "2", "xs": "[ 1, 2 ]", "sum": "2"}
    client.break_at(path)
    client.go_on()
    assert client.reply(cell)["status"] == "ok"
    assert client.kernel.text("[sum, total]") == "[ 6, 20 ]"


def test_stops_in_an_earlier_cell_after_an_await_and_in_a_timer(client):
    earlier = "function late(n: number) {\n  const before = n;\n  return before + 1;\n}"
    client.kernel.run(earlier)
    assert client.break_at(client.body("dumpCell", code=earlier)["sourcePath"], 3) == [(3, True)]
    code = "await new Promise((done) => setTimeout(done, 5));\nconst made = late(1);\nsetTimeout(() => {\n  late(2);\n}, 20);\nmade"
    path = client.break_in(code, 2)
    cell = client.run(code)
    assert client.stopped()[0] == "breakpoint"
    assert client.step("next")[1][0] == ("late", 3)
    client.break_at(path)
    client.go_on()
    assert client.reply(cell)["status"] == "ok"
    _, frames = client.stopped()
    assert frames[0] == ("late", 3) and frames[1][1] == 4
    assert client.values("Locals") == {"n": "2", "before": "2"}
    client.break_at(client.body("dumpCell", code=earlier)["sourcePath"])
    client.go_on()


def test_moves_a_breakpoint_to_where_code_can_stop(client):
    code = "// nothing here\n\nfunction moved() {\n  return 1;\n}\nmoved();"
    client.kernel.run(code)
    path = client.body("dumpCell", code=code)["sourcePath"]
    assert client.break_at(path, 1, 3) == [(4, True), (4, True)]
    assert [b["line"] for b in client.body("debugInfo")["breakpoints"][0]["breakpoints"]] == [4]
    cell = client.run(code)
    assert client.stopped()[1][0] == ("moved", 4)
    client.go_on()
    assert client.reply(cell)["status"] == "ok"


def test_stops_where_a_condition_holds(client):
    client.kernel.run("const limit = 3;")
    code = "let sum = 0;\nfor (let i = 0; i < 10; i++) {\n  sum += i;\n}\nsum"
    path = client.body("dumpCell", code=code)["sourcePath"]
    wanted = [{"line": 3, "condition": "i === limit || (i as number) > 8"}]
    client.body("setBreakpoints", source={"path": path}, breakpoints=wanted)
    cell = client.run(code)
    for i, sum_ in (("3", "3"), ("9", "36")):
        assert client.stopped()[0] == "breakpoint"
        assert client.values("Locals") == {"i": i, "sum": sum_}
        client.go_on()
    assert client.reply(cell)["status"] == "ok"
    client.body("setBreakpoints", source={"path": path}, breakpoints=[{"line": 3, "condition": "nowhere > 1"}])
    cell = client.run(code)
    assert client.stopped()[0] == "breakpoint" and client.values("Locals")["i"] == "0"
    client.break_at(path)
    client.go_on()
    assert client.reply(cell)["status"] == "ok"


def test_stops_within_a_function_on_one_line(client):
    code = "const squares = [1, 2].map((n) => n * n);"
    client.break_in(code, 1)
    cell = client.run(code)
    stops = []
    for _ in range(3):
        stops.append(client.stopped()[1][0][0])
        client.go_on()
    assert stops[1:] == ["(anonymous)", "(anonymous)"]
    assert client.reply(cell)["status"] == "ok"


def test_stops_in_an_imported_file(client, folder):
    file = folder / "lib" / "shapes.ts"
    file.parent.mkdir(exist_ok=True)
    (folder / "lib" / "unit.ts").write_text("export const unit = 3;\n")
    file.write_text(
        'import { unit } from "./unit";\n'
        "const scale: number = 2;\nexport let count = 0;\n"
        "export class Square {\n  constructor(readonly side: number) {}\n"
        "  area(): number {\n    const side = this.side * scale;\n    count++;\n    return side * side * unit;\n  }\n}\n"
    )
    client.break_at(str(file), 8)
    cell = client.run('import { Square } from "./lib/shapes";\nnew Square(2).area()')
    _, frames = client.stopped()
    assert frames[0] == ("area", 8) and client.stack[0]["source"]["path"] == str(file)
    assert client.values("Locals") == {"side": "4", "this": "Square { side: 2 }"}
    assert client.values("Module")["scale"] == "2" and client.values("Module")["count"] == "0"
    assert client.evaluate("this.side * scale + count + side") == "8"
    modules = client.body("modules")["modules"]
    assert [one["name"] for one in modules[:2]] == ["lib/shapes.ts", "lib/unit.ts"]
    assert client.body("source", source={"path": str(file)})["content"] == file.read_text()
    client.break_at(str(file))
    client.go_on()
    assert client.reply(cell)["status"] == "ok"
    # Changed, it is another script, and is stopped in as well.
    file.write_text(file.read_text().replace("count++;", "count += 2;"))
    client.break_at(str(file), 8)
    cell = client.run('import { Square } from "./lib/shapes";\nnew Square(2).area()')
    assert client.stopped()[1][0] == ("area", 8)
    client.break_at(str(file))
    client.go_on()
    assert client.reply(cell)["status"] == "ok"


def test_stops_in_a_function_that_plt_calls(client):
    client.kernel.run('import { plt } from "tslinen";')
    code = (
        "const bars = plt.bar([1, 2], [3, 4]);\n"
        "plt.barLabel(bars, {\n  fmt: (v: number) => {\n    return v + ' s';\n  },\n});"
    )
    path = client.break_in(code, 4)
    cell = client.run(code)
    reason, frames = client.stopped()
    assert reason == "breakpoint" and [line for _, line in frames] == [4, 2]
    assert client.values("Locals") == {"v": "3"}
    client.break_at(path)
    client.go_on()
    assert client.reply(cell)["status"] == "ok"
    # A step into what the library calls back passes over the library.
    client.break_in(code, 2)
    cell = client.run(code)
    client.stopped()
    assert client.step("stepIn")[1][0][1] == 4
    client.break_at(path)
    client.go_on()
    assert client.reply(cell)["status"] == "ok"


def test_makes_a_loop_stop_and_go_on(client):
    cell = client.run("let turns = 0;\nlet stay = true;\nwhile (stay) {\n  turns++;\n}\nturns > 0")
    time.sleep(0.3)
    client.body("pause", threadId=1)
    reason, [(_, line)] = client.stopped()
    assert reason == "pause" and line in (3, 4)
    client.evaluate("stay = false")
    client.go_on()
    assert client.reply(cell)["status"] == "ok"

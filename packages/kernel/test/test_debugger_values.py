"""What the debugger shows of values: views, lists, and the names of all cells."""

import time

import pytest
from debugging import PAUSE

pytestmark = pytest.mark.node  # A browser lends its debugger to no page.


def test_shows_values_with_their_views(client):
    client.kernel.run('import { np } from "tslinen";\nconst rows = [1, 2, 3, 4].map((a) => ({ a, b: 2 * a }));')
    code = "function look(w: unknown) {\n  return w;\n}\nlook({ kernel: np.ones([8, 3]), bias: np.zeros([3]) });"
    client.break_in(code, 2)
    cell = client.run(code)
    client.stopped()
    frame = client.stack[0]["id"]
    tree = client.body("richInspectVariables", variableName="w", frameId=frame)
    assert "application/vnd.tslinen.tree.v1+json" in tree["data"] and "text/plain" in tree["data"]
    table = client.body("richInspectVariables", variableName="rows", frameId=frame)
    assert "application/vnd.tslinen.table.v1+json" in table["data"]
    missing = client.body("richInspectVariables", variableName="missing", frameId=frame)
    assert missing == {"data": {}, "metadata": {}}
    client.go_on()
    assert client.reply(cell)["status"] == "ok"
    # While nothing has stopped, the names that cells share.
    names = {one["name"]: one for one in client.body("inspectVariables")["variables"]}
    assert names["rows"]["value"] == "[ { a: 1, b: 2 }, { a: 2, b: 4 }, { a: 3, b: 6 }, { a: 4, b: 8 } ]"
    assert set(client.inside(names["rows"])) == {"0", "1", "2", "3"}
    data = client.body("richInspectVariables", variableName="rows")["data"]
    assert "application/vnd.tslinen.table.v1+json" in data


def test_lists_much_as_far_as_one_can_look(client):
    client.kernel.run(
        "const many = new Float64Array(1e6);\nconst map = new Map([['k', { deep: 1 }]]);\n"
        "const tricky = { get boom() { throw new Error('no'); }, [Symbol('s')]: 1 };"
    )
    names = {one["name"]: one for one in client.body("inspectVariables")["variables"]}
    many = client.inside(names["many"])
    assert len(many) == 201 and many["…"]["value"] == "999800 more"
    assert client.inside(names["map"])["'k'"]["value"] == "{ deep: 1 }"
    assert {k: v["value"] for k, v in client.inside(names["tricky"]).items()} == {"boom": "[Getter]", "Symbol(s)": "1"}


def test_copies_a_variable_to_the_names_of_all_cells(client):
    code = "function hide() {\n  const secret = { found: 7 };\n  return secret;\n}\nhide();"
    client.break_in(code, 3)
    cell = client.run(code)
    client.stopped()
    frame = client.stack[0]["id"]
    client.body("copyToGlobals", srcVariableName="secret", dstVariableName="secret", srcFrameId=frame)
    assert client.values("Globals")["secret"] == "{ found: 7 }"
    client.go_on()
    assert client.reply(cell)["status"] == "ok"
    assert client.kernel.text("secret.found + 1") == "8"
    client.kernel.run("const secret = 'mine';")
    assert client.kernel.text("secret.length") == "4"


def test_leaves_out_types_for_the_tree_of_jupyterlab(client):
    client.kernel.run("const half = 0.5;")
    client.body("initialize", clientID="jupyterlab")
    (half,) = [one for one in client.body("inspectVariables")["variables"] if one["name"] == "half"]
    assert half["value"] == "0.5" and "type" not in half
    client.body("initialize", clientID="test")


def test_shows_variables_while_a_cell_runs(client):
    client.kernel.run(f"let stays = true; let rounds = 0; {PAUSE}")
    cell = client.run("while (stays) {\n  rounds++;\n  pause();\n}")
    time.sleep(0.2)
    names = {one["name"]: one["value"] for one in client.body("inspectVariables")["variables"]}
    assert names["stays"] == "true" and int(names["rounds"]) > 0
    client.body("evaluate", expression="stays = false")
    assert client.reply(cell)["status"] == "ok"

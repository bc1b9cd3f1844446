"""Completion and inspection: what an editor asks for."""

import pytest


def test_completion_has_types_and_code_points(kernel):
    kernel.run('const words = { "alpha": 1, beta: "two" };')
    client = kernel.client
    client.complete("const party = '🎉🎉'; words.al", len("const party = '🎉🎉'; words.al"))
    content = client.get_shell_msg(timeout=10)["content"]
    assert content["matches"] == ["alpha"]
    assert content["cursor_start"] == len("const party = '🎉🎉'; words.")
    assert content["cursor_end"] == len("const party = '🎉🎉'; words.al")
    assert content["metadata"]["_jupyter_types_experimental"][0]["type"] == "property"


@pytest.mark.node
def test_completion_knows_globals_of_node_and_string_paths(kernel):
    client = kernel.client
    for code, expected in [("process.vers", "versions"), ("cons", "console"), ('import * as x from "node:f', "node:fs")]:
        client.complete(code)
        assert expected in client.get_shell_msg(timeout=20)["content"]["matches"], code


def test_inspection_shows_documentation_of_methods_under_each_name(kernel):
    kernel.run('import { np, plt } from "tslinen"; const [, ax] = plt.subplots(); const x = np.ones(3);')
    for code, said in [
        ("ax.setXlim", "Sets or tells the limits of the x axis."),
        ("ax.set_xlim", "Sets or tells the limits of the x axis."),
        ("ax.fill_between", "Fills"),
        ("x.reshape", "Gives the same elements another"),
    ]:
        kernel.client.inspect(code, len(code))
        content = kernel.client.get_shell_msg(timeout=20)["content"]
        assert content["found"] and said in content["data"]["text/plain"], (code, content)


def test_inspection_shows_documentation_and_the_called_function(kernel):
    kernel.run("/**\n * Doubles a number.\n *\n * @param x - What to double.\n */\nfunction double(x: number) { return 2 * x; }")
    client = kernel.client
    for code, cursor in [("double", 3), ("double(", 7), ("double(1 + ", 11), ("🎉; double", 6)]:
        client.inspect(code, cursor)
        content = client.get_shell_msg(timeout=20)["content"]
        assert content["found"], (code, cursor)
        text = content["data"]["text/plain"]
        assert "function double(x: number): number" in text
        assert "Doubles a number." in text and "What to double." in text
        assert "text/markdown" in content["data"]

"""The library's mistakes, as a cell shows them: what was wrong is said, nothing is drawn, the session goes on."""

import re

import pytest
from kernel import running

# A call, and what its error names: the function, what it expected, what it got. `as any` lets a mistake run that the
# type check would find first; JavaScript and kernels that check nothing have no such help.
MISTAKES = {
    "arrays of unequal length": ("plt.plot([1, 2, 3], [1, 2])", r"plot: .*\b3\b.*\b2\b"),
    "an unknown option": ("plt.plot([1, 2], { colour: 'red' } as any)", r"plot: .*colour.*color"),
    "an unknown location": (
        "plt.plot([1, 2], { label: 'a' }); plt.legend({ loc: 'uper left' } as any)",
        r"legend: .*loc.*uper left.*upper left",
    ),
    "a value that is no number": ("plt.plot([1, 'two', 3] as any)", r"plot: .*two"),
    "operators on shapes that do not fit": ("np.ones(2) + np.ones(3)", r"add: shapes \(2,\) and \(3,\)"),
    "a condition that is not known": (
        "jax.jit((x) => { if (x > 0) return x; return 2 * x; })(10)",
        r"condition: the values .* jax\.jit",
    ),
    "glu on an odd axis": ("nn.glu(np.zeros(5))", r"glu: axis .* odd size 5"),
}


@pytest.fixture(scope="module")
def kernel():
    with running() as it:
        assert it.run('import { jax, np, nn, plt } from "tslinen";')[0]["status"] == "ok"
        yield it


@pytest.mark.parametrize("last", ["plt.plot([1, 2])", "plt.legend()", "plt.gca()"])
def test_a_cell_that_ends_with_what_it_draws_shows_the_figure_alone(kernel, last):
    reply, messages = kernel.run(f"plt.close('all'); plt.plot([1, 2], {{ label: 'a' }}); {last}")
    assert reply["status"] == "ok"
    assert [m["msg_type"] for m in messages] == ["display_data"]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_explained_and_the_next_cell_works(kernel, name):
    call, explanation = MISTAKES[name]
    reply, messages = kernel.run(f"plt.close('all'); {call}")
    assert reply["status"] == "error"
    assert re.search(explanation, reply["evalue"], re.DOTALL), reply["evalue"]
    errors = [m["content"] for m in messages if m["msg_type"] == "error"]
    assert [error["evalue"] for error in errors] == [reply["evalue"]]
    frames = re.findall(r"^ *at .*", "\n".join(reply["traceback"]), re.MULTILINE)
    assert frames and all("In[" in frame for frame in frames), "the reader's own lines, and no minified ones"
    assert kernel.text("nn.relu(np.array([-1, 2])).tolist()") == "[ 0, 2 ]"


def test_the_first_cell_shows_values_as_every_later_one():
    with running() as it:
        _, messages = it.run("Array.from({ length: 9 }, (_, step) => ({ step, loss: 9 - step }))")
    shown = [m["content"]["data"] for m in messages if m["msg_type"] == "execute_result"]
    assert ["application/vnd.tslinen.table.v1+json" in data for data in shown] == [True]

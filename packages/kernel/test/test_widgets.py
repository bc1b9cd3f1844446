"""Widgets from the kernel's side: their messages, what a notebook keeps of them, and front ends that have none."""

import json

import pytest
from kernel import GIVES_PICTURES, TIMEOUT, running
from nbclient import NotebookClient
from test_tools import notebook

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"


@pytest.fixture(scope="module")
def kernel():
    with running() as it:
        assert it.run('import { interact, np, plt, widgets } from "tslinen";')[0]["status"] == "ok"
        yield it


def opened(messages, model):
    """The comm of the last widget of a model that was made."""
    opens = [m["content"] for m in messages if m["msg_type"] == "comm_open"]
    return [c["comm_id"] for c in opens if c["data"]["state"]["_model_name"] == model][-1]


def say(kernel, type_, content, done=lambda messages: True):
    """Sends a comm message; returns what comes back until the kernel is idle again, and something else is true."""
    client = kernel.client
    message = client.session.msg(type_, content)
    client.shell_channel.send(message)
    messages = []
    while not (ended(messages, message["header"]["msg_id"]) and done(messages)):
        messages.append(client.get_iopub_msg(timeout=TIMEOUT))
    return messages


def ended(messages, msg_id):
    own = [m for m in messages if m["parent_header"].get("msg_id") == msg_id]
    return any(m["content"].get("execution_state") == "idle" for m in own)


def states(messages, comm):
    """What the front end is told on a comm, one after the other."""
    told = [m["content"] for m in messages if m["msg_type"] == "comm_msg" and m["content"]["comm_id"] == comm]
    return [c["data"]["state"] for c in told if c["data"]["method"] == "update"]


def move(kernel, comm, value, done=lambda messages: True):
    data = {"method": "update", "state": {"value": value}}
    return say(kernel, "comm_msg", {"comm_id": comm, "data": data}, done)


def test_interact_draws_anew_and_adds_the_picture_once_it_is_left_alone(kernel):
    _, messages = kernel.run(
        "interact(({ k }) => { console.log(k); plt.plot([0, k]); }, { k: [0, 10] });"
    )
    assert [m["msg_type"] for m in messages if not m["msg_type"].startswith("comm_")] == ["display_data"]
    slider, output = opened(messages, "IntSliderModel"), opened(messages, "OutputModel")
    first = states(messages, output)[-1]["outputs"]
    assert [o["output_type"] for o in first] == ["stream", "display_data"]
    assert first[0]["text"] == "5\n" and ("image/png" in first[1]["data"]) == GIVES_PICTURES
    pictures = [False, True] if GIVES_PICTURES else [False]
    moved = move(kernel, slider, 7, lambda messages: len(states(messages, output)) == len(pictures))
    outputs = [state["outputs"] for state in states(moved, output)]
    assert [o[0]["text"] for o in outputs] == ["7\n"] * len(outputs)
    assert ["image/png" in o[1]["data"] for o in outputs] == pictures


def test_what_is_drawn_before_is_not_captured_and_a_callback_may_draw(kernel):
    reply, messages = kernel.run(
        "plt.plot([1, 2]); const area = widgets.Output(); area.capture(() => plt.plot([3, 4]))(); area"
    )
    assert reply["status"] == "ok", reply
    kinds = [m["msg_type"] for m in messages if not m["msg_type"].startswith("comm_")]
    assert kinds == ["display_data", "execute_result"]
    button = opened(kernel.run('const go = widgets.Button(); go.onClick(() => plt.plot([5, 6]));')[1], "ButtonModel")
    click = {"comm_id": button, "data": {"method": "custom", "content": {"event": "click"}}}
    for _ in range(2):
        assert "display_data" in [m["msg_type"] for m in say(kernel, "comm_msg", click)]
    assert [m["msg_type"] for m in kernel.run("plt.plot([7, 8])")[1]] == ["display_data"]


@pytest.mark.node  # A browser cannot tell, behind an await, what code belongs to.
def test_outputs_of_asynchronous_code_arrive_after_its_request_has_been_answered(kernel):
    _, messages = kernel.run(
        """const late = widgets.Output();
const later = late.capture(async () => {
  console.log("first");
  await new Promise((done) => setTimeout(done, 300));
  console.log("second");
  throw new Error("at last");
});
void later();"""
    )
    output = opened(messages, "OutputModel")
    while "error" not in json.dumps(states(messages, output)):
        messages.append(kernel.client.get_iopub_msg(timeout=TIMEOUT))
    told = states(messages, output)[-1]["outputs"]
    assert [o["output_type"] for o in told] == ["stream", "error"]
    assert told[0]["text"] == "first\nsecond\n" and told[1]["evalue"] == "at last"


def test_an_error_of_an_observer_is_shown_and_the_widget_lives_on(kernel):
    _, messages = kernel.run(
        'const s = widgets.IntSlider(); s.observe(() => { throw new Error("observed"); }, "value");'
    )
    slider = opened(messages, "IntSliderModel")
    errors = [m["content"]["evalue"] for m in move(kernel, slider, 3) if m["msg_type"] == "error"]
    assert errors == ["observed"]
    assert kernel.text("s.value") == "3"


def test_an_error_within_interact_shows_the_cell_and_nothing_of_the_engine(kernel):
    _, messages = kernel.run('interact(({ k }) => { throw new Error(`no such k: ${k}`); }, { k: [0, 10] });')
    (error,) = states(messages, opened(messages, "OutputModel"))[-1]["outputs"]
    text = "\n".join(error["traceback"])
    assert error["evalue"] == "no such k: 5" and "In[" in text
    assert "node:" not in text, text


def test_a_front_end_without_widgets_gets_text_that_says_what_to_install():
    with running() as kernel:
        _, messages = kernel.run('import { widgets } from "tslinen";\nconst s = widgets.IntSlider({ value: 3 });\ns')
        data = messages[-1]["content"]["data"]
        assert WIDGET_VIEW in data and "pip install jupyterlab_widgets" in data["text/plain"]
        say(kernel, "comm_close", {"comm_id": opened(messages, "IntSliderModel"), "data": {}})
        _, messages = kernel.run("s")
        data = messages[-1]["content"]["data"]
        assert list(data) == ["text/plain"] and data["text/plain"].startswith("IntSlider({ value: 3 })\n")


def test_a_notebook_keeps_the_state_of_its_widgets(tmp_path):
    book = notebook(
        'import { interact, plt, widgets } from "tslinen";',
        'widgets.VBox([widgets.IntSlider({ value: 3, description: "n" }), widgets.Image({ value: new Uint8Array([1]) })])',
        "interact(({ k }) => plt.plot([0, k]), { k: [0, 10] });",
    )
    NotebookClient(book, timeout=60, resources={"metadata": {"path": tmp_path}}).execute()
    state = book.metadata.widgets[WIDGET_STATE]["state"]
    view = book.cells[1].outputs[0]["data"][WIDGET_VIEW]
    children = [state[c.removeprefix("IPY_MODEL_")] for c in state[view["model_id"]]["state"]["children"]]
    assert [c["model_name"] for c in children] == ["IntSliderModel", "ImageModel"]
    assert children[0]["state"]["value"] == 3 and children[1]["buffers"][0]["path"] == ["value"]
    outputs = [s["state"]["outputs"] for s in state.values() if s["model_name"] == "OutputModel"]
    assert ("image/png" in outputs[0][0]["data"]) == GIVES_PICTURES, json.dumps(outputs)[:500]

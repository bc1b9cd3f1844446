"""At which exceptions code stops under the debugger."""

import pytest

pytestmark = pytest.mark.node  # A browser lends its debugger to no page.


CAUGHT = "function risky() {\n  throw new RangeError('far');\n}\nlet seen = '';\ntry {\n  risky();\n} catch (e) {\n  seen = String(e);\n}"
UNCAUGHT = {
    "thrown": "function fails() {\n  throw new RangeError('far');\n}\nfails();",
    "of the engine": "const none = JSON.parse('null');\nnone.x;",
    "in an async function": "async function fails() {\n  await null;\n  throw new RangeError('far');\n}\nawait fails();",
    "of the library": 'import { np } from "tslinen";\nnp.ones([2]).reshape([3]);',
}
STOPS_AT = {"thrown": 2, "of the engine": 2, "in an async function": 3, "of the library": 2}


@pytest.mark.parametrize("what", UNCAUGHT)
def test_stops_at_exceptions_that_nothing_catches(client, what):
    client.body("setExceptionBreakpoints", filters=["uncaught"])
    caught = client.run(CAUGHT)
    assert client.reply(caught)["status"] == "ok"
    cell = client.run(UNCAUGHT[what])
    reason, frames = client.stopped()
    assert reason == "exception" and frames[0][1] == STOPS_AT[what]
    client.body("setExceptionBreakpoints", filters=[])
    client.go_on()
    assert client.reply(cell)["status"] == "error"


def test_stops_at_all_exceptions(client):
    client.body("setExceptionBreakpoints", filters=["raised"])
    cell = client.run(CAUGHT)
    reason, frames = client.stopped()
    assert reason == "exception" and frames[0] == ("risky", 2)
    client.body("setExceptionBreakpoints", filters=[])
    client.go_on()
    assert client.reply(cell)["status"] == "ok"

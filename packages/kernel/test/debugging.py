"""A client of the kernel's debugger: requests on the control channel, events on iopub."""

import time
from queue import Empty

from kernel import TIMEOUT

# What a loop calls for the engine to look at variables anew: in an empty one it need not.
PAUSE = "const lock = new Int32Array(new SharedArrayBuffer(4)); const pause = () => Atomics.wait(lock, 0, 0, 1);"


class DebugClient:
    """Speaks the Debug Adapter Protocol with a kernel, as JupyterLab does."""

    def __init__(self, kernel):
        self.kernel = kernel
        self.seq = 0
        self.messages = []

    def ask(self, command, **arguments):
        """Sends a request; returns its response."""
        self.seq += 1
        content = {"type": "request", "seq": self.seq, "command": command, "arguments": arguments}
        message = self.kernel.client.session.msg("debug_request", content)
        self.kernel.client.control_channel.send(message)
        end = time.monotonic() + TIMEOUT
        while True:
            reply = self.kernel.client.get_control_msg(timeout=max(0.01, end - time.monotonic()))
            if reply["parent_header"].get("msg_id") == message["header"]["msg_id"]:
                assert reply["msg_type"] == "debug_reply"
                assert reply["content"]["command"] == command and reply["content"]["type"] == "response"
                return reply["content"]

    def body(self, command, **arguments):
        """Sends a request that succeeds; returns the body of its response."""
        response = self.ask(command, **arguments)
        assert response["success"], response
        return response["body"]

    def start(self):
        self.body("initialize", clientID="test", adapterID="tslinen")
        self.body("attach")
        self.event("initialized")
        self.event("continued")

    def stop(self):
        self.body("disconnect", restart=False, terminateDebuggee=False)
        self.event("terminated")

    def message(self, accept, timeout=TIMEOUT):
        """The first message on iopub that passes a test; others are kept."""
        for index, message in enumerate(self.messages):
            if accept(message):
                return self.messages.pop(index)
        end = time.monotonic() + timeout
        while True:
            try:
                message = self.kernel.client.get_iopub_msg(timeout=max(0.01, end - time.monotonic()))
            except Empty:
                seen = [(m["msg_type"], m["content"]) for m in self.messages if m["msg_type"] != "status"]
                raise AssertionError(f"no such message among {seen}") from None
            if accept(message):
                return message
            self.messages.append(message)

    def event(self, name):
        """The body of the next event of a name."""
        message = self.message(lambda m: m["msg_type"] == "debug_event" and m["content"]["event"] == name)
        return message["content"]["body"]

    def reply(self, msg_id):
        """The reply to a request to run code, once the kernel is idle again."""

        def is_end(message):
            ended = message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"
            return ended and message["parent_header"].get("msg_id") == msg_id

        self.message(is_end)
        while True:
            reply = self.kernel.client.get_shell_msg(timeout=TIMEOUT)
            if reply["parent_header"].get("msg_id") == msg_id:
                return reply["content"]

    def run(self, code):
        """Begins to run a cell; returns the request's identity."""
        return self.kernel.client.execute(code)

    def break_in(self, code, *lines):
        """Sets the breakpoints of a cell; returns its path."""
        path = self.body("dumpCell", code=code)["sourcePath"]
        self.break_at(path, *lines)
        return path

    def break_at(self, path, *lines):
        """Sets the breakpoints of a source; returns the lines where code will stop."""
        body = self.body("setBreakpoints", source={"path": path}, breakpoints=[{"line": line} for line in lines])
        return [(one["line"], one["verified"]) for one in body["breakpoints"]]

    def stopped(self):
        """Waits for code to stop; returns why, and the frames as (name, line)."""
        reason = self.event("stopped")["reason"]
        return reason, self.frames()

    def frames(self):
        self.stack = self.body("stackTrace", threadId=1)["stackFrames"]
        return [(frame["name"], frame["line"]) for frame in self.stack]

    def scope(self, name, frame=0):
        """The variables of a frame's scope, by name."""
        scopes = self.body("scopes", frameId=self.stack[frame]["id"])["scopes"]
        found = next(scope for scope in scopes if scope["name"] == name)
        return self.inside(found)

    def inside(self, holder):
        variables = self.body("variables", variablesReference=holder["variablesReference"])["variables"]
        return {variable["name"]: variable for variable in variables}

    def values(self, name, frame=0):
        return {key: variable["value"] for key, variable in self.scope(name, frame).items()}

    def evaluate(self, expression, frame=0):
        return self.body("evaluate", expression=expression, frameId=self.stack[frame]["id"])["result"]

    def step(self, how):
        self.body(how, threadId=1)
        return self.stopped()

    def go_on(self):
        self.body("continue", threadId=1)

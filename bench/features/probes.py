"""What kernels can do, each tried out in a running one."""

import json
import queue
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

specs = json.loads(sys.argv[1])
folder = Path(tempfile.mkdtemp())


class Kernel:
    def __init__(self, name):
        self.name = name
        self.python = name == "ipykernel"
        self.manager = KernelManager()
        self.manager._kernel_spec = KernelSpec(**specs[name], display_name=name, language="typescript")
        self.manager.start_kernel(cwd=str(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    def run(self, code, timeout=20, **options):
        """The reply to a cell and what it put out; None for a reply that does not come."""
        output = []
        try:
            reply = self.client.execute_interactive(
                code, timeout=timeout, output_hook=output.append, stop_on_error=False, **options
            )
        except (TimeoutError, queue.Empty):
            return None, output
        return reply["content"], output

    def ask(self, send, kind, timeout=5):
        """The content of the reply to a request; an empty one if none comes."""
        sent = send()
        end = time.time() + timeout
        while time.time() < end:
            try:
                message = self.client.get_shell_msg(timeout=1)
            except queue.Empty:
                continue
            if message["parent_header"].get("msg_id") == sent and message["msg_type"] == kind:
                return message["content"]
        return {}

    def stop(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def texts(output):
    return "".join(m["content"]["text"] for m in output if m["msg_type"] == "stream")


def shown(output):
    """What a cell displayed or printed, as text."""
    results = [m["content"]["data"]["text/plain"] for m in output if "data" in m["content"]]
    return "".join([*results, texts(output)])


def types_are_checked(kernel):
    if kernel.python:
        return None
    reply, output = kernel.run('console.log("ran"); const count: number = "many";')
    return reply is not None and reply["status"] == "error" and "ran" not in texts(output)


def errors_say_where(kernel):
    code = "x = 1\nraise ValueError('lost')" if kernel.python else 'const x = 1;\nthrow new RangeError("lost");'
    reply, output = kernel.run(code)
    errors = [m["content"] for m in output if m["msg_type"] == "error"]
    where = "".join("".join(error["traceback"]) for error in errors)
    return bool(errors) and "lost" in errors[0]["evalue"] and "2" in where and reply.get("ename", "") != ""


def goes_on_after_errors(kernel):
    kernel.run("raise ValueError()" if kernel.python else "throw new Error()")
    reply, _ = kernel.run("1 + 1")
    return reply is not None and reply["status"] == "ok"


def documents_on_hover(kernel):
    code = "len" if kernel.python else "[1].map"
    reply = kernel.ask(lambda: kernel.client.inspect(code, len(code)), "inspect_reply")
    text = reply.get("data", {}).get("text/plain", "")
    return reply.get("found", False) and len(text) > 40


def completes(kernel, before=""):
    code = before + ("str.joi" if kernel.python else "Math.ma")
    reply = kernel.ask(lambda: kernel.client.complete(code, len(code)), "complete_reply")
    names = [match.rsplit(".")[-1] for match in reply.get("matches", [])]
    return ("join" in names or "max" in names) and reply.get("cursor_end") == len(code)


def completes_behind_emoji(kernel):
    return completes(kernel, "'🎉' + ")


def stops_and_remembers(kernel):
    kernel.run("kept = 41" if kernel.python else "const kept = 41;")
    sent = kernel.client.execute("while True: pass" if kernel.python else "while (true) {}")
    time.sleep(1)
    kernel.manager.interrupt_kernel()
    end = time.time() + 10
    while time.time() < end:
        try:
            message = kernel.client.get_shell_msg(timeout=1)
        except queue.Empty:
            continue
        if message["parent_header"].get("msg_id") == sent:
            break
    time.sleep(1)
    reply, output = kernel.run("kept + 1", timeout=5)
    return reply is not None and "42" in shown(output)


def shows_several_forms(kernel):
    code = """({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "p", "text/html": "<b>h</b>" }) })"""
    if kernel.python:
        code = "from IPython.display import HTML\nHTML('<b>h</b>')"
    _, output = kernel.run(code)
    bundles = [m["content"]["data"] for m in output if "data" in m["content"]]
    return any({"text/plain", "text/html"} <= set(bundle) for bundle in bundles)


def asks(kernel):
    code = {"ipykernel": 'input("q")', "Deno": 'prompt("q")'}.get(kernel.name, 'await input("q")')
    asked = []

    def answer(message):
        asked.append(message["content"]["prompt"])
        kernel.client.input("a")

    reply, _ = kernel.run(code, allow_stdin=True, stdin_hook=answer)
    return bool(asked) and reply is not None and reply["status"] == "ok"


def remembers_history(kernel):
    reply = kernel.ask(lambda: kernel.client.history(hist_access_type="tail", n=3), "history_reply")
    return len(reply.get("history", [])) > 0


ECHO = {
    "tslinen": """import { comms } from "@tslinen/kernel";
        comms.registerTarget("echo", (comm) => comm.onMessage(({ data }) => comm.send(data)));""",
    "ipykernel": """get_ipython().kernel.comm_manager.register_target(
        "echo", lambda comm, _: comm.on_msg(lambda message: comm.send(message["content"]["data"])))""",
}
OPEN = {
    "tslinen": 'import { comms } from "@tslinen/kernel"; comms.open("page", { n: 1 });',
    "Deno": """await Deno.jupyter.broadcast("comm_open", { comm_id: "c", target_name: "page", data: { n: 1 } });""",
    "ipykernel": 'from comm import create_comm\ncreate_comm(target_name="page", data={"n": 1})',
}


def answers_comms(kernel):
    """A front end opens a comm and says something; the kernel's side answers, and does not close it."""
    kernel.run(ECHO.get(kernel.name, "1"))
    client, about = kernel.client, {"comm_id": "front"}
    for kind, content in [("comm_open", {**about, "target_name": "echo", "data": {}}), ("comm_msg", {**about, "data": {"n": 7}})]:
        client.shell_channel.send(client.session.msg(kind, content))
    end = time.time() + 5
    while time.time() < end:
        try:
            message = client.get_iopub_msg(timeout=1)
        except queue.Empty:
            continue
        if message["msg_type"] in ("comm_msg", "comm_close"):
            return message["msg_type"] == "comm_msg" and message["content"]["data"] == {"n": 7}
    return False


def opens_comms(kernel):
    _, output = kernel.run(OPEN.get(kernel.name, "1"))
    return any(m["msg_type"] == "comm_open" and m["content"]["data"] == {"n": 1} for m in output)


def catches_lost_rejections(kernel):
    code = 'void Promise.reject(new Error("lost"));\nawait new Promise((done) => setTimeout(done, 200));'
    if kernel.python:
        code = "import asyncio\nasync def lose(): raise ValueError('lost')\nt = asyncio.create_task(lose())\nawait asyncio.sleep(0.2)"
    _, output = kernel.run(code)
    return any(m["msg_type"] == "error" and "lost" in m["content"]["evalue"] for m in output)


def reloads_modules(kernel):
    name, code = {
        "ipykernel": ("shape.py", "from shape import sides\nsides"),
        "Deno": ("shape.ts", 'import { sides } from "./shape.ts";\nsides'),
    }.get(kernel.name, ("shape.ts", 'import { sides } from "./shape";\nsides'))
    declaration = "sides = {}\n" if kernel.python else "export const sides: number = {};\n"
    for value in (3, 4):
        (folder / name).write_text(declaration.format(value))
        _, output = kernel.run(code)
        time.sleep(1.1)
    return "4" in shown(output)


PROBES = {
    "types are checked before a cell runs": types_are_checked,
    "errors arrive as errors, with their line": errors_say_where,
    "cells after a failed one run": goes_on_after_errors,
    "documentation on hover": documents_on_hover,
    "completion": completes,
    "completion behind an emoji": completes_behind_emoji,
    "stop ends an endless loop, variables stay": stops_and_remembers,
    "a value is shown in several forms at once": shows_several_forms,
    "a cell can ask for input": asks,
    "history": remembers_history,
    "comms that the page opens are answered": answers_comms,
    "comms that a cell opens reach the page": opens_comms,
    "a lost promise's error shows in its cell": catches_lost_rejections,
    "a changed module is loaded anew": reloads_modules,
}

print(f"{'':44}" + "".join(f"{name:>12}" for name in specs))
for title, probe in PROBES.items():
    row = f"{title:44}"
    for name in specs:
        kernel = Kernel(name)
        try:
            row += f"{ {True: 'yes', False: 'no', None: '-'}[probe(kernel)]:>12}"
        finally:
            kernel.stop()
    print(row, flush=True)

"""What must not break a kernel: many cells, much output, bad messages, clients that vanish."""

import hashlib
import hmac
import json
import os
import statistics
import subprocess
import sys
import time

import psutil
import pytest
import zmq
from kernel import KERNEL, running, stream_text


def memory(kernel):
    """What the kernel holds, with the processes that it started: a browser has one for each page."""
    process = psutil.Process(kernel.manager.provisioner.process.pid)
    return sum(one.memory_info().rss for one in [process, *process.children(recursive=True)]) / 1e6


CELLS = [
    lambda i: f"const v{i % 50} = {i}; v{i % 50} + 1",
    lambda i: f"function f{i % 20}(a: number) {{ return a * {i}; }}\nf{i % 20}(2)",
    lambda i: f"class C{i % 7} {{ n = {i}; m() {{ return this.n; }} }}\nnew C{i % 7}().m()",
    lambda i: 'console.log("line"); let total = 0; for (let i = 0; i < 1000; i++) total += i; total',
    lambda i: f"const wrong{i}: string = {i};",
]


def test_a_thousand_cells(capsys):
    with running() as kernel:
        kernel.text("1")
        time.sleep(4)  # The kernel uses its first pause to take in the types of Node.js.
        times, sizes = [], []
        for i in range(1000):
            start = time.perf_counter()
            reply, _ = kernel.run(CELLS[i % len(CELLS)](i), stop_on_error=False)
            times.append(time.perf_counter() - start)
            assert (reply["status"] == "ok") == (i % len(CELLS) != 4), reply
            if i % 100 == 99:
                sizes.append(memory(kernel))
        first, last = statistics.median(times[:100]), statistics.median(times[-100:])
    with capsys.disabled():
        print(f"\n1000 cells: {sizes[0]:.0f} MB after 100, {sizes[-1]:.0f} MB after 1000;", end=" ")
        print(f"median {first * 1e3:.1f} ms of the first hundred, {last * 1e3:.1f} ms of the last")
    assert sizes[-1] < 1.3 * sizes[0]
    assert last < 1.5 * first


def test_fifty_megabytes_of_output(kernel):
    _, messages = kernel.run('console.log("x".repeat(50e6));', timeout=60)
    text = stream_text(messages)
    assert len(text) == 50_000_001 and text.strip("x") == "\n"
    _, messages = kernel.run('display({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "y".repeat(50e6) }) });', timeout=60)
    assert len(messages[0]["content"]["data"]["text/plain"]) == 50_000_000


def test_a_hundred_thousand_writes(kernel):
    _, messages = kernel.run('for (let i = 0; i < 1e5; i++) console.log(i);', timeout=60)
    assert stream_text(messages) == "".join(f"{i}\n" for i in range(100_000))
    assert len(messages) < 5000


@pytest.mark.node
def test_a_hundred_thousand_writes_to_both_streams_in_turns(kernel):
    _, messages = kernel.run(
        'for (let i = 0; i < 1e4; i++) { process.stdout.write("a"); process.stderr.write("b"); }', timeout=60
    )
    assert stream_text(messages) == "a" * 10_000 and stream_text(messages, "stderr") == "b" * 10_000


@pytest.mark.node
def test_bytes_written_in_the_middle_of_a_character(kernel):
    code = 'const bytes = Buffer.from("é🎉"); process.stdout.write(bytes.subarray(0, 1)); process.stdout.write(bytes.subarray(1, 4)); process.stdout.write(bytes.subarray(4));'
    assert kernel.stream(code) == "é🎉"


def frames(kernel, key=None, header=None, parts=4, delimiter=b"<IDS|MSG>", content=b"{}"):
    key = kernel.manager.session.key if key is None else key
    header = header or json.dumps({"msg_id": "m", "msg_type": "execute_request", "session": "s", "username": "u"}).encode()
    body = [header, b"{}", b"{}", content][:parts]
    signature = hmac.new(key, b"".join(body), hashlib.sha256).hexdigest().encode()
    return [delimiter, signature, *body]


EXECUTE = b'{"code": "globalThis.intruder = 1"}'
BAD = {
    "a wrong signature": lambda k: frames(k, key=b"wrong", content=EXECUTE),
    "no delimiter": lambda k: frames(k, delimiter=b"nothing", content=EXECUTE),
    "too few parts": lambda k: frames(k, parts=3),
    "nothing after the delimiter": lambda k: [b"<IDS|MSG>"],
    "a header that is not JSON": lambda k: frames(k, header=b"\xff{", content=EXECUTE),
    "a header that is null": lambda k: frames(k, header=b"null", content=EXECUTE),
    "a header that is a list": lambda k: frames(k, header=b"[1]", content=EXECUTE),
    "a header without a type": lambda k: frames(k, header=b'{"msg_id": "m"}', content=EXECUTE),
    "content that is a number": lambda k: frames(k, content=b"3"),
    "content that is cut off": lambda k: frames(k, content=EXECUTE[:-3]),
    "an empty message": lambda k: [b""],
}


@pytest.mark.parametrize("channel", ["shell", "control", "stdin"])
@pytest.mark.parametrize("what", BAD)
def test_bad_messages_are_dropped(kernel, what, channel):
    port = kernel.manager.get_connection_info()[f"{channel}_port"]
    with zmq.Context() as context, context.socket(zmq.DEALER) as socket:
        socket.connect(f"tcp://127.0.0.1:{port}")
        socket.send_multipart(BAD[what](kernel))
        assert socket.poll(100) == 0
    assert kernel.text('"intruder" in globalThis') == "false"


@pytest.mark.parametrize(
    "type_,content",
    [
        ("execute_request", b"{}"),
        ("execute_request", b'{"code": 5, "user_expressions": [1], "silent": "no"}'),
        ("complete_request", b'{"code": null, "cursor_pos": "x"}'),
        ("inspect_request", b'{"cursor_pos": -4}'),
        ("inspect_request", b'{"code": "abc", "cursor_pos": 1e9}'),
        ("is_complete_request", b"{}"),
        ("history_request", b'{"hist_access_type": "range", "session": "x", "start": null}'),
        ("comm_msg", b'{"comm_id": 3}'),
        ("comm_open", b"{}"),
        ("no_such_request", b"{}"),
        ("__proto__", b"{}"),
        ("constructor", b"{}"),
    ],
)
def test_odd_contents_are_survived(kernel, type_, content):
    header = json.dumps({"msg_id": "odd", "msg_type": type_, "session": "s", "username": "u"}).encode()
    port = kernel.manager.get_connection_info()["shell_port"]
    with zmq.Context() as context, context.socket(zmq.DEALER) as socket:
        socket.connect(f"tcp://127.0.0.1:{port}")
        socket.send_multipart(frames(kernel, header=header, content=content))
        socket.poll(300)
    assert kernel.text("1 + 1") == "2"


def test_a_client_that_vanishes(kernel):
    for _ in range(5):
        client = kernel.connect()
        client.execute('for (let i = 0; i < 1000; i++) console.log("x".repeat(1000));')
        client.execute("await input('?')", allow_stdin=True)
        client.stop_channels()
        kernel.manager.interrupt_kernel()
    time.sleep(1)
    kernel.manager.interrupt_kernel()
    time.sleep(1)
    assert kernel.text("2 + 2") == "4"


def test_a_client_that_connects_anew_with_its_old_identity(kernel):
    header = json.dumps({"msg_id": "anew", "msg_type": "kernel_info_request", "session": "s", "username": "u"}).encode()
    port = kernel.manager.get_connection_info()["shell_port"]
    with zmq.Context() as context, context.socket(zmq.DEALER) as old, context.socket(zmq.DEALER) as new:
        for socket in (old, new):
            socket.setsockopt(zmq.IDENTITY, b"the same")
            socket.connect(f"tcp://127.0.0.1:{port}")
            socket.send_multipart(frames(kernel, header=header))
            assert socket.poll(10_000)


@pytest.mark.node
@pytest.mark.parametrize("seconds", [0, 2], ids=["before the kernel stands", "later"])
def test_the_kernel_ends_with_the_process_that_started_it(seconds):
    script = f"""
import os, time
from jupyter_client.manager import KernelManager
manager = KernelManager(kernel_name={KERNEL!r})
manager.start_kernel()
time.sleep({seconds})
print(manager.provisioner.pid, flush=True)
os._exit(0)
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as starter:
        pid = int(starter.stdout.readline())
        starter.wait()
    deadline = time.monotonic() + 20
    while psutil.pid_exists(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not psutil.pid_exists(pid)


def test_code_that_is_too_much_for_the_compiler(kernel):
    kernel.run("const survivor = 41;")
    sums = ["1" + "+1" * 4_000, "'a'" + "+'a'" * 4_000, "const a: any = 1; a" + "*a" * 1_000]
    for code in ["type D = " + "[" * 4_000 + "1" + "]" * 4_000 + ";", *sums, "[" * 2_000 + "]" * 2_000]:
        assert kernel.run(code, timeout=60)[0]["status"] in ("ok", "error")
        assert kernel.text("survivor + 1") == "42"

"""Lines between kernels and pages, as the server extension makes them: messages do not wait for each other."""

import asyncio
import socket
from types import SimpleNamespace

import pytest
import tornado.httpserver
import tornado.testing
import tornado.web
import tornado.websocket
from jupyter_server.services.kernels.connection.base import BaseKernelWebsocketConnection
from tslinen_jupyterlab.websockets import CONNECTION, _load_jupyter_server_extension


class PlainConnection(BaseKernelWebsocketConnection):
    """A connection to no kernel, made as the server makes one."""

    def __init__(self, handler):
        self._handler = handler

    @property
    def websocket_handler(self):
        return self._handler

    def connect(self):
        return "connected"


def opened(connection_class):
    """What the server's socket is like once a page has connected, and what connecting gave."""
    seen = {}

    class Handler(tornado.websocket.WebSocketHandler):
        def open(self):
            seen["result"] = connection_class(self).connect()
            stream = self.ws_connection.stream
            seen["nodelay"] = stream.socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            self.close()

    async def visit():
        server = tornado.httpserver.HTTPServer(tornado.web.Application([("/", Handler)]))
        sock, port = tornado.testing.bind_unused_port()
        server.add_socket(sock)
        client = await tornado.websocket.websocket_connect(f"ws://127.0.0.1:{port}/")
        assert await client.read_message() is None
        server.stop()

    asyncio.run(visit())
    return seen


def extended():
    """The class of connections once the extension is loaded."""
    app = SimpleNamespace(web_app=SimpleNamespace(settings={CONNECTION: PlainConnection}))
    _load_jupyter_server_extension(app)
    return app.web_app.settings[CONNECTION]


@pytest.mark.parametrize(("make", "nodelay"), [(lambda: PlainConnection, False), (extended, True)])
def test_what_a_kernel_says_leaves_at_once(make, nodelay):
    seen = opened(make())
    assert seen["result"] == "connected"
    assert bool(seen["nodelay"]) is nodelay


def test_other_classes_of_connections_are_kept():
    assert issubclass(extended(), PlainConnection)

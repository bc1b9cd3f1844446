"""Sends what kernels say to the page at once.

Jupyter's server leaves Nagle's algorithm on: of several short messages that follow each other, such as those around the
answer to a cell, the second waits until the browser has acknowledged the first, which takes it up to 40 ms. A slider asks
anew when it has been answered, so that it moved a figure no more than about twenty times a second.
"""

CONNECTION = "kernel_websocket_connection_class"


def _load_jupyter_server_extension(app):
    base = app.web_app.settings[CONNECTION]

    class PromptConnection(base):
        """A line between a kernel and a page whose messages do not wait for each other."""

        def connect(self):
            self.websocket_handler.set_nodelay(True)
            return super().connect()

    app.web_app.settings[CONNECTION] = PromptConnection

"""A TypeScript kernel for JupyterLite: it runs in the browser."""


def _jupyter_labextension_paths():
    return [{"src": "labextension", "dest": "@tslinen/lite"}]

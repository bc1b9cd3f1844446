"""Figures, formulas and an activation explorer for JupyterLab."""


def _jupyter_labextension_paths():
    return [{"src": "labextension", "dest": "@tslinen/jupyterlab"}]


def _jupyter_server_extension_points():
    return [{"module": "tslinen_jupyterlab.websockets"}]

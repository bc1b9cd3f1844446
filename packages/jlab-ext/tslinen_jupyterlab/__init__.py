"""Figures, formulas and an activation explorer for JupyterLab."""


def _jupyter_labextension_paths():
    return [{"src": "labextension", "dest": "@tslinen/jupyterlab"}]

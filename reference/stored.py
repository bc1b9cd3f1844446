"""How reference numbers are stored: arrays bit by bit, in JSON files under reference/data."""

import base64
import json
from pathlib import Path

import numpy as np


def stored(value):
    """The dtype, shape and bytes (little-endian, base64) of an array."""
    array = np.ascontiguousarray(np.asarray(value))
    little = array.astype(array.dtype.newbyteorder("<"))
    shape = list(np.asarray(value).shape)
    return {"dtype": str(array.dtype), "shape": shape, "bytes": base64.b64encode(little.tobytes()).decode()}


def write(name, data):
    """Writes one entry a line, so that a change shows where it is."""
    path = Path(__file__).parent / "data" / f"{name}.json"
    if isinstance(data, list):
        lines = ",\n".join(json.dumps(entry) for entry in data)
        path.write_text(f"[\n{lines}\n]\n")
    else:
        lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(entry)}" for key, entry in data.items())
        path.write_text(f"{{\n{lines}\n}}\n")
    print(f"{path.name}: {len(data)} entries, {path.stat().st_size / 1e3:.0f} kB")

"""Numbers, lengths, places and colours as they are written down."""

import math
import warnings

import numpy as np
from matplotlib import colors


def number(value):
    """JSON has no NaN or infinity: they are written as strings."""
    value = float(value)
    if math.isfinite(value):
        return float(f"{value:.9g}")
    return str(value)


def numbers(values):
    return [number(v) for v in np.asarray(values, float).ravel()]


def rgba(color):
    """A colour as '#rrggbbaa', or None where nothing is painted."""
    if color is None or (isinstance(color, str) and color == "none"):
        return None
    value = colors.to_rgba(color)
    return None if value[3] == 0 else colors.to_hex(value, keep_alpha=True)


def px(points, fig):
    return number(points * fig.dpi / 72)


def box(bounds, fig):
    """A bounding box as left, top, width, height in pixels from the figure's upper left corner."""
    return numbers([bounds.x0, fig.bbox.height - bounds.y1, bounds.width, bounds.height])


def points(path_or_xy, transform, fig):
    """Data positions in pixels from the figure's upper left corner; positions that are not finite become None."""
    xy = np.ma.filled(np.ma.asarray(path_or_xy, float), np.nan)
    if xy.size == 0:
        return []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        out = transform.transform(xy)
    return [
        [number(x), number(fig.bbox.height - y)] if math.isfinite(x) and math.isfinite(y) else None
        for x, y in out
    ]

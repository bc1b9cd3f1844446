"""Axes: their limits, ticks, frames, and what is on them."""

import numpy as np
from matplotlib import container
from matplotlib.axes._secondary_axes import SecondaryAxis
from matplotlib.legend import Legend

from decisions.artists import artists
from decisions.measures import box, number, numbers, points, px, rgba
from decisions.texts import arrow, legend, table, text


def axis(axis_, fig):
    place = axis_.get_transform().transform
    low, high = sorted(place(np.asarray(axis_.get_view_interval(), float)))
    slack = (high - low) * 1e-10

    def inside(value):
        return low - slack <= place(np.asarray([value], float))[0] <= high + slack

    texts = [(t.label2 if t.label2.get_visible() else t.label1).get_text() for t in axis_.get_major_ticks()]
    ticks = [
        (t, label)
        for t, label in zip(axis_.get_majorticklocs(), texts)
        if inside(t)
    ]
    minor = [t for t in axis_.get_minorticklocs() if inside(t)]
    written = [t.label1.get_text() for t in axis_.get_minor_ticks() if inside(t.get_loc())]
    shown = [t for t in axis_.get_major_ticks() if t.get_visible()]
    first = shown[0] if shown else None
    label_shown = bool(first and (first.label1.get_visible() or first.label2.get_visible()))
    ends = np.asarray(axis_.get_view_interval(), float)

    def exact(values):
        """Numbers with the digits that tell them apart where the limits lie far from zero, as those of dates do."""
        far = np.abs(ends).max() > 100 * np.ptp(ends) > 0
        return [float(f"{v:.15g}") for v in values] if far else numbers(values)

    return {
        "limits": exact(ends),
        "scale": axis_.get_scale(),
        "ticks": exact([t for t, _ in ticks]),
        "labels": [label for _, label in ticks] if label_shown else [],
        "minor": len(minor),
        **({"minorLabels": written} if any(written) and axis_.get_scale() == "linear" else {}),
        "offset": axis_.get_offset_text().get_text(),
        "label": text(axis_.label, fig) if axis_.label.get_text() else None,
        "grid": bool(first and first.gridline.get_visible()),
        "gridZorder": number(axis_.get_zorder()) if first and first.gridline.get_visible() else None,
        "tickSize": px(first.label1.get_fontsize(), fig) if first else None,
        "tickLength": px(first.tick1line.get_markersize(), fig) if first else None,
        "visible": bool(axis_.get_visible()),
    }


def moved_spines(ax, fig):
    """Where the lines of the frame that are not at its edge lie, in pixels from the left or the top of the figure."""
    found = {}
    for side, spine in ax.spines.items():
        if side not in ("left", "right", "top", "bottom") or spine.get_position() == ("outward", 0.0):
            continue
        x, y = points(spine.get_path().vertices, spine.get_transform(), fig)[0]
        found[side] = x if side in ("left", "right") else y
    return found


def polar_labels(ax, fig):
    """The labels of the ticks of polar axes, which stand anywhere about them."""
    found = []
    for axis_ in (ax.xaxis, ax.yaxis):
        low, high = sorted(axis_.get_view_interval())
        shown = [t.label1 for t in axis_.get_major_ticks() if low - 1e-9 <= t.get_loc() <= high + 1e-9]
        found += [text(label, fig) for label in shown if label.get_visible() and label.get_text()]
    return found


def axes(ax, fig):
    texts = [text(t, fig) for t in ax.texts if t.get_text()]
    arrows = [arrow(t, fig) for t in ax.texts if getattr(t, "arrow_patch", None)]
    titles = {
        place: text(t, fig)
        for place, t in (("left", ax._left_title), ("center", ax.title), ("right", ax._right_title))
        if t.get_text()
    }
    others = [child for child in ax.artists if isinstance(child, Legend) and child is not ax.get_legend()]
    return {
        "box": box(ax.get_window_extent(), fig),
        "x": axis(ax.xaxis, fig),
        "y": axis(ax.yaxis, fig),
        "frame": bool(ax.get_frame_on() and ax.axison),
        "spines": [name for name, spine in ax.spines.items() if spine.get_visible() and ax.axison and name != "outline"],
        "spinesMoved": moved_spines(ax, fig),
        "face": rgba(ax.get_facecolor()),
        "aspect": str(ax.get_aspect()),
        "titles": titles,
        "texts": texts,
        **({"arrows": arrows} if arrows else {}),
        "legend": legend(ax.get_legend(), fig),
        **({"otherLegends": [legend(other, fig) for other in others]} if others else {}),
        "artists": artists(ax, fig),
        "bars": [[len(c.patches), str(c.get_label())] for c in ax.containers if isinstance(c, container.BarContainer)],
        "colorbar": bool(getattr(ax, "_colorbar", None)),
        **({"tables": [table(t, fig) for t in ax.tables]} if ax.tables else {}),
        **({"polar": polar_labels(ax, fig)} if ax.name == "polar" else {}),
        **({"secondary": True} if isinstance(ax, SecondaryAxis) else {}),
    }

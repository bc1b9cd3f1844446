"""What matplotlib decided about a figure: limits, ticks, places, sizes in pixels from the upper left corner, colours."""

import math
import warnings

import matplotlib.image
import numpy as np
from matplotlib.axes._secondary_axes import SecondaryAxis
from matplotlib import collections, colors, container, lines, patches, quiver


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


def text(t, fig):
    found = {
        "text": t.get_text(),
        "size": px(t.get_fontsize(), fig),
        "color": rgba(t.get_color()),
        "weight": str(t.get_fontweight()),
        "rotation": number(t.get_rotation()),
        "align": [t.get_ha(), t.get_va()],
        "at": points([t.get_position()], t.get_transform(), fig)[0],
    }
    if "\n" in t.get_text() and t.get_rotation() == 0:
        # Where the first line begins to be written, by its baseline.
        first = t._get_layout(fig.canvas.get_renderer())[1][0]
        found["baseline"] = number(found["at"][1] - first[-1][1])
    return found


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
        "offset": axis_.get_offset_text().get_text(),
        "label": text(axis_.label, fig) if axis_.label.get_text() else None,
        "grid": bool(first and first.gridline.get_visible()),
        "gridZorder": number(axis_.get_zorder()) if first and first.gridline.get_visible() else None,
        "tickSize": px(first.label1.get_fontsize(), fig) if first else None,
        "tickLength": px(first.tick1line.get_markersize(), fig) if first else None,
        "visible": bool(axis_.get_visible()),
    }


def dashes(line):
    offset, pattern = line._unscaled_dash_pattern
    return numbers(pattern) if pattern else []


def markers_rgba(color, artist):
    """The colour of a line's markers, which has the line's opacity where it has one."""
    nothing = color is None or (isinstance(color, str) and color == "none")
    return None if nothing else rgba(colors.to_rgba(color, artist.get_alpha()))


def line(artist, fig):
    marker = artist.get_marker()
    has_marker = marker not in (None, "None", "none", " ", "")
    drawn = artist.get_linestyle() not in ("None", "none", " ", "")
    found = {
        "kind": "line",
        "color": rgba(colors.to_rgba(artist.get_color(), artist.get_alpha())) if drawn else None,
        "width": px(artist.get_linewidth(), fig) if drawn else None,
        "dashes": dashes(artist) if drawn else [],
        "marker": str(marker) if has_marker else None,
        "zorder": number(artist.get_zorder()),
        "label": str(artist.get_label()),
    }
    if has_marker:
        found["markerSize"] = px(artist.get_markersize(), fig)
        found["face"] = markers_rgba(artist.get_markerfacecolor(), artist)
        found["edge"] = markers_rgba(artist.get_markeredgecolor(), artist)
        found["edgeWidth"] = px(artist.get_markeredgewidth(), fig)
    xy = np.column_stack([np.ma.filled(np.ma.asarray(a, float), np.nan) for a in artist.get_data(orig=False)])
    found["points"] = sample(points(xy, artist.get_transform(), fig))
    if has_marker and artist.get_markevery() is not None:
        path, affine = artist._get_transformed_path().get_transformed_points_and_affine()
        marked = lines._mark_every_path(artist.get_markevery(), path, affine, artist.axes)
        found["marked"] = sample(points(marked.vertices, affine, fig))
    if artist._unscaled_dash_pattern[0]:
        found["dashOffset"] = number(artist._unscaled_dash_pattern[0])
    return found


def sample(values, most=60):
    """All of a short list, else some of it, the ends included."""
    if len(values) <= most:
        return values
    return [values[i] for i in np.linspace(0, len(values) - 1, most).round().astype(int)]


def patch(artist, fig):
    found = {
        "kind": type(artist).__name__.lower(),
        "face": rgba(artist.get_facecolor()) if artist.get_fill() else None,
        "edge": rgba(artist.get_edgecolor()),
        "width": px(artist.get_linewidth(), fig),
        "zorder": number(artist.get_zorder()),
        "label": str(artist.get_label()),
    }
    if isinstance(artist, patches.Rectangle) and artist.angle == 0 and artist.axes.name != "polar":
        found["box"] = box(artist.get_window_extent(), fig)
    else:
        found["points"] = sample(points(artist.get_path().vertices, artist.get_transform(), fig))
    return found


def collection(artist, fig):
    found = {
        "kind": type(artist).__name__.lower(),
        "faces": [rgba(c) for c in sample(list(artist.get_facecolor()))],
        "edges": [rgba(c) for c in sample(list(artist.get_edgecolor()))],
        "widths": [px(w, fig) for w in artist.get_linewidths()],
        "zorder": number(artist.get_zorder()),
        "label": str(artist.get_label()),
    }
    if isinstance(artist, collections.PathCollection):
        found["sizes"] = [px(math.sqrt(s), fig) for s in sample(list(artist.get_sizes()))]
        found["points"] = sample(points(artist.get_offsets(), artist.get_offset_transform(), fig))
    elif isinstance(artist, quiver.Quiver):
        # Outlines are in pixels about the places.
        at = points(artist.get_offsets(), artist.get_offset_transform(), fig)
        found["points"] = at
        found["paths"] = [
            [[number(x + dx), number(y - dy)] for dx, dy in artist.get_transform().transform(p.vertices)]
            for (x, y), p in zip(at, artist.get_paths())
        ]
    elif isinstance(artist, collections.PolyCollection) and len(artist.get_offsets()) > 1:
        found["kind"] = "hexagons"
        found["faces"] = [rgba(c) for c in artist.get_facecolor()]
        found["points"] = sample(points(artist.get_offsets(), artist.get_offset_transform(), fig))
    elif isinstance(artist, collections.PolyCollection) and artist.get_array() is not None:
        found["kind"] = "triangles"
        found["faces"] = [rgba(c) for c in artist.get_facecolor()]
        found["points"] = sample(points(artist.get_paths()[0].vertices, artist.get_transform(), fig))
    elif isinstance(artist, collections.QuadMesh):
        found["points"] = sample(points(artist.get_coordinates().reshape(-1, 2), artist.get_transform(), fig))
    else:
        paths = artist.get_paths()
        found["paths"] = [sample(points(p.vertices, artist.get_transform(), fig)) for p in paths[:40]]
        if len(paths) > 40:
            # Of very many paths the first are compared.
            for name, shades in (("faces", artist.get_facecolor()), ("edges", artist.get_edgecolor())):
                found[name] = [rgba(c) for c in list(shades)[:40]]
            found["widths"] = found["widths"][:40]
        found["codes"] = [None if p.codes is None else sample(p.codes.tolist()) for p in paths[:40]]
    if hasattr(artist, "levels"):
        found["levels"] = numbers(artist.levels)
    return found


def image(artist, fig):
    data = artist.get_array()
    rgba_ = artist.to_rgba(data, bytes=True, norm=True)
    return {
        "kind": "image",
        "shape": list(data.shape),
        "extent": numbers(artist.get_extent()),
        "clim": numbers(artist.get_clim()) if data.ndim == 2 else None,
        "origin": artist.origin,
        "alpha": None if artist.get_alpha() is None else number(artist.get_alpha()),
        "corners": [rgba_[i, j].tolist() for i, j in ((0, 0), (0, -1), (-1, 0), (-1, -1))],
        "zorder": number(artist.get_zorder()),
    }


def legend(found, fig):
    if found is None:
        return None
    renderer = fig.canvas.get_renderer()
    chosen = found._loc_real if isinstance(found._loc_real, int) else None
    frame = found.get_frame()
    place = box(frame.get_window_extent(renderer), fig)
    if chosen == 0:
        chosen = best(found, renderer)
    return {
        "loc": chosen,
        "box": place,
        "texts": [t.get_text() for t in found.get_texts()],
        "title": found.get_title().get_text(),
        "frame": bool(found.get_frame_on()),
        "columns": found._ncols,
        "size": px(found.get_texts()[0].get_fontsize(), fig) if found.get_texts() else None,
        "face": rgba(frame.get_facecolor()),
        "edge": rgba(frame.get_edgecolor()),
    }


def best(found, renderer):
    """The location code whose place is the one that 'best' chose."""
    bbox = found.get_window_extent(renderer)
    for code in range(1, 11):
        x, y = found._get_anchored_bbox(code, bbox, found.get_bbox_to_anchor(), renderer)
        if abs(x - bbox.x0) < 1 and abs(y - bbox.y0) < 1:
            return code
    raise ValueError("the legend is at none of the ten places")


def artists(ax, fig):
    """The data artists of an axes, in the order in which they were made."""
    found = []
    for child in ax.get_children():
        if child in ax.spines.values() or child is ax.patch or child in (ax.xaxis, ax.yaxis):
            continue
        if isinstance(child, lines.Line2D):
            found.append(line(child, fig))
        elif isinstance(child, matplotlib.image.AxesImage):
            found.append(image(child, fig))
        elif isinstance(child, collections.Collection):
            found.append(collection(child, fig))
        elif isinstance(child, patches.Patch):
            found.append(patch(child, fig))
    return found


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


def table(found, fig):
    """The cells of a table, without those of no size, by row and column."""
    renderer = fig.canvas.get_renderer()
    return [
        {
            "at": list(at),
            "box": box(cell.get_window_extent(renderer), fig),
            "face": rgba(cell.get_facecolor()),
            "edge": rgba(cell.get_edgecolor()),
            "edges": cell.visible_edges,
            "text": text(cell.get_text(), fig) if cell.get_text().get_text() else None,
        }
        for at, cell in sorted(found.get_celld().items())
    ]


def axes(ax, fig):
    texts = [text(t, fig) for t in ax.texts if t.get_text()]
    titles = {
        place: text(t, fig)
        for place, t in (("left", ax._left_title), ("center", ax.title), ("right", ax._right_title))
        if t.get_text()
    }
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
        "legend": legend(ax.get_legend(), fig),
        "artists": artists(ax, fig),
        "bars": [[len(c.patches), str(c.get_label())] for c in ax.containers if isinstance(c, container.BarContainer)],
        "colorbar": bool(getattr(ax, "_colorbar", None)),
        **({"tables": [table(t, fig) for t in ax.tables]} if ax.tables else {}),
        **({"polar": polar_labels(ax, fig)} if ax.name == "polar" else {}),
        **({"secondary": True} if isinstance(ax, SecondaryAxis) else {}),
    }


def parts(fig, whole):
    """The parts of a figure, and theirs: where they are, and what is behind them."""
    return [
        found
        for part in fig.subfigs
        for found in [{"box": box(part.bbox, whole), "face": rgba(part.get_facecolor())}, *parts(part, whole)]
    ]


def figure_texts(fig):
    """What is written on a figure and its parts beside axes, titles excluded unless they are those of parts."""
    own = [t for t in fig.texts if t is not getattr(fig, "_suptitle", None) or fig.figure is not fig]
    return [*own, *(t for part in fig.subfigs for t in figure_texts(part))]


def figure(fig):
    fig.canvas.draw()
    written = [text(t, fig) for t in figure_texts(fig) if t.get_text()]
    return {
        "size": numbers([fig.bbox.width, fig.bbox.height]),
        "face": rgba(fig.get_facecolor()),
        "legend": legend(fig.legends[-1] if fig.legends else None, fig),
        "suptitle": text(fig._suptitle, fig) if fig._suptitle else None,
        **({"texts": written} if written else {}),
        **({"parts": parts(fig, fig)} if fig.subfigs else {}),
        "axes": [axes(ax, fig) for ax in [*fig.axes, *(child for ax in fig.axes for child in ax.child_axes)]],
    }

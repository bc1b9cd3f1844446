"""What is drawn on axes: lines, patches, collections, images."""

import math

import matplotlib.image
import numpy as np
from matplotlib import collections, colors, lines, patches, quiver
from matplotlib.transforms import Affine2D, IdentityTransform

from decisions.measures import box, number, numbers, points, px, rgba


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
        outline = artist.get_path()
        # Of curves the places that they go through count, not those that they are bent towards.
        if has_curves(outline):
            drawn = artist.get_transform().transform_path(outline).to_polygons(closed_only=False)
            vertices, placed = np.concatenate(drawn or [np.empty((0, 2))]), IdentityTransform()
        else:
            vertices, placed = outline.vertices, artist.get_transform()
        found["points"] = sample(points(vertices, placed, fig))
    return found


def has_curves(path):
    return path.codes is not None and bool(np.isin(path.codes, [path.CURVE3, path.CURVE4]).any())


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
    elif isinstance(artist, (quiver.Quiver, quiver.Barbs)):
        # Outlines are in pixels about the places.
        at = points(artist.get_offsets(), artist.get_offset_transform(), fig)
        found["points"] = at
        found["paths"] = [
            [[number(x + dx), number(y - dy)] for dx, dy in outlined(artist, p)]
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
    if hasattr(artist, "levels") and artist.filled and any(artist.hatches):
        # Bands with patterns are painted one by one, not by what the whole has for colours.
        found["faces"] = [rgba(c) for c in artist.to_rgba(artist.cvalues, artist.get_alpha())]
    if hasattr(artist, "levels"):
        found["levels"] = numbers(artist.levels)
    return found


def outlined(artist, path):
    """The corners of an arrow or a barb about its place, in pixels."""
    sized = path.transformed(Affine2D(artist.get_transforms()[0])) if isinstance(artist, quiver.Barbs) else path
    return artist.get_transform().transform(sized.vertices)


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

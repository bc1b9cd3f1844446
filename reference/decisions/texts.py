"""Texts, legends and the cells of tables."""

import numpy as np

from decisions.measures import box, number, points, px, rgba


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


def arrow(t, fig):
    """The path of an annotation's arrow, its curves as straight pieces, one list to each part of it."""
    paths, _ = t.arrow_patch._get_path_in_displaycoord()
    return [
        [[number(x), number(fig.bbox.height - y)] for x, y in piece[np.linspace(0, len(piece) - 1, min(40, len(piece))).round().astype(int)]]
        for path in (paths if isinstance(paths, (list, tuple)) else [paths])
        for piece in path.to_polygons(closed_only=False)
    ]


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

"""What matplotlib decided about a figure: limits, ticks, places, sizes in pixels from the upper left corner, colours."""

from decisions.axes import axes
from decisions.measures import box, numbers, rgba
from decisions.texts import legend, text


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
        **({"otherLegends": [legend(found, fig) for found in fig.legends[:-1]]} if fig.legends[1:] else {}),
        "suptitle": text(fig._suptitle, fig) if fig._suptitle else None,
        **({"texts": written} if written else {}),
        **({"parts": parts(fig, fig)} if fig.subfigs else {}),
        "axes": [axes(ax, fig) for ax in [*fig.axes, *(child for ax in fig.axes for child in ax.child_axes)]],
    }

"""Forty charts of the kinds in Altair's gallery, written as a notebook whose outputs Altair itself made.

Usage: python gallery.py notebook.ipynb

Each chart is named after the page of https://altair-viz.github.io/gallery/ whose kind it is. The data are made here, so
that nothing is loaded. Outputs are what Altair's "mimetype" renderer sends.
"""

import json
import math
import random
import sys
from datetime import date, timedelta

import altair as alt

random.seed(1)
alt.renderers.enable("mimetype")

makes = ["Alpha", "Beta", "Gamma"]
cars = alt.Data(
    values=[
        {
            "make": makes[i % 3],
            "power": round(60 + 140 * random.random(), 1),
            "range": round(10 + 30 * random.random(), 1),
            "weight": round(1500 + 3000 * random.random()),
            "year": 1970 + i % 12,
        }
        for i in range(240)
    ]
)
start = date(2020, 1, 1)
prices = alt.Data(
    values=[
        {
            "date": (start + timedelta(days=7 * week)).isoformat(),
            "symbol": symbol,
            "price": round(100 + 30 * math.sin(week / (5 + k)) + 3 * random.random() + 2 * k * week / 10, 2),
        }
        for k, symbol in enumerate(["AAA", "BBB", "CCC"])
        for week in range(104)
    ]
)
letters = alt.Data(values=[{"a": chr(65 + i), "b": (i * 37) % 71 + 5} for i in range(9)])
sites = alt.Data(
    values=[
        {"site": site, "variety": variety, "yield": round(20 + 30 * random.random(), 1), "year": year}
        for site in ["North", "South", "East"]
        for variety in ["red", "green", "blue", "white"]
        for year in [1, 2]
    ]
)
wave = alt.Data(values=[{"x": i / 5, "f": math.sin(i / 5)} for i in range(100)])
grid = alt.Data(values=[{"x": x, "y": y, "z": x * x + y * y} for x in range(-5, 6) for y in range(-5, 6)])
spans = alt.Data(values=[{"task": t, "start": s, "end": e} for t, s, e in [("A", 1, 3), ("B", 3, 8), ("C", 8, 10)]])
people = alt.Data(
    values=[
        {"age": 5 * a, "sex": s, "people": round(1000 * math.exp(-a / 12) * (1 + 0.1 * random.random()))}
        for a in range(18)
        for s in ["F", "M"]
    ]
)

q, n, o, t = ":Q", ":N", ":O", ":T"


def simple_bar_chart():
    return alt.Chart(letters).mark_bar().encode(x="a" + n, y="b" + q)


def simple_heatmap():
    return alt.Chart(grid).mark_rect().encode(x="x" + o, y="y" + o, color="z" + q)


def simple_histogram():
    return alt.Chart(cars).mark_bar().encode(alt.X("power" + q, bin=True), y="count()")


def simple_line_chart():
    return alt.Chart(wave).mark_line().encode(x="x" + q, y="f" + q)


def simple_scatter_tooltips():
    return (
        alt.Chart(cars)
        .mark_circle(size=60)
        .encode(x="power" + q, y="range" + q, color="make" + n, tooltip=["make" + n, "year" + q])
        .interactive()
    )


def simple_stacked_bar_chart():
    return alt.Chart(sites).mark_bar().encode(x="variety" + n, y="sum(yield)" + q, color="site" + n)


def strip_plot():
    return alt.Chart(cars).mark_tick().encode(x="power" + q, y="year" + o)


def bar_chart_with_labels():
    base = alt.Chart(letters).encode(x="b" + q, y=alt.Y("a" + n, sort="-x"), text="b" + q)
    return base.mark_bar() + base.mark_text(align="left", dx=2)


def bar_chart_with_highlighted_bar():
    colour = alt.condition(alt.datum.a == "D", alt.value("orange"), alt.value("steelblue"))
    return alt.Chart(letters).mark_bar().encode(x="a" + n, y="b" + q, color=colour)


def bar_chart_with_mean_line():
    base = alt.Chart(letters)
    return base.mark_bar().encode(x="a" + n, y="b" + q) + base.mark_rule(color="red").encode(y="mean(b)" + q)


def grouped_bar_chart():
    return alt.Chart(sites).mark_bar().encode(x="site" + n, y="sum(yield)" + q, color="site" + n, column="variety" + n)


def grouped_bar_chart_with_offset():
    return alt.Chart(sites).mark_bar().encode(x="variety" + n, xOffset="site" + n, y="mean(yield)" + q, color="site" + n)


def normalized_stacked_bar_chart():
    return alt.Chart(sites).mark_bar().encode(x=alt.X("sum(yield)" + q, stack="normalize"), y="variety" + n, color="site" + n)


def diverging_population_bar_chart():
    signed = alt.expr.if_(alt.datum.sex == "F", -alt.datum.people, alt.datum.people)
    return (
        alt.Chart(people)
        .transform_calculate(signed=signed)
        .mark_bar()
        .encode(x="signed" + q, y=alt.Y("age" + o, sort="descending"), color="sex" + n)
    )


def multi_series_line():
    return alt.Chart(prices).mark_line().encode(x="date" + t, y="price" + q, color="symbol" + n, strokeDash="symbol" + n)


def line_with_points():
    return alt.Chart(cars).mark_line(point=True).encode(x="year" + o, y="mean(range)" + q, color="make" + n)


def step_chart():
    return alt.Chart(prices).mark_line(interpolate="step-after").encode(x="date" + t, y="price" + q).transform_filter(
        alt.datum.symbol == "AAA"
    )


def line_with_ci():
    line = alt.Chart(cars).mark_line().encode(x="year" + o, y="mean(range)" + q)
    return alt.Chart(cars).mark_errorband(extent="ci").encode(x="year" + o, y="range" + q) + line


def cumulative_count():
    return (
        alt.Chart(cars)
        .transform_window(cumulative="count()", sort=[{"field": "power"}])
        .mark_area()
        .encode(x="power" + q, y="cumulative" + q)
    )


def trellis_area():
    return alt.Chart(prices).mark_area().encode(x="date" + t, y="price" + q, color="symbol" + n, row="symbol" + n).properties(
        height=70
    )


def stacked_area():
    return alt.Chart(prices).mark_area().encode(x="date" + t, y="price" + q, color="symbol" + n)


def streamgraph():
    return alt.Chart(prices).mark_area().encode(
        x="yearmonth(date)" + t, y=alt.Y("sum(price)" + q, stack="center", axis=None), color="symbol" + n
    )


def gradient_area():
    colour = alt.Gradient(
        gradient="linear", x1=1, x2=1, y1=1, y2=0,
        stops=[alt.GradientStop(color="white", offset=0), alt.GradientStop(color="darkgreen", offset=1)],
    )
    return alt.Chart(wave).mark_area(line={"color": "darkgreen"}, color=colour).encode(x="x" + q, y="f" + q)


def binned_scatterplot():
    return alt.Chart(cars).mark_circle().encode(
        alt.X("power" + q, bin=True), alt.Y("range" + q, bin=True), size="count()"
    )


def bubble_plot():
    return alt.Chart(cars).mark_point().encode(x="power" + q, y="range" + q, size="weight" + q)


def scatter_matrix():
    return (
        alt.Chart(cars)
        .mark_circle()
        .encode(alt.X(alt.repeat("column"), type="quantitative"), alt.Y(alt.repeat("row"), type="quantitative"), color="make" + n)
        .properties(width=110, height=110)
        .repeat(row=["power", "range"], column=["range", "weight"])
    )


def scatter_with_loess():
    points = alt.Chart(cars).mark_point().encode(x="power" + q, y="range" + q)
    return points + points.transform_loess("power", "range").mark_line(color="firebrick")


def scatter_linked_brush():
    brush = alt.selection_interval()
    base = (
        alt.Chart(cars)
        .mark_point()
        .encode(y="range" + q, color=alt.when(brush).then("make" + n).otherwise(alt.value("lightgray")))
        .properties(width=200, height=200)
    )
    return base.encode(x="power" + q).add_params(brush) | base.encode(x="weight" + q)


def scatter_with_histogram():
    points = alt.Chart(cars).mark_point().encode(x="power" + q, y="range" + q)
    bars = alt.Chart(cars).mark_bar().encode(alt.X("power" + q, bin=True), y="count()").properties(height=60)
    return bars & points


def interval_selection():
    brush = alt.selection_interval(encodings=["x"])
    base = alt.Chart(prices).mark_area().encode(x="date" + t, y="price" + q).properties(width=400, height=150)
    return base.encode(x=alt.X("date" + t).scale(domain=brush)) & base.properties(height=50).add_params(brush)


def interactive_legend():
    picked = alt.selection_point(fields=["symbol"], bind="legend")
    return (
        alt.Chart(prices)
        .mark_line()
        .encode(x="date" + t, y="price" + q, color="symbol" + n, opacity=alt.when(picked).then(alt.value(1)).otherwise(alt.value(0.2)))
        .add_params(picked)
    )


def slider_cutoff():
    cutoff = alt.param(value=20, bind=alt.binding_range(min=10, max=40, step=1, name="cutoff "))
    return (
        alt.Chart(cars)
        .mark_point()
        .encode(x="power" + q, y="range" + q, color=alt.when(alt.datum.range < cutoff).then(alt.value("red")).otherwise(alt.value("blue")))
        .add_params(cutoff)
    )


def multiline_tooltip():
    nearest = alt.selection_point(nearest=True, on="pointerover", fields=["x"], empty=False)
    line = alt.Chart(wave).mark_line().encode(x="x" + q, y="f" + q)
    rule = alt.Chart(wave).mark_rule().encode(x="x" + q, opacity=alt.when(nearest).then(alt.value(0.4)).otherwise(alt.value(0)))
    return line + rule.add_params(nearest)


def boxplot():
    return alt.Chart(cars).mark_boxplot(extent="min-max").encode(x="make" + n, y="power" + q)


def violin_plot():
    return (
        alt.Chart(cars)
        .transform_density("power", as_=["power", "density"], groupby=["make"])
        .mark_area(orient="horizontal")
        .encode(x=alt.X("density" + q).stack("center").axis(None), y="power" + q, color="make" + n, column="make" + n)
        .properties(width=90)
    )


def errorbars_with_std():
    bars = alt.Chart(sites).mark_errorbar(extent="stdev").encode(x="yield" + q, y="variety" + n)
    return bars + alt.Chart(sites).mark_point(filled=True).encode(x="mean(yield)" + q, y="variety" + n)


def pie_chart_with_labels():
    base = alt.Chart(letters).encode(theta=alt.Theta("b" + q, stack=True), color="a" + n)
    return base.mark_arc(outerRadius=100) + base.mark_text(radius=120).encode(text="a" + n)


def radial_chart():
    return alt.Chart(letters).mark_arc(innerRadius=20).encode(
        theta=alt.Theta("b" + q, stack=True), radius=alt.Radius("b" + q).scale(type="sqrt", zero=True), color="a" + n
    )


def gantt_chart():
    return alt.Chart(spans).mark_bar().encode(x="start" + q, x2="end", y="task" + n)


def polynomial_fit():
    base = alt.Chart(wave).mark_point().encode(x="x" + q, y="f" + q)
    fits = [base.transform_regression("x", "f", method="poly", order=order).mark_line() for order in (1, 3, 5)]
    return alt.layer(base, *fits)


def wheat_wages():
    bars = alt.Chart(letters).mark_bar(color="#aaa").encode(x="a" + n, y="b" + q)
    line = alt.Chart(letters).mark_line(color="crimson").encode(x="a" + n, y=alt.Y("b" + q).scale(type="log"))
    return alt.layer(bars, line).resolve_scale(y="independent").properties(title="Two axes", width="container")


charts = [value for value in list(globals().values()) if getattr(value, "__module__", None) == "__main__" and callable(value)]


def cell(make):
    bundle, metadata = make()._repr_mimebundle_() or ({}, {})
    return {
        "cell_type": "code",
        "execution_count": 1,
        "id": make.__name__[:60].replace("_", "-"),
        "metadata": {},
        "source": make.__name__,
        "outputs": [{"output_type": "display_data", "data": bundle, "metadata": metadata}],
    }


def main(path):
    notebook = {
        "cells": [cell(make) for make in charts],
        "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    with open(path, "w") as file:
        json.dump(notebook, file)
    print(f"{len(charts)} charts")


main(sys.argv[1])

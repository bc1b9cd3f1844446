"""Makes every widget of ipywidgets with arguments, and writes down its state as the protocol has it.

    python reference/widgets.py        (with the packages of reference/requirements.txt)

Arguments are written as in TypeScript: names in camelCase, dates as {"date": …}, bytes as {"bytes": …}, widgets as
{"widget": class, "state": …}. What "then" says is set afterwards, one after the other.
"""

import datetime as dt
import re
from functools import cache

import ipywidgets
from ipywidgets.widgets.widget import _instances, _registry
from stored import write

RENAMED = {"Datetime": "DatetimePicker", "NaiveDatetime": "NaiveDatetimePicker", "Time": "TimePicker"}
BASES = {"DOMWidgetModel", "Widget"}


def classes():
    models = {key[2]: cls for key, cls in _registry.items() if key[2] not in BASES}
    names = {name: name.removesuffix("Model") for name in models}
    return {RENAMED.get(short, short): models[name] for name, short in names.items()}


CLASSES = classes()
# Grids of places are widgets of other classes with more to say about their layout.
TEMPLATES = {name: getattr(ipywidgets, name) for name in ("AppLayout", "TwoByTwoLayout", "GridspecLayout")}
slider = {"widget": "IntSlider", "state": {"value": 3}}
date = lambda text: {"date": text}
letters = {"options": ["a", "b", "c"]}
label = {"widget": "Label", "state": {"value": "x"}}
panes = ("header", "leftSidebar", "center", "rightSidebar", "footer")
corners = ("topLeft", "topRight", "bottomLeft", "bottomRight")


def some(names):
    """Every choice of some of the places, with a widget at each."""
    return [{n: label for i, n in enumerate(names) if choice >> i & 1} for choice in range(2 ** len(names))]


CASES = [
    ("IntSlider", {"value": 3, "min": -5, "max": 10, "step": 2, "description": "n", "readoutFormat": ".1f"}, []),
    ("IntSlider", {"value": 30, "max": 10}, [{"min": 12, "max": 20}, {"value": 3}, {"max": 12}]),
    ("IntSlider", {"orientation": "vertical", "continuousUpdate": False, "disabled": True, "tooltip": "a slider"}, []),
    ("IntSlider", {"layout": {"width": "50%", "border": "1px solid red"}, "style": {"handleColor": "teal"}}, []),
    ("FloatSlider", {"value": 0.5, "min": 0, "max": 1, "step": 0.01}, [{"max": 0.25}]),
    ("FloatLogSlider", {"value": 0.001, "min": -5, "max": 0, "base": 10}, [{"value": 1e-9}, {"max": -3}]),
    ("IntRangeSlider", {"min": 0, "max": 10}, []),
    ("IntRangeSlider", {"value": [2, 8], "min": 0, "max": 10}, [{"max": 5}, {"value": [-3, 4]}, {"min": 5}]),
    ("FloatRangeSlider", {"value": [0.2, 2.0], "min": 0, "max": 1}, [{"min": 0.5}]),
    ("FloatProgress", {"value": 7, "max": 5, "barStyle": "danger"}, []),
    ("IntProgress", {"value": 3, "max": 10, "style": {"barColor": "gray"}}, [{"max": 2}]),
    ("BoundedIntText", {"value": 101}, []),
    ("BoundedFloatText", {"value": -0.5, "step": 0.25}, []),
    ("IntText", {"value": -7, "step": 3}, []),
    ("FloatText", {"value": 1.5}, []),
    ("Play", {"min": 0, "max": 20, "interval": 200, "playing": True}, []),
    ("Checkbox", {"value": True, "indent": False, "style": {"background": "red"}}, []),
    ("ToggleButton", {"value": True, "icon": "check", "buttonStyle": "success"}, []),
    ("Valid", {"value": True, "readout": "no"}, []),
    ("Text", {"value": "hello", "placeholder": "name", "continuousUpdate": False}, []),
    ("Textarea", {"value": "one\ntwo", "rows": 3}, []),
    ("Password", {"value": "secret"}, []),
    ("Combobox", {"options": ["adam", "sgd"], "ensureOption": True}, []),
    ("HTML", {"value": "<b>x</b>", "style": {"textColor": "red"}}, []),
    ("HTMLMath", {"value": "$x$"}, []),
    ("Label", {"value": "x", "style": {"fontWeight": "bold"}}, []),
    ("Button", {"description": "Go", "icon": "play", "buttonStyle": "Primary"}, []),
    ("Image", {"value": {"bytes": [1, 2, 3]}, "format": "jpeg", "width": "30"}, []),
    ("Audio", {"value": {"bytes": [0, 255]}, "autoplay": False}, []),
    ("Video", {"value": {"bytes": []}, "loop": False}, []),
    ("Dropdown", letters, [{"value": "b"}, {"options": ["x", "y"]}]),
    ("Dropdown", {**letters, "value": "c"}, [{"label": "b"}, {"index": None}]),
    ("Dropdown", {"options": [["one", 1], ["two", 2]], "value": 2}, [{"index": 0}]),
    ("Dropdown", {"options": {"one": 1, "two": 2}, "label": "two"}, []),
    ("Dropdown", {"options": [1, 2.5, 3], "index": 1}, []),
    ("Dropdown", {"options": []}, []),
    ("RadioButtons", {**letters, "value": None, "orientation": "horizontal"}, []),
    ("Select", {**letters, "rows": 2}, [{"value": "c"}, {"options": ["z"]}]),
    ("ToggleButtons", {**letters, "icons": ["x", "y", "z"], "tooltips": ["1", "2", "3"]}, []),
    ("ToggleButtons", {**letters, "style": {"buttonWidth": "80px"}, "buttonStyle": "info"}, []),
    ("SelectionSlider", {**letters, "value": "b"}, [{"options": ["p", "q"]}]),
    ("SelectMultiple", {**letters, "value": ["c", "a"]}, [{"index": [1]}, {"options": ["x"]}]),
    ("SelectionRangeSlider", {**letters, "index": [1, 2]}, [{"value": ["a", "b"]}]),
    ("SelectionRangeSlider", letters, [{"index": [0, 2]}, {"options": ["x", "y"]}]),
    ("TagsInput", {"value": ["cat"], "allowedTags": ["cat", "dog"], "tagStyle": "info"}, [{"value": ["dog", "cat"]}]),
    ("ColorsInput", {"value": ["red", "#123456"]}, []),
    ("IntsInput", {"value": [1, 2], "min": 0, "max": 5}, []),
    ("FloatsInput", {"value": [0.5], "format": ".2f"}, []),
    ("ColorPicker", {"value": "#ff0000", "concise": True}, []),
    ("DatePicker", {"value": date("2024-02-29T00:00:00Z")}, [{"max": date("2023-12-31T00:00:00Z")}]),
    ("DatePicker", {"min": date("2020-01-01T00:00:00Z"), "step": "any"}, [{"value": date("2019-01-01T00:00:00Z")}]),
    ("DatetimePicker", {"value": date("2024-02-29T12:30:15.250Z")}, []),
    ("NaiveDatetimePicker", {"value": date("1969-12-31T23:59:00Z")}, []),
    ("TimePicker", {"value": "12:34:56", "min": "10:00", "step": 30.5}, [{"max": "11:00:00.500"}]),
    ("HBox", {"children": [slider, {"widget": "Label", "state": {"value": "x"}}], "boxStyle": "info"}, []),
    ("VBox", {"children": []}, [{"children": [slider]}]),
    ("GridBox", {"children": [slider], "layout": {"gridTemplateColumns": "1fr 1fr"}}, []),
    ("Tab", {"children": [slider, slider], "titles": ["a"]}, [{"selectedIndex": 1}]),
    ("Tab", {}, [{"children": [slider]}]),
    ("Accordion", {"children": [slider, slider], "titles": ["a", "b"]}, [{"selectedIndex": 0}]),
    ("Stack", {"children": [slider, slider], "selectedIndex": 1}, []),
    ("FileUpload", {"accept": ".csv", "multiple": True}, []),
    ("Link", {"source": [slider, "readoutFormat"], "target": [{"widget": "Label", "state": {}}, "value"]}, []),
    ("DirectionalLink", {"source": [slider, "value"], "target": [{"widget": "IntText", "state": {}}, "value"]}, []),
    ("Controller", {"index": 1}, []),
    ("Layout", {"border": "1px solid black", "borderLeft": "none", "display": "flex", "gridArea": "a"}, []),
    ("Image", {"width": 30, "height": 20.5}, []),
    *(("AppLayout", given, []) for given in some(panes)),
    *(("TwoByTwoLayout", given, []) for given in some(corners)),
    ("AppLayout", {"header": label, "center": slider, "merge": False}, [{"merge": True}, {"footer": label}]),
    ("AppLayout", {"center": slider, "header": label, "paneHeights": [1, "2.5fr", "80px"]}, [{"header": None}]),
    ("AppLayout", {"center": slider, "footer": label, "paneWidths": ["10%", 3, 1.5], "gridGap": "4px"}, []),
    ("AppLayout", {"width": "50%", "height": "90px", "justifyContent": "center", "alignItems": "top"}, []),
    ("TwoByTwoLayout", {"topLeft": label, "merge": False}, [{"bottomRight": slider, "alignItems": "bottom"}]),
    ("GridspecLayout", {"nRows": 2, "nColumns": 3, "height": "200px"}, []),
    (
        "GridspecLayout",
        {"nRows": 3, "nColumns": 3},
        [{"place": [0, [0, 3], label]}, {"place": [[1, 3], -1, slider]}, {"place": [-1, [-3, -1], label]}],
    ),
    ("GridspecLayout", {"nRows": 2, "nColumns": 2}, [{"place": [0, [0, 2], label]}, {"place": [0, 1, slider]}]),
    ("Output", {"outputs": [{"output_type": "stream", "name": "stdout", "text": "hi"}]}, []),
]
BARE = [(name, {}, []) for name in CLASSES if name not in ("Link", "DirectionalLink")]
NONEMPTY = ("SelectionSlider", "SelectionRangeSlider")


def snake(name):
    return re.sub(r"(?<=[a-z0-9])[A-Z]", lambda m: "_" + m[0].lower(), name)


def python(value, owner=""):
    if isinstance(value, list):
        return tuple(python(v, owner) for v in value)
    if isinstance(value, str) and owner == "TimePicker" and ":" in value:
        return dt.time.fromisoformat(value)
    if not isinstance(value, dict):
        return value
    if "date" in value:
        moment = dt.datetime.fromisoformat(value["date"].replace("Z", "+00:00"))
        naive = moment.replace(tzinfo=None)
        return {"DatePicker": moment.date(), "NaiveDatetimePicker": naive}.get(owner, moment)
    if "bytes" in value:
        return bytes(value["bytes"])
    return make(value["widget"], value["state"]) if "widget" in value else value


def arguments(name, state):
    given = {snake(k): python(v, name) for k, v in state.items()}
    for part in ("layout", "style"):
        if part in given:
            given[part] = {snake(k): v for k, v in given[part].items()}
    for end in ("source", "target"):
        if end in given:
            given[end] = (given[end][0], snake(given[end][1]))
    return given


def make(name, state):
    return (CLASSES | TEMPLATES)[name](**arguments(name, state))


def own(widget):
    """The name of a widget's model, and what is not as it is by default."""
    state, usual = plain(widget.get_state()), usual_state(type(widget))
    return {"model": state["_model_name"], "own": {k: v for k, v in state.items() if v != usual[k]}}


@cache
def usual_state(cls):
    return plain(cls().get_state())


def plain(value):
    """References become what they lead to, bytes become numbers."""
    if isinstance(value, str) and value.startswith("IPY_MODEL_"):
        return own(_instances[value[10:]])
    if isinstance(value, memoryview):
        return {"bytes": list(value.tobytes())}
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return [plain(v) for v in value] if isinstance(value, (list, tuple)) else value


def cells(given):
    return slice(*given) if isinstance(given, tuple) else given


def recorded(name, state, then):
    widget = make(name, state)
    for change in then:
        if "place" in change:
            rows, columns, child = python(change["place"])
            widget[cells(rows), cells(columns)] = child
            continue
        with widget.hold_trait_notifications():
            for key, value in arguments(name, change).items():
                setattr(widget, key, value)
    return {"widget": name, "state": state, "then": then, "wire": plain(widget.get_state())}


write("widgets", [recorded(*case) for case in [*(b for b in BARE if b[0] not in NONEMPTY), *CASES]])

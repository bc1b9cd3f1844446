"""The scope that cells share, as a model: names, what they mean, and how statements change that."""

import json
from copy import deepcopy
from dataclasses import dataclass, field

# How deep functions are called when a value is shown.
DEPTH = 3

# What the first cell declares. Functions are called and classes made, so that what they refer to shows.
TOOLS = """
const show = (value: any, depth: number): unknown => {
  if (value === undefined) return "undefined";
  if (typeof value === "function") {
    if (depth === 0) return "deep";
    const made = value.isClass ? new value(depth - 1).shown : value(depth - 1);
    return typeof made?.next === "function" ? [...made] : made;
  }
  if (Array.isArray(value)) return structuredClone(value);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !["__esModule", "default"].includes(key));
  return Object.fromEntries(entries.map(([key, one]) => [key, show(one, depth)]));
};
const report = (values: unknown) => ({ [Symbol.for("Jupyter.display")]: () => ({ "application/json": values }) });
const attempt = (look: () => unknown): unknown => { try { return look(); } catch { return "thrown"; } };
const waiting = () => display(report(0));
"""


class Thrown(Exception):
    """What ends a cell before its end."""


@dataclass
class Closure:
    """A function or class: it shows what some names mean whenever it is called."""

    names: tuple


def is_same(one, other):
    """Whether two values are one and the same to TypeScript."""
    return one is other or (isinstance(one, (int, str)) and type(one) is type(other) and one == other)


@dataclass
class Meaning:
    """What a name means as a value."""

    data: object
    # Its type, as far as statements depend on it; "any" if the checker knows none.
    type: str = "other"
    is_variable: bool = False
    # Whether it is a class or an enum: the name is a type as well, and goes with the value.
    is_type: bool = False
    # Two imports cannot share a name, not even one of a type with one of a value.
    is_import: bool = False


@dataclass
class Step:
    """A statement: its text, the names it declares, and what it does when it is run."""

    text: str
    declares: tuple = ()
    types: tuple = ()
    run: object = lambda scope: {}
    is_hoisted: bool = False
    is_import: bool = False
    # Whether it can be run again later, whatever has become of the names it uses.
    is_repeatable: bool = True


@dataclass
class Scope:
    """The names that cells have declared."""

    values: dict = field(default_factory=dict)
    types: set = field(default_factory=set)
    imported_types: set = field(default_factory=set)

    def show(self, data, depth=DEPTH):
        """What `show` makes of a value."""
        if not isinstance(data, Closure):
            return deepcopy(data)
        return "deep" if depth == 0 else [self.show_name(name, depth - 1) for name in data.names]

    def show_name(self, name, depth=DEPTH):
        if name not in self.values:
            raise Thrown(f"{name} has no value yet")
        return self.show(self.values[name].data, depth)

    def run(self, steps):
        """Runs a cell; whether it came to its end."""
        for step, name in [(step, name) for step in steps for name in step.types]:
            old = self.values.get(name)
            if old and (old.is_type or (old.is_import and step.is_import)):
                # Of a class whose type is hidden, a value stays of which nothing is known.
                self.values[name] = Meaning(old.data, "any")
            self.types.add(name)
            (self.imported_types.add if step.is_import else self.imported_types.discard)(name)
        before = dict(self.values)
        try:
            # Functions are there from the start.
            for step in sorted(steps, key=lambda step: not step.is_hoisted):
                declared = step.run(self)
                self.values.update(declared)
                for name, meaning in declared.items():
                    if meaning.is_type or (meaning.is_import and name in self.imported_types):
                        self.types.discard(name)
        except Thrown:
            # Whether a name got the very value that it had, nobody can tell: it keeps what was known of it.
            self.values.update({name: old for name, old in before.items() if is_same(old.data, self.values[name].data)})
            return False
        return True

    def is_type(self, name):
        return name in self.types or (name in self.values and self.values[name].is_type)

    def shown(self):
        """What every name shows; "thrown" where showing it throws."""
        found = {}
        for name in self.values:
            try:
                found[name] = self.show_name(name)
            except Thrown:
                found[name] = "thrown"
        return found


def constant(value):
    """A literal as TypeScript writes it."""
    return json.dumps(value, ensure_ascii=False)

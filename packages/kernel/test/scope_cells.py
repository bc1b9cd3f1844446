"""Cells at random: statements of every kind that fit what the model of the scope knows."""

from copy import deepcopy

from scope_model import Closure, Meaning, Step, Thrown, constant

NAMES = "abcdefgh"

# Modules by what they export, in every place a module can lie; "./side" is written anew now and then.
MODULES = {"./side": "one", "./es.mjs": "one", "cjs-package": "one", "esm-package": "one", "@paths/side": "one"}

LITERALS = {
    "number": lambda chance: chance.randint(0, 99),
    "string": lambda chance: chance.choice(["old", "new", "Ω"]),
    "boolean": lambda chance: chance.random() < 0.5,
    "number[]": lambda chance: [chance.randint(0, 9) for _ in range(chance.randint(0, 3))],
    "{ p: number }": lambda chance: {"p": chance.randint(0, 9)},
}

THROWS = [
    'throw new Error("stop");',
    "(undefined as any).p;",
    'await Promise.reject(new Error("stop"));',
    'JSON.parse("{");',
    "show(() => { throw 1; }, 1);",
]

WAITS = ["waiting(); await new Promise(() => {});", "waiting(); while (true) {}", "await 0; waiting(); for (;;) {}"]


def fresh(value):
    return value.copy() if isinstance(value, (list, dict)) else value


def throw(_scope):
    raise Thrown("stop")


class Cells:
    """Makes cells, one after the other, for a scope that they change."""

    def __init__(self, chance, scope, modules):
        self.chance = chance
        self.scope = scope
        # What modules export now, by specifier.
        self.modules = modules

    def cell(self):
        """The statements of a cell that the checker finds right."""
        own = self.chance.sample(NAMES, self.chance.randint(1, 3))
        self.coming = set(own)
        self.draft = deepcopy(self.scope)
        steps = []
        kinds = {name: self.chance.choice(self.kinds()) for name in own}
        values = [name for name in own if kinds[name] not in (self.type, self.type_imported)]
        for name in own:
            if self.chance.random() < 0.4:
                steps.append(self.unnamed())
            steps.append(kinds[name](name, values))
            self.coming.discard(name)
            self.draft.run(steps[-1:])
        return [*steps, self.unnamed()]

    def ready(self, *types, is_variable=False):
        """The names that a statement may use here: what is declared, and will not be further below."""
        return [
            name
            for name, meaning in self.draft.values.items()
            if name not in self.coming
            and (not types or meaning.type in types)
            and (meaning.is_variable or not is_variable)
        ]

    def closure(self, own, without=()):
        known = sorted({*self.scope.values, *own} - set(without))
        return Closure(tuple(self.chance.sample(known, min(len(known), self.chance.randint(0, 2)))))

    def kinds(self):
        """What a name can be declared as, the more likely kinds several times."""
        return [
            *[self.variable] * 4,
            *[self.function] * 3,
            *[self.class_, self.imported] * 2,
            *[self.arrow, self.enum, self.namespace, self.destructured, self.nested, self.alias, self.computed, self.empty],
            *[self.type, self.type_imported],
        ]

    def literal(self):
        type_ = self.chance.choice(list(LITERALS))
        return type_, LITERALS[type_](self.chance)

    def variable(self, name, own):
        type_, value = self.literal()
        keyword = self.chance.choice(["const", "let", "var", "export const", "export let"])
        written = constant(value)
        if self.chance.random() < 0.2:
            written = self.chance.choice([f"await Promise.resolve<{type_}>({written})", f"(await (async () => [{written}])())[0]!"])
        annotation = self.chance.choice(["", f": {type_}"])
        step = Step(f"{keyword} {name}{annotation} = {written};", (name,))
        step.run = lambda scope: {name: Meaning(fresh(value), type_, not keyword.endswith("const"))}
        return step

    def empty(self, name, own):
        type_ = self.chance.choice(list(LITERALS))
        return Step(f"let {name}: {type_};", (name,), run=lambda scope: {name: Meaning("undefined", is_variable=True)})

    def computed(self, name, own):
        names = self.chance.sample(ready := self.ready(), min(len(ready), 2))
        parts = ", ".join(f"show({one}, 2)" for one in names)
        return Step(f"const {name} = [{parts}];", (name,), run=lambda scope: {name: Meaning([scope.show_name(one, 2) for one in names])})

    def alias(self, name, own):
        if not (ready := self.ready()):
            return self.variable(name, own)
        other = self.chance.choice(ready)

        def run(scope):
            meaning = scope.values[other]
            # The type of a class, written `typeof other`, goes with the class.
            return {name: Meaning(meaning.data, meaning.type if meaning.type in LITERALS else "any")}

        return Step(f"const {name} = {other};", (name,), run=run)

    def function(self, name, own):
        closure = self.closure(own)
        body = ", ".join(f"show({one}, depth)" for one in closure.names)
        text = self.chance.choice(
            [
                f"function {name}(depth: number) {{ return [{body}]; }}",
                f"function* {name}(depth: number) {{ yield* [{body}]; }}",
                f"export function {name}(depth: number): unknown[] {{ const inner = () => [{body}]; return inner(); }}",
            ]
        )
        return Step(text, (name,), run=lambda scope: {name: Meaning(Closure(closure.names))}, is_hoisted=True)

    def arrow(self, name, own):
        closure = self.closure(own)
        body = ", ".join(f"show({one}, depth)" for one in closure.names)
        return Step(f"const {name} = (depth: number) => [{body}];", (name,), run=lambda scope: {name: Meaning(Closure(closure.names))})

    def class_(self, name, own):
        closure = self.closure(own, without=[name])
        body = ", ".join(f"show({one}, depth)" for one in closure.names)
        text = f"class {name} {{ static isClass = true; shown: unknown; constructor(depth: number) {{ this.shown = [{body}]; }} }}"
        return Step(text, (name,), run=lambda scope: {name: Meaning(Closure(closure.names), is_type=True)})

    def enum(self, name, own):
        first = self.chance.randint(0, 9)
        data = {"One": first, "Two": first + 1, str(first): "One", str(first + 1): "Two"}
        return Step(f"enum {name} {{ One = {first}, Two }}", (name,), run=lambda scope: {name: Meaning(dict(data), "enum", is_type=True)})

    def namespace(self, name, own):
        value = self.chance.randint(0, 9)
        return Step(f"namespace {name} {{ export const x = {value}; }}", (name,), run=lambda scope: {name: Meaning({"x": value})})

    def imported(self, name, own):
        module = self.chance.choice(list(MODULES))
        text, pick = self.chance.choice(
            [
                (f'import {{ one as {name} }} from "{module}";', lambda one: Meaning(one, is_import=True)),
                (f'import * as {name} from "{module}";', lambda one: Meaning({"one": one}, is_import=True)),
            ]
        )
        return Step(text, (name,), run=lambda scope: {name: pick(self.modules[module])}, is_import=True, is_repeatable=False)

    def destructured(self, name, own):
        one, many = self.chance.randint(0, 9), [self.chance.randint(0, 9) for _ in range(2)]
        keyword = self.chance.choice(["const", "let", "var"])
        text, value = self.chance.choice(
            [
                (f"{keyword} {{ p: {name} }} = {{ p: {one} }};", one),
                (f"{keyword} [{name} = {one}] = [] as number[];", one),
                (f"{keyword} {{ p: {{ q: [, ...{name}] }} }} = {{ p: {{ q: [{one}, {many[0]}, {many[1]}] }} }};", many),
                (f"{keyword} {{ p, ...{name} }} = {{ p: 1, q: {one} }};", {"q": one}),
            ]
        )
        return Step(text.replace("p, ...", "p: __p, ..."), (name,), run=lambda scope: {name: Meaning(fresh(value))})

    def nested(self, name, own):
        text, value = self.chance.choice(
            [
                (f"for (var {name} = 0; {name} < 3; {name}++) {{}}", 3),
                (f"for (var {name} of [4, 5]);", 5),
                (f"for await (var {name} of [6]) {{ {{ const {name} = 1; }} }}", 6),
                (f"if (true) {{ var {name} = 7; }}", 7),
                (f"try {{ throw 8; }} catch (thrown) {{ var {name} = thrown as number; }}", 8),
                (f"{{ for (var [{name}] of [[9]]); }}", 9),
            ]
        )
        return Step(text, (name,), run=lambda scope: {name: Meaning(value, "number", True)})

    def type(self, name, own):
        text = self.chance.choice([f"interface {name} {{ p: number }}", f"type {name} = {{ p: number }};", f"export type {name} = string | number;"])
        return Step(text, types=(name,))

    def type_imported(self, name, own):
        keyword = self.chance.choice(["import type { One", "import { type One", "import { One"])
        return Step(f'{keyword} as {name} }} from "./side";', types=(name,), is_import=True, is_repeatable=False)

    def unnamed(self):
        """A statement that declares nothing in the scope."""
        return self.chance.choice([self.shadow, self.shadow, self.assign, self.assign, self.mutate, self.pause, self.call])()

    def shadow(self):
        name = self.chance.choice(NAMES)
        text = self.chance.choice(
            [
                f"{{ const {name} = 99; let other = {name}; }}",
                f"(({name}: number) => {name} + 1)(1);",
                f"for (const {name} of [1]) {{ (() => {name})(); }}",
                f"for (let {name} = 0; {name} < 2; {name}++) {{ }}",
                f"try {{ throw 1; }} catch ({name}) {{ {name} = 2; }}",
                f"(function {name}() {{ var {name} = 1; return {name}; }})();",
                f"({{ {name}: 1 }}).{name};",
            ]
        )
        return Step(text)

    def assign(self):
        types = [one for one in LITERALS if self.ready(one, is_variable=True)]
        if not types:
            return self.pause()
        type_ = self.chance.choice(types)
        name = self.chance.choice(self.ready(type_, is_variable=True))
        value = LITERALS[type_](self.chance)
        texts = [f"{name} = {constant(value)};", f"[{name}] = [{constant(value)}];", f"({{ p: {name} }} = {{ p: {constant(value)} }});"]
        run = lambda scope: {name: Meaning(fresh(value), type_, True)}  # noqa: E731
        if type_ == "number" and self.chance.random() < 0.5:
            return Step(
                self.chance.choice([f"{name}++;", f"{name} += 1;", f"(() => ++{name})();"]),
                run=lambda scope: {name: Meaning(scope.values[name].data + 1, type_, True)},
                is_repeatable=False,
            )
        return Step(self.chance.choice(texts), run=run, is_repeatable=False)

    def mutate(self):
        lists, objects = self.ready("number[]"), self.ready("{ p: number }")
        if lists and self.chance.random() < 0.5:
            name = self.chance.choice(lists)
            return Step(f"{name}.push(5);", run=lambda scope: scope.values[name].data.append(5) or {}, is_repeatable=False)
        if objects:
            name = self.chance.choice(objects)
            return Step(f"{name}.p = 77;", run=lambda scope: scope.values[name].data.update(p=77) or {}, is_repeatable=False)
        return self.call()

    def pause(self):
        return Step(self.chance.choice(["await 0;", "await new Promise((r) => setTimeout(r, 1));", "for await (const one of [1, 2]) show(one, 1);"]))

    def call(self):
        if not (ready := self.ready()):
            return self.pause()
        name = self.chance.choice(ready)
        return Step(f"show({name}, 2);", run=lambda scope: {} if scope.show_name(name, 2) else {})

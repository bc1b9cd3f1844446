"""Papermill's parameters in TypeScript: `papermill -p alpha 0.1 in.ipynb out.ipynb`.

Papermill 2 has no entry point for translators. It loads this module as that of an engine, which is its own.
"""

import json
import math
import re

from papermill.engines import NBClientEngine as Engine
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

__all__ = ["Engine", "TypeScriptTranslator"]

LARGEST_SAFE_INTEGER = 2**53 - 1

DECLARATION = re.compile(
    r"""
    ^[ \t]*(?:const|let|var)\s+(?P<name>[\w$]+)
    (?:\s*:\s*(?P<type>[^=;]+?))?
    \s*=\s*(?P<value>(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|[^"'`;])+?)
    \s*(?:;|(?=//)|\Z|\n(?=\s*(?:const|let|var|//|\Z)))
    [ \t]*(?://[ \t]*(?P<help>[^\n]*))?
    """,
    re.MULTILINE | re.VERBOSE,
)


class TypeScriptTranslator(Translator):
    """Writes parameters as declarations with `let`, whose types are string and number, not one string or number."""

    @classmethod
    def translate_escaped_str(cls, str_val):
        return json.dumps(str(str_val))

    @classmethod
    def translate_none(cls, val):
        return "null"

    @classmethod
    def translate_int(cls, val):
        """An integer that no number holds exactly becomes a bigint."""
        return f"{val}n" if abs(val) > LARGEST_SAFE_INTEGER else f"{val}"

    @classmethod
    def translate_float(cls, val):
        if math.isnan(val):
            return "NaN"
        if math.isinf(val):
            return "Infinity" if val > 0 else "-Infinity"
        return f"{val}"

    @classmethod
    def translate_list(cls, val):
        return f"[{', '.join(cls.translate(item) for item in val)}]"

    @classmethod
    def translate_dict(cls, val):
        if not val:
            return "{}"
        return f"{{ {', '.join(f'{cls.translate_key(key)}: {cls.translate(item)}' for key, item in val.items())} }}"

    @classmethod
    def translate_key(cls, key):
        """Without brackets, `__proto__` would set the object's prototype."""
        text = cls.translate_escaped_str(key)
        return f"[{text}]" if key == "__proto__" else text

    @classmethod
    def comment(cls, cmt_str):
        return "\n".join(f"// {line}".rstrip() for line in cmt_str.splitlines())

    @classmethod
    def assign(cls, name, str_val):
        return f"let {name} = {str_val};"

    @classmethod
    def inspect(cls, parameters_cell):
        """The cell's declarations: `let rate: number = 0.1; // learning rate`."""
        return [
            Parameter(
                name=found["name"],
                inferred_type_name=(found["type"] or "None").strip(),
                default=found["value"].strip(),
                help=(found["help"] or "").strip(),
            )
            for found in DECLARATION.finditer(parameters_cell["source"])
        ]


papermill_translators.register("typescript", TypeScriptTranslator)

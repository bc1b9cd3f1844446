import { accents, letters, operators, subscripts, superscripts, symbols } from "./symbols";

const spaces: Record<string, string> = {
  ",": " ",
  ":": " ",
  ";": " ",
  " ": " ",
  "!": "",
  quad: "  ",
  qquad: "    ",
};
/** Roots that are characters of their own. */
const roots: Record<string, string> = { "2": "√", "3": "∛", "4": "∜" };
const relations = "=<>≤≥≠≈≡∼≃≅∝≪≫∈∉⊂⊃⊆⊇→←⇒⇐⇔↦";
const fonts = new Set(
  "mathrm mathdefault mathbf mathit mathsf mathtt mathcal mathbb text textrm rm it bf operatorname".split(
    " ",
  ),
);

/**
 * Turns the parts of a text between dollar signs into Unicode, as far as Unicode goes: Greek letters, operators,
 * arrows, accents, superscripts and subscripts, `\frac` and `\sqrt`. A command it does not know stays as written.
 *
 * As in matplotlib, an odd dollar sign means money, and `\$` is always a dollar sign.
 *
 * @see https://matplotlib.org/stable/users/explain/text/mathtext.html
 * @example
 * mathtext("$\\alpha x^2 \\leq 10^{-3}$"); // "αx² ≤ 10⁻³"
 */
export function mathtext(text: string): string {
  const parts = text.split(/(?<!\\)\$/);
  const plain = (part: string) => part.replace(/\\\$/g, "$");
  if (parts.length % 2 === 0 || parts.length === 1) return plain(text);
  return parts.map((part, i) => (i % 2 === 1 ? new Reader(part).all() : plain(part))).join("");
}

/** Reads one formula from left to right. */
class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  all(end = ""): string {
    let result = "";
    while (this.at < this.source.length) {
      const character = this.source[this.at];
      if (end !== "" && character === end) {
        this.at++;
        break;
      }
      result += this.part();
    }
    return result.replace(/ {2,}/g, (run) => run.slice(0, 2));
  }

  /** One character, command, group or script. */
  private part(): string {
    const character = this.source[this.at++];
    if (character === "\\") return this.command();
    if (character === "{") return this.all("}");
    if (character === "^") return this.script(superscripts, "^");
    if (character === "_") return this.script(subscripts, "_");
    if (character === "-") return "−";
    if (character === "'") return "′";
    if (character === "~") return " ";
    if (relations.includes(character)) return ` ${character} `;
    return character === " " || character === "}" ? "" : character;
  }

  /** The argument of a command or script: a group, or a single part. */
  private argument(): string {
    while (this.source[this.at] === " ") this.at++;
    return this.at < this.source.length ? this.part() : "";
  }

  private script(table: ReadonlyMap<string, string>, sign: string): string {
    const content = this.argument().replace(/ /g, "");
    const characters = [...content];
    if (characters.every((character) => table.has(character))) {
      return characters.map((character) => table.get(character)).join("");
    }
    return characters.length > 1 ? `${sign}(${content})` : sign + content;
  }

  private command(): string {
    const rest = this.source.slice(this.at);
    const name = /^([A-Za-z]+|.)/.exec(rest)?.[0] ?? "";
    this.at += name.length;
    if (/^[A-Za-z]/.test(name)) while (this.source[this.at] === " ") this.at++;
    if (name === "frac" || name === "dfrac" || name === "tfrac") {
      return `${bracketed(this.argument())}/${bracketed(this.argument())}`;
    }
    if (name === "sqrt") return this.root();
    if (name === "left" || name === "right") return this.source[this.at] === "." ? (this.at++, "") : "";
    if (name in letters)
      return [...this.argument()].map((letter) => letters[name].get(letter) ?? letter).join("");
    if (fonts.has(name)) return name.startsWith("text") ? this.verbatim() : this.argument();
    if (name in accents) return `${this.argument()}${accents[name]}`;
    if (name in spaces) return spaces[name];
    if (name === "|") return "‖";
    if (operators.has(name)) return /^[A-Za-z]/.test(this.source.slice(this.at)) ? `${name} ` : name;
    const symbol = symbols.get(name);
    if (symbol !== undefined) return relations.includes(symbol) ? ` ${symbol} ` : symbol;
    return /^[A-Za-z]/.test(name) ? `\\${name}` : name;
  }

  /** A root, whose index may stand in brackets before what is under it: `\sqrt[3]{x}` is ∛x. */
  private root(): string {
    while (this.source[this.at] === " ") this.at++;
    if (this.source[this.at] !== "[") return `√${bracketed(this.argument())}`;
    this.at++;
    const index = this.all("]").trim();
    const raised = [...index].map((character) => superscripts.get(character));
    const sign = roots[index] ?? (raised.includes(undefined) ? `(${index})√` : `${raised.join("")}√`);
    return `${sign}${bracketed(this.argument())}`;
  }

  /** The content of `\text{…}`, where spaces count. */
  private verbatim(): string {
    const match = /^\{([^{}]*)\}/.exec(this.source.slice(this.at));
    if (match === null) return this.argument();
    this.at += match[0].length;
    return match[1];
  }
}

const bracketed = (text: string) => ([...text].length > 1 && !/^[\w.]+$/.test(text) ? `(${text})` : text);

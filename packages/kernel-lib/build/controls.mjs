// Writes src/widgets/models.ts (what widgets have, for running) and src/widgets/controls.ts (the same as types) from the
// schema of Jupyter's widgets:
//
//     node build/controls.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { format, resolveConfig } from "prettier";
import { about } from "./controlDocs.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const schemaPath = createRequire(import.meta.url).resolve(
  "@jupyter-widgets/schema/jupyterwidgetmodels.latest.json",
);
const see = "@see https://ipywidgets.readthedocs.io/en/stable/examples/Widget%20List.html";

const throws = "@throws TypeError for a name that it does not have, or a value that does not fit.";

/** Where ipywidgets calls the class otherwise than the model. */
const renamed = { Datetime: "DatetimePicker", NaiveDatetime: "NaiveDatetimePicker", Time: "TimePicker" };
/** What the schema says otherwise than ipywidgets does. */
const corrections = { "FileUpload.description": { default: "Upload" } };
/** Kinds that the schema does not tell. */
const kinds = {
  "FileUpload.value": "file[]",
  "Image.width": "pixels",
  "Image.height": "pixels",
  "Video.width": "pixels",
  "Video.height": "pixels",
  "TagsInput.value": "string[]",
  "TagsInput.allowed_tags": "string[]",
  "ColorsInput.value": "string[]",
  "ColorsInput.allowed_tags": "string[]",
  "FloatsInput.value": "float[]",
  "FloatsInput.allowed_tags": "float[]",
  "IntsInput.value": "int[]",
  "IntsInput.allowed_tags": "int[]",
  "FloatRangeSlider.value": "float pair",
  "IntRangeSlider.value": "int pair",
  "SelectionRangeSlider.index": "int pair",
  "Link.source": "end",
  "Link.target": "end",
  "DirectionalLink.source": "end",
  "DirectionalLink.target": "end",
};
/** What widgets have here beside what the schema tells. */
const more = {
  Layout: "/** The border of all four sides; null where they differ. */\nborder: string | null;",
};
const groups = {
  DOMState: ["_dom_classes", "layout", "tabbable", "tooltip"],
  DescribedState: ["description", "description_allow_html"],
};
/** What a selection has, by the kind of its index. */
const indexes = {
  "int?": "SelectionState",
  int: "SelectionState",
  "int[]": "MultipleSelectionState",
  "int pair": "MultipleSelectionState",
};

const camel = (name) => name.replace(/^_/, "").replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

/** The models that are classes of their own, by the name of the class, each with what it has beside its identity. */
function readModels() {
  const all = JSON.parse(readFileSync(schemaPath, "utf8"));
  // The base of pictures and films is no widget of its own.
  const own = all.filter(({ model }) => model.name !== "DOMWidgetModel");
  return own.map(({ model, view, attributes }) => {
    const short = model.name.replace(/Model$/, "");
    const name = renamed[short] ?? short;
    const traits = attributes
      .filter(({ name: one }) => !/^_(model|view)_/.test(one))
      .map((trait) => ({
        ...trait,
        kind: kinds[`${name}.${trait.name}`] ?? kindOf(trait),
        ...corrections[`${name}.${trait.name}`],
      }));
    return { name, model, view, traits };
  });
}

/** A trait's kind in one word: "int", "string", "Layout", "Widget[]", with "?" if it may be null. */
function kindOf({ type, items, widget, allow_none: nullable }) {
  const inner =
    type === "reference"
      ? widget
      : type === "array" && items?.type === "reference"
        ? "Widget[]"
        : type === "array"
          ? `${items?.type ?? "any"}[]`
          : [type].flat().join("|");
  return nullable ? `${inner}?` : inner;
}

const choicesOf = ({ enum: choices, union_attributes: union }) =>
  choices ?? union?.find((one) => one.enum)?.enum;

function runtimeEntry({ name, model, view, traits }) {
  const entries = traits.map((trait) => {
    const { kind } = trait;
    const initial = trait.type === "reference" || trait.type === "bytes" ? null : trait.default;
    const choices = choicesOf(trait);
    return [trait.name, choices ? [kind, initial, choices] : [kind, initial]];
  });
  const identity = [model.name, model.module, model.version, view.name, view.module, view.version];
  return `  ${name}: [${JSON.stringify(identity)}, ${JSON.stringify(Object.fromEntries(entries))}],`;
}

/** A trait's type in TypeScript. */
function typeOf(owner, trait) {
  const { kind, name, allow_none: nullable } = trait;
  const choices = choicesOf(trait)?.map((one) => JSON.stringify(one));
  const plain = {
    int: "number",
    float: "number",
    bool: "boolean",
    string: choices?.join(" | ") ?? "string",
    bytes: "Uint8Array",
    Date: "Date",
    Datetime: "Date",
    Time: "string",
    pixels: "string | number",
    end: "LinkEnd",
    "string[]": "readonly string[]",
    "int[]": "readonly number[]",
    "float[]": "readonly number[]",
    "int pair": "readonly [number, number]",
    "float pair": "readonly [number, number]",
    "file[]": "readonly UploadedFile[]",
    "object[]": "readonly Record<string, unknown>[]",
    "Widget[]": "readonly Widget[]",
    "int|string": `number | ${choices?.join(" | ")}`,
    "float|string": `number | ${choices?.join(" | ")}`,
  }[kind.replace("?", "")];
  if (plain === undefined) throw new Error(`${owner}.${name}: no type for ${kind}`);
  return nullable ? `${plain} | null` : plain;
}

function member(owner, trait) {
  const help = (trait.help ?? "").replace(/\s+/g, " ").trim();
  const fallback =
    trait.type === "reference" ? "" : ` Default: ${JSON.stringify(trait.default).replace("\u200b", "")}.`;
  const said = `${help}${help && !/[.!?]$/.test(help) ? "." : ""}${fallback}`.trim();
  const comment = said ? `/** ${said} */\n` : "";
  const key = camel(trait.name);
  if (trait.type === "reference") {
    return `${comment}get ${key}(): ${trait.widget};\nset ${key}(value: ${trait.widget} | Init<${trait.widget}State>);`;
  }
  if (trait.type === "bytes")
    return `${comment}get ${key}(): Uint8Array;\nset ${key}(value: Uint8Array | string);`;
  const items = trait.kind === "Widget[]" && trait.items.widget !== "Widget";
  if (items) return `${comment}${key}: readonly ${`Controller${trait.items.widget}`}[];`;
  return `${comment}${key}: ${typeOf(owner, trait)};`;
}

/** What can be made of files, and what a reader submits. */
const media = ["Image", "Audio", "Video"];
const submitted = ["Text", "Password", "Combobox"];

/** The class that a widget's methods come from. */
function classOf({ name, traits }) {
  const has = (one) => traits.some((trait) => trait.name === one);
  if (name === "Button") return "ButtonWidget";
  if (has("titles")) return "PagesWidget";
  if (media.includes(name)) return "MediaWidget";
  if (submitted.includes(name)) return "SubmittedWidget";
  return has("layout") ? "DOMWidget" : "Widget";
}

function typeEntry(entry) {
  const { name, traits } = entry;
  const names = traits.map((trait) => trait.name);
  const selection = traits.find((trait) => trait.name === "index" && names.includes("_options_labels"));
  const bases = Object.entries(groups).filter(([, group]) => group.every((one) => names.includes(one)));
  const taken = new Set([...bases.flatMap(([, group]) => group), "_options_labels", selection?.name]);
  const members = traits.filter((trait) => !taken.has(trait.name)).map((trait) => member(name, trait));
  const parents = bases.map(([base]) => base);
  const own = (of, from) =>
    `/** What {@link ${name}} has. */
export interface ${of}${from.length > 0 ? ` extends ${from.join(", ")}` : ""} {
${[...members, more[name] ?? []].flat().join("\n")}
}
`;
  const [summary, example] = about(name);
  const lower = summary[0].toLowerCase() + summary.slice(1);
  const docs = `/**\n * Makes ${lower}.\n *\n * ${throws}\n * ${see}\n * @example\n * ${example}\n */`;
  const made = `/** ${summary}. Made by the function of the same name. */`;
  if (name === "Output") return own("OutputState", parents);
  if (!selection) {
    return `${own(`${name}State`, parents)}
${made}
export interface ${name} extends ${classOf(entry)}, ${name}State {}
${docs}
export const ${name}: ${media.includes(name) ? "MediaControl" : "Control"}<${name}, ${name}State> = control("${name}");
`;
  }
  const selecting = `${indexes[selection.kind]}<T>`;
  const given = `state?: Init<${name}Look> & Partial<${selecting}>`;
  return `${own(`${name}Look`, parents)}
/** What {@link ${name}} has. */
export interface ${name}State<T = Anything> extends ${name}Look, ${selecting} {}
${made}
export interface ${name}<T = Anything> extends ${classOf(entry)}, ${name}State<T> {}
${docs}
export const ${name}: {
  new <T = Anything>(${given}): ${name}<T>;
  <T = Anything>(${given}): ${name}<T>;
} = control("${name}");
`;
}

/** The two files' texts. */
export async function generate() {
  const models = readModels();
  const head = "// Written by build/controls.mjs from @jupyter-widgets/schema. Do not edit.\n";
  const runtime = `${head}import type { ModelTable } from "./model";

/**
 * Every model of Jupyter's widgets: the names, modules and versions of model and view, then its traits, each with its
 * kind, its default and, if there are, its choices.
 */
export const models = (): ModelTable => ({
${models.map(runtimeEntry).join("\n")}
});
`;
  const shared = models.find(({ name }) => name === "IntSlider").traits;
  const group = (name, parents = "") => {
    const members = groups[name].map((one) =>
      member(
        name,
        shared.find((trait) => trait.name === one),
      ),
    );
    return `export interface ${name}${parents} {\n${members.join("\n")}\n}`;
  };
  const declared = `${head}import type { Anything } from "../array/anything";
import type { ButtonWidget } from "./button";
import type { MediaWidget } from "./media";
import type { PagesWidget } from "./pages";
import type { SubmittedWidget } from "./submitted";
import { control } from "./control";
import type { Control, Init, LinkEnd, MediaControl, UploadedFile } from "./controlTypes";
import type { MultipleSelectionState, SelectionState } from "./selectionTypes";
import type { DOMWidget } from "./domWidget";
import type { Widget } from "./widget";

/** What every widget has that can be seen. */
${group("DOMState")}

/** What widgets with a description have. */
${group("DescribedState")}

${models.map(typeEntry).join("\n")}`;
  const path = join(root, "src/widgets/controls.ts");
  const options = { ...(await resolveConfig(path)), parser: "typescript" };
  return { "models.ts": runtime, "controls.ts": await format(declared, options) };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [name, text] of Object.entries(await generate())) {
    writeFileSync(join(root, "src/widgets", name), text);
  }
}

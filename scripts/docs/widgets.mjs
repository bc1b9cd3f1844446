// The page on widgets: functions from their documentation, and of each widget what its state holds.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "../environment.mjs";
import { entriesOf } from "../examples.mjs";
import { block, prose, table } from "./markdown.mjs";
import { sectionsOf } from "./reference.mjs";

const path = join(root, "packages/kernel-lib/dist/widgets.d.ts");

/** What many widgets have, told once: the interface, its heading, and what is said of it. */
const shared = [
  ["DOMState", "What every widget that can be seen has"],
  ["GridStyle", "How grids of places look"],
  ["DescribedState", "What widgets with a description have"],
  ["SelectionState", "What widgets have of which one option is selected"],
  ["MultipleSelectionState", "What widgets have of which several options are selected"],
];
/** The classes that methods come from, and which widgets have them. */
const classes = [
  ["Widget", "Every widget"],
  ["DOMWidget", "Those that can be seen"],
  ["ButtonWidget", "`Button`"],
  ["PagesWidget", "`Tab`, `Accordion`, `Stack`"],
  ["GridspecWidget", "`GridspecLayout`"],
  ["OutputWidget", "`Output`"],
];

const docsOf = (node) => {
  const docs = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc);
  const throws = (docs?.tags ?? []).filter(({ tagName }) => tagName.text === "throws");
  const texts = [docs?.comment, ...throws.map(({ comment }) => comment)].map(ts.getTextOfJSDocComment);
  return texts.map((text, i) => (text ? prose(i > 0 ? `Throws ${text}` : text) : "")).filter(Boolean);
};

const inLine = (text) => text.replace(/\s+/g, " ").trim();

/** The interfaces and classes of the declarations, by name. */
function declared() {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const named = file.statements.filter(
    (statement) => ts.isInterfaceDeclaration(statement) || ts.isClassDeclaration(statement),
  );
  return new Map(named.map((statement) => [statement.name.text, statement]));
}

/** A table of what an interface has beside what it inherits; undefined if there is nothing. */
function stateOf(statement) {
  const rows = (statement?.members ?? [])
    .filter((member) => !ts.isSetAccessor(member))
    .map((member) => [
      `\`${member.name.getText()}\``,
      `\`${inLine(member.type.getText())}\``,
      docsOf(member).join(" "),
    ]);
  return rows.length > 0 ? table(["name", "type", "meaning"], rows) : undefined;
}

/** The methods and properties of a class. */
function membersOf(statement) {
  const isShown = (member) =>
    member.name &&
    !ts.isPrivateIdentifier(member.name) &&
    !/^(traitOf|wireState|receive)$/.test(member.name.getText());
  const calls = statement.members
    .filter((member) => isShown(member) && docsOf(member).length > 0 && /^\w/.test(member.name.getText()))
    .map((member) => `- \`${inLine(member.getText()).replace(/;$/, "")}\`: ${docsOf(member).join(" ")}`);
  return calls.join("\n");
}

/** How a widget is made: what may stand first, by itself. */
function callOf(name, own, inherited) {
  const has = (key) => own?.members.some((member) => member.name.getText() === key);
  const first = has("children")
    ? "children?, "
    : has("value") && !inherited.includes("SelectionState")
      ? "value?, "
      : "";
  return `widgets.${name}(${first}state?)`;
}

/** The names of the interfaces that one extends, and of those that these extend. */
function ancestorsOf(statement, interfaces) {
  const parents = (statement?.heritageClauses ?? []).flatMap(({ types }) => types);
  const names = parents.map((type) => type.expression.getText());
  return [...names, ...names.flatMap((name) => ancestorsOf(interfaces.get(name), interfaces))];
}

function control(entry, interfaces) {
  const { name, summary, example, tags } = entry;
  const own = interfaces.get(`${name}State`);
  const look = interfaces.get(`${name}Look`) ?? own;
  const inherited = [own, look].flatMap((one) => ancestorsOf(one, interfaces));
  const links = shared
    .filter(([state]) => inherited.includes(state))
    .map(
      ([, heading]) =>
        `[${heading[0].toLowerCase()}${heading.slice(1)}](#${heading.toLowerCase().replaceAll(" ", "-")})`,
    );
  const throws = tags.filter(({ kind }) => kind === "throws").map(({ text }) => `- Throws: ${prose(text)}`);
  const see = tags.find(({ kind }) => kind === "see");
  return [
    `## widgets.${name}`,
    prose(summary),
    `\`${callOf(name, look, inherited)}\``,
    ...(stateOf(look) ? [stateOf(look)] : []),
    ...(links.length > 0 ? [`And ${links.join("; ")}.`] : []),
    ...(throws.length > 0 ? [throws.join("\n")] : []),
    block(example),
    ...(see ? [`[Source](${see.text})`] : []),
  ].join("\n\n");
}

export function widgets() {
  const interfaces = declared();
  const entries = entriesOf("widgets").filter(
    ({ example, declaration }) => example && !/: typeof \w+;$/.test(declaration),
  );
  const controls = entries.filter(({ name }) => interfaces.has(`${name}State`));
  const functions = entries.filter((entry) => !controls.includes(entry));
  const index = [...functions, ...controls].map(({ name }) => `[${name}](#widgets${name.toLowerCase()})`);
  return [
    "# widgets: interact and Jupyter's controls",
    "A [guide](../widgets.md) shows how they are used. `interact`, `interactive` and `interactManual` can be imported by themselves. A widget is made with or without `new`; its state is given by name, in camelCase or as the protocol spells it (`readout_format`), and each part of it is a property as well.",
    index.join(" · "),
    ...sectionsOf(functions, "widgets."),
    "## What widgets can do",
    ...classes.flatMap(([name, which]) => [`${which}:`, membersOf(interfaces.get(name))]),
    ...shared.flatMap(([state, heading]) => [`## ${heading}`, stateOf(interfaces.get(state))]),
    ...controls.map((entry) => control(entry, interfaces)),
  ];
}

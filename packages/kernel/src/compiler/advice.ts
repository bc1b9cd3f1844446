/** What the compiler's messages leave open in a notebook: what to do about a name or a module that is not there. */
import { howToInstall } from "../packages";
import { ts, type CompilerDiagnostic } from "./typescript";

const moduleNotFound = [2307, 2792, 7016];
/** What Node.js has is named where there is no Node.js. */
const ofNode = 2591;
/** Names that are not there, alone or where a configuration could bring them. */
const nameNotFound = [2304, 2552, 2583, 2584];
/** A question about the compiler's configuration, which the engine that runs cells answers. */
const question = / Do you need to change your target library\?.*/;

const page = "Cells run outside of any page. To show HTML, use display of @tslinen/kernel";
const asking = 'To ask for a line of text: import { input } from "@tslinen/kernel"; await input("…")';

/** Names of pages and of Python, and what has their place here. */
const elsewhere = new Map([
  ...["document", "window", "localStorage", "sessionStorage"].map((name) => [name, page] as const),
  ...["prompt", "confirm"].map((name) => [name, asking] as const),
  ...["alert", "print"].map((name) => [name, "To print: console.log(…)"] as const),
  ["help", "Documentation is shown by Shift + Tab behind a name"],
  ["len", "A list's length is list.length"],
  ["range", 'Numbers in a row: import { np } from "tslinen"; np.arange(5)'],
  ["None", "TypeScript's word is null"],
  ["True", "TypeScript's word is true"],
  ["False", "TypeScript's word is false"],
]);

/** The compiler's message, with what to do about it where the compiler does not say. */
export function explain({ messageText, code }: CompilerDiagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  const specifier = /'([^']+)'/.exec(message)?.[1];
  if (code === ofNode && specifier) return `Cannot find '${specifier}'.\n${howToInstall(specifier)}`;
  const known = nameNotFound.includes(code) ? elsewhere.get(specifier ?? "") : undefined;
  if (known) return `Cannot find name '${specifier}'.\n${known}`;
  if (question.test(message))
    return `${message.replace(question, "")}\nThe JavaScript engine that runs the cells does not have it: a later version may`;
  if (!moduleNotFound.includes(code) || !specifier || /^[./]/.test(specifier)) return message;
  return `${message}\n${howToInstall(specifier)}`;
}

/** What the compiler's messages leave open in a notebook: what to do about a name or a module that is not there. */
import { howToInstall } from "../packages";
import { insteadOfPython, membersOfPython, namesOfPython } from "./python";
import { membersOfPyplot } from "./pyplot";
import { ts, type CompilerDiagnostic } from "./typescript";

const moduleNotFound = [2307, 2792, 7016];
/** What Node.js has is named where there is no Node.js. */
const ofNode = 2591;
/** Names that are not there, alone or where a configuration could bring them. */
const nameNotFound = [2304, 2552, 2583, 2584];
const memberNotFound = [2339, 2551];
/** Of two values with a comma between, in parentheses, the first is of no use. */
const unusedBeforeComma = 2695;
const notCallable = 2349;
/** What is no TypeScript at all has a number below this one. */
const beyondSyntax = 2000;
/** A name stands for a type alone: the engine lacks the value, if it is one of the language's own. */
const typeAlone = 2693;
const later = new Set(["Iterator", "DisposableStack", "AsyncDisposableStack", "SuppressedError"]);
const inLaterEngines = "The JavaScript engine that runs the cells does not have it: a later version may";
/** A question about the compiler's configuration, which the engine that runs cells answers. */
const question = / Do you need to change your target library\?.*/;

const page = "Cells run outside of any page. To show HTML, use display of @tslinen/kernel";
const asking = 'To ask for a line of text: import { input } from "@tslinen/kernel"; await input("…")';

/** Names of pages, and what has their place here. */
const namesOfPages = new Map([
  ...["document", "window", "localStorage", "sessionStorage"].map((name) => [name, page] as const),
  ...["prompt", "confirm"].map((name) => [name, asking] as const),
  ["alert", "To print: console.log(…)"],
]);

/** A dtype, where it is called as Python's are. */
const isDType = /^(bool|u?int\d+|float\d+)\(/;

/** The line in which a mistake begins, up to the mistake and from there on; `shift` characters before the cell are none of it. */
function lineAt({ file, start = 0 }: CompilerDiagnostic, shift: number): [before: string, from: string] {
  if (!file) return ["", ""];
  const begin = Math.max(shift, file.text.lastIndexOf("\n", start - 1) + 1);
  const [rest = ""] = file.text.slice(start).split("\n", 1);
  return [file.text.slice(begin, start), rest];
}

/** What to do about a mistake, where the compiler does not say. */
function adviceOn(diagnostic: CompilerDiagnostic, subject: string, shift: number): string | undefined {
  const { code } = diagnostic;
  if (memberNotFound.includes(code)) return membersOfPython.get(subject) ?? membersOfPyplot.get(subject);
  const [before, from] = lineAt(diagnostic, shift);
  if (code === unusedBeforeComma) return "What is a tuple elsewhere is a list here: [2, 3]";
  if (code === notCallable && isDType.test(from))
    return "A number of a dtype: np.array(1, { dtype: np.float32 }); of an array: x.astype(np.float32)";
  if (code < beyondSyntax) return insteadOfPython(before + from);
  if (!nameNotFound.includes(code)) return undefined;
  if (/[(,]\s*$/.test(before) && /^\w+\s*=[^=>]/.test(from)) {
    return `Arguments by name stand in an object: { ${subject}: … }`;
  }
  return namesOfPages.get(subject) ?? namesOfPython.get(subject);
}

/** The compiler's message, and what to do about it where the compiler does not say. */
export interface Explanation {
  message: string;
  advice?: string;
}

/**
 * Explains a mistake.
 *
 * @param shift - How many characters the compiler sees before the cell.
 */
export function explain(diagnostic: CompilerDiagnostic, shift: number): Explanation {
  const { messageText, code } = diagnostic;
  const message = ts.flattenDiagnosticMessageText(messageText, "\n");
  const specifier = /'([^']+)'/.exec(message)?.[1];
  if (code === ofNode && specifier) {
    return { message: `Cannot find '${specifier}'.`, advice: howToInstall(specifier) };
  }
  const advice = adviceOn(diagnostic, specifier ?? "", shift);
  if (advice && nameNotFound.includes(code)) return { message: `Cannot find name '${specifier}'.`, advice };
  if (question.test(message)) {
    return {
      message: message.replace(question, ""),
      advice: inLaterEngines,
    };
  }
  if (code === typeAlone && specifier && later.has(specifier)) return { message, advice: inLaterEngines };
  if (!moduleNotFound.includes(code) || !specifier || /^[./]/.test(specifier)) return { message, advice };
  return { message, advice: howToInstall(specifier) };
}

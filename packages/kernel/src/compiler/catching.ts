import { ts, type Node, type SourceFile } from "./typescript";

/** A place in a script, counted from zero. */
export interface ScriptPlace {
  line: number;
  column: number;
}

/** Whether each of some places in a script stands in a `try` that catches, within the function it belongs to. */
export function caughtAt(text: string, places: readonly ScriptPlace[]): boolean[] {
  const file = ts.createSourceFile("script.js", text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  return places.map((place) => isCaught(file, place));
}

function isCaught(file: SourceFile, { line, column }: ScriptPlace): boolean {
  const starts = file.getLineStarts();
  const position = Math.min((starts[line] ?? file.end) + column, file.end);
  let caught = false;
  const visit = (node: Node): void => {
    if (position < node.pos || position >= node.end) return;
    if (ts.isFunctionLike(node)) caught = false;
    if (ts.isTryStatement(node) && node.catchClause && position < node.tryBlock.end) caught = true;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return caught;
}

/** The process that compiles, as a snapshot of it starts. */
import process from "node:process";
import { startupSnapshot } from "node:v8";
import { rehearsed, serve } from "../../compiler/serve";
import type { Port } from "../../compiler/line";
import type { CompilerStart } from "../compiler";
import { compilerHost } from "../compilerHost";

/** What most cells make the compiler do: done once, it is quick from then on. */
const rehearsals = [
  "const first: number = 1;\nconsole.log(first);\nfirst;",
  "const list = [1, 2].map((x) => x + 1);\nfor (const one of list) console.log(`${one}`);\nlist;",
  "function f(x: number): number { return x + 1; }\nclass A { x = f(1); }\nnew A().x;",
  "interface B { b: string }\nlet b: B = { b: 'b' };\nasync function g() { return b; }\nawait g();",
];

// Of no project, whose tsconfig.json might have a say.
const converter = rehearsed(compilerHost("/__rehearsal__"));
for (const cell of rehearsals) {
  converter.convert(cell, "error");
  converter.declare([]);
}

startupSnapshot.setDeserializeMainFunction(() => {
  // What interrupts the kernel is sent to all processes of a terminal; a kernel's end ends this one.
  process.on("SIGINT", () => undefined);
  process.on("disconnect", () => process.exit());
  process.once("message", ({ folder, operators, declarations }: CompilerStart) => {
    const port: Port = { postMessage: (message) => void process.send?.(message), onmessage: null };
    serve(converter.movedTo(compilerHost(folder, operators)), declarations, [port]);
    process.on("message", (data) => port.onmessage?.({ data } as never));
  });
  process.send?.("ready");
});

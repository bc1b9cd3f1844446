import { setAdvice } from "@tslinen/kernel/dist/packages";

const ofNode = new Set(
  (
    "assert async_hooks buffer child_process cluster crypto dgram dns events fs http http2 https inspector module " +
    "net os path perf_hooks process readline repl stream string_decoder timers tls tty url util v8 vm wasi " +
    "worker_threads zlib Buffer require exports"
  ).split(" "),
);

/** Whether a module, or a global, is one of Node.js. */
const isOfNode = (name: string): boolean =>
  name.startsWith("node:") || ofNode.has(name.split("/")[0] as string);

/** Says why a module is not there, in a browser. */
export function adviseForBrowser(): void {
  setAdvice((name) =>
    isOfNode(name)
      ? "It belongs to Node.js, and this kernel runs in the browser. A notebook that needs it runs in JupyterLab, with the kernel tslinen"
      : 'In the browser there are "tslinen", "@tslinen/kernel" and the .ts, .js and .json files beside the notebook. ' +
        "A package can be loaded from an address: await import(address)",
  );
}

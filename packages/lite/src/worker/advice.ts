import { setAdvice } from "@tslinen/kernel/dist/packages";

const nodeModules = new Set(
  (
    "assert async_hooks buffer child_process cluster crypto dgram dns events fs http http2 https inspector module " +
    "net os path perf_hooks process readline repl stream string_decoder timers tls tty url util v8 vm wasi " +
    "worker_threads zlib"
  ).split(" "),
);

/** Whether a module is one of Node.js. */
const isOfNode = (specifier: string): boolean =>
  specifier.startsWith("node:") || nodeModules.has(specifier.split("/")[0] as string);

/** Says why a module is not there, in a browser. */
export function adviseForBrowser(): void {
  setAdvice((specifier) =>
    isOfNode(specifier)
      ? "It is a module of Node.js, and this kernel runs in the browser. Notebooks that need it run in JupyterLab with the kernel tslinen"
      : 'In the browser there are "tslinen", "@tslinen/kernel" and the .ts, .js and .json files beside the notebook. ' +
        "A package can be loaded from an address: await import(address)",
  );
}

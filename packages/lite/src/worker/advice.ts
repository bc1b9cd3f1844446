import { setAdvice } from "@tslinen/kernel/dist/packages";

const ofNode = new Set(
  (
    "assert async_hooks buffer child_process cluster crypto dgram dns events fs http http2 https inspector module " +
    "net os path perf_hooks process readline repl stream string_decoder timers tls tty url util v8 vm wasi " +
    "worker_threads zlib Buffer require exports"
  ).split(" "),
);

/** Whether a module, or a global, is one of Node.js. */
export const isOfNode = (name: string): boolean =>
  name.startsWith("node:") || ofNode.has(name.split("/")[0] as string);

const setting = "Settings > Settings Editor > TypeScript kernel > Address of packages";

/** Says why a module is not there, in a browser. */
export function adviseForBrowser(server: { readonly address: string }): void {
  setAdvice((name) => {
    if (isOfNode(name)) {
      return "It belongs to Node.js, and this kernel runs in the browser. A notebook that needs it runs in JupyterLab, with the kernel tslinen";
    }
    if (/^https?:/.test(name)) return "There is no module at this address";
    return server.address
      ? `There is no such package at ${server.address}, the address of ${setting}`
      : `Packages come from a server of ES modules. To choose one, enter its address under ${setting}`;
  });
}

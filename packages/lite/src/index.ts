import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { IKernelClient, IKernelSpecs, type IKernel } from "@jupyterlite/services";
import { BrowserKernel } from "./kernel";

/** What JupyterLite shows of the kernel. */
const spec = {
  name: "tslinen",
  display_name: "TypeScript (tslinen)",
  language: "typescript",
  argv: [],
  resources: {},
};

/** Offers the kernel to JupyterLite, and makes its stop button reach it. */
const plugin: JupyterFrontEndPlugin<void> = {
  id: "@tslinen/lite:kernel",
  description: "A TypeScript kernel that runs in the browser.",
  autoStart: true,
  requires: [IKernelSpecs, IKernelClient],
  activate({ serviceManager }: JupyterFrontEnd, specs: IKernelSpecs, client: IKernelClient): void {
    const kernels = new Map<string, BrowserKernel>();
    const create = (options: IKernel.IOptions): Promise<IKernel> => {
      const kernel = new BrowserKernel(options, serviceManager.contents);
      kernels.set(kernel.id, kernel);
      kernel.disposed.connect(() => {
        if (kernels.get(kernel.id) === kernel) kernels.delete(kernel.id);
      });
      return Promise.resolve(kernel);
    };
    specs.register({ spec, create });
    // JupyterLite's own only empties its queue of requests.
    const interrupt = client.interrupt.bind(client);
    client.interrupt = async (id) => kernels.get(id)?.interrupt() ?? interrupt(id);
  },
};

export default plugin;

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ISettingRegistry } from "@jupyterlab/settingregistry";
import { IKernelClient, IKernelSpecs, type IKernel } from "@jupyterlite/services";
import { BrowserKernel } from "./kernel";
import { promptSocket } from "./promptSocket";
import { startAhead } from "./spare";

/** What JupyterLite shows of the kernel. */
const spec = {
  name: "tslinen",
  display_name: "TypeScript (tslinen)",
  language: "typescript",
  argv: [],
  resources: {},
};

const id = "@tslinen/lite:kernel";

/** Offers the kernel to JupyterLite, and makes its stop button reach it. */
const plugin: JupyterFrontEndPlugin<void> = {
  id,
  description: "A TypeScript kernel that runs in the browser.",
  autoStart: true,
  requires: [IKernelSpecs, IKernelClient, ISettingRegistry],
  activate(
    { serviceManager }: JupyterFrontEnd,
    specs: IKernelSpecs,
    client: IKernelClient,
    registry: ISettingRegistry,
  ): void {
    startAhead(location.search);
    const kernels = new Map<string, BrowserKernel>();
    let packages = "";
    const settled = registry.load(id).then((settings) => {
      const follow = (): void => {
        packages = settings.composite.packages as string;
        for (const kernel of kernels.values()) kernel.setPackages(packages);
      };
      settings.changed.connect(follow);
      follow();
    });
    settled.catch((error: unknown) => console.error(`tslinen: no settings of the kernel: ${String(error)}`));
    const create = (options: IKernel.IOptions): Promise<IKernel> => {
      const kernel = new BrowserKernel(options, { contents: serviceManager.contents, packages });
      kernels.set(kernel.id, kernel);
      kernel.disposed.connect(() => {
        if (kernels.get(kernel.id) === kernel) kernels.delete(kernel.id);
      });
      return Promise.resolve(kernel);
    };
    specs.register({ spec, create });
    const { serverSettings } = serviceManager.kernels;
    const isOurs = (url: string): boolean =>
      [...kernels.keys()].some((kernelId) => url.includes(`/${kernelId}/`));
    Object.assign(serverSettings, { WebSocket: promptSocket(serverSettings.WebSocket, isOurs) });
    // JupyterLite's own only empties its queue of requests.
    const interrupt = client.interrupt.bind(client);
    client.interrupt = async (kernelId) => kernels.get(kernelId)?.interrupt() ?? interrupt(kernelId);
  },
};

export default plugin;

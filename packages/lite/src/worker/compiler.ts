/** The worker that compiles. */
import { rehearsed, serve } from "@tslinen/kernel/dist/compiler/serve";
import { adviseForBrowser } from "./advice";
import { browserHost } from "./host";
import type { CompilerStart, ToBoth } from "./messages";
import { FilesWithPackages } from "./packages";

/** The compiler's worker starts while the page still loads: there is time to read the library's declarations as well. */
const rehearsal = `import { np, jax, nn, plt } from "tslinen";
const x = np.linspace(-1, 1, 3);
plt.plot(x, jax.vmap(jax.grad(nn.relu))(x), { label: "relu" });
plt.legend();`;

const files = new FilesWithPackages({ address: "" });

async function start({ folder, declarations, packages, loopStops, ports }: CompilerStart): Promise<void> {
  adviseForBrowser(files.server);
  files.server.address = packages;
  const answer = await fetch(declarations);
  files.change((await answer.json()) as Record<string, string>);
  files.addFolder(folder);
  serve(rehearsed(browserHost(files, folder, loopStops), rehearsal), "", ports);
}

self.onmessage = ({ data }: MessageEvent<CompilerStart | ToBoth>) => {
  if (!("kind" in data)) void start(data);
  else if (data.kind === "files") files.change(data.changes);
  else files.server.address = data.address;
};

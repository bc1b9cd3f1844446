/** The worker that compiles. */
import { serve } from "@tslinen/kernel/dist/compiler/serve";
import { adviseForBrowser } from "./advice";
import { MemoryFiles } from "./files";
import { browserHost } from "./host";
import type { CompilerStart, FromPage } from "./messages";

const files = new MemoryFiles();

async function start({ folder, declarations, stopsLoops, ports }: CompilerStart): Promise<void> {
  adviseForBrowser();
  const answer = await fetch(declarations);
  files.change((await answer.json()) as Record<string, string>);
  files.addFolder(folder);
  serve(browserHost(files, folder, stopsLoops), "", ports);
}

self.onmessage = ({ data }: MessageEvent<CompilerStart | FromPage>) => {
  if (!("kind" in data)) void start(data);
  else if (data.kind === "files") files.change(data.changes);
};

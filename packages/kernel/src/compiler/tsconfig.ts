import { folderOf } from "../paths";
import type { CompilerHost } from "./host";
import { ts, type CompilerOptions } from "./typescript";

/** What cells take over from a tsconfig.json: where modules lie, what decorators are, and how strict types are. */
const taken = [
  ...["paths", "pathsBasePath", "baseUrl", "experimentalDecorators", "emitDecoratorMetadata"],
  ...["strict", "strictNullChecks", "strictFunctionTypes", "strictBindCallApply", "noImplicitAny"],
  ...["noImplicitThis", "strictPropertyInitialization", "useUnknownInCatchVariables"],
];

/** The tsconfig.json nearest above a notebook. */
export class TsConfig {
  private stamp = "";
  private known: CompilerOptions = {};

  constructor(private readonly host: CompilerHost) {}

  /** What cells take over from it, as it is now; nothing if there is none. */
  get options(): CompilerOptions {
    const { files } = this.host;
    const path = this.path();
    const stamp = path ? `${path}:${files.stamp(path)}` : "";
    if (stamp !== this.stamp) this.known = path ? this.read(path) : {};
    this.stamp = stamp;
    return this.known;
  }

  private path(): string | undefined {
    for (let at = this.host.folder; ; at = folderOf(at)) {
      const path = `${at === "/" ? "" : at}/tsconfig.json`;
      if (this.host.files.exists(path)) return path;
      if (folderOf(at) === at) return undefined;
    }
  }

  private read(path: string): CompilerOptions {
    const { files } = this.host;
    const host = {
      useCaseSensitiveFileNames: true,
      readDirectory: () => [],
      fileExists: (name: string) => files.exists(name),
      readFile: (name: string) => files.read(name),
    };
    const { config } = ts.readConfigFile(path, host.readFile) as { config?: object };
    const { options } = ts.parseJsonConfigFileContent(config ?? {}, host, folderOf(path));
    return Object.fromEntries(Object.entries(options).filter(([name]) => taken.includes(name)));
  }
}

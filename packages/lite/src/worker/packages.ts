/** Packages that are loaded from a server of ES modules. */
import { isOfNode } from "./advice";
import { fetchNow } from "./fetchNow";
import { MemoryFiles } from "./files";

/** Where the server is. */
export interface PackageServer {
  /** The address below which packages are found; empty if there is none. */
  address: string;
}

const hasAddress = (specifier: string): boolean => /^(https?|data|blob):/.test(specifier);

/** The address of a module, if it is one that a server has; undefined for any other. */
export function addressOf(specifier: string, { address }: PackageServer): string | undefined {
  if (hasAddress(specifier)) return specifier;
  if (!address || /^\.{0,2}\//.test(specifier) || isOfNode(specifier)) return undefined;
  return `${address.replace(/\/+$/, "")}/${specifier}`;
}

const folder = "/kernel/packages/";
const pathOf = (address: string): string => folder + address.replace("://", "/").replace(/[?#].*$/, "");
const isDeclaration = (path: string): boolean => /\.d\.[cm]?ts$/.test(path);

/** The compiler's files, with the declarations of packages, which are fetched when they are asked for. */
export class FilesWithPackages extends MemoryFiles {
  /** By path: the address of a file of declarations. */
  private readonly addresses = new Map<string, string>();
  /** By address of a module: the file that says what it exports, or undefined where there is no such module. */
  private readonly found = new Map<string, string | undefined>();
  /** Files of declarations that no server has. */
  private readonly missing = new Set<string>();

  constructor(readonly server: PackageServer) {
    super();
  }

  /** The declarations of a module that a server has; a file without any for a module without types. */
  find(specifier: string, importer: string): string | undefined {
    const from = this.addresses.get(importer);
    const address =
      from !== undefined && specifier.startsWith("/")
        ? new URL(specifier, from).href
        : addressOf(specifier, this.server);
    if (address === undefined || !/^https?:/.test(address)) return undefined;
    if (!this.found.has(address)) this.found.set(address, this.look(address));
    return this.found.get(address);
  }

  override exists(path: string): boolean {
    if (super.exists(path)) return true;
    return (
      path.startsWith(folder) && isDeclaration(path) && this.fetchDeclarations(this.addressAt(path), path)
    );
  }

  override isFolder(path: string): boolean {
    return path.startsWith(folder) || super.isFolder(path);
  }

  private look(address: string): string | undefined {
    if (isDeclaration(new URL(address).pathname)) {
      return this.fetchDeclarations(address) ? pathOf(address) : undefined;
    }
    try {
      const { ok, header } = fetchNow(address);
      if (!ok) return undefined;
      const types = header("x-typescript-types");
      const declared = types === null ? undefined : new URL(types, address).href;
      if (declared !== undefined && this.fetchDeclarations(declared)) return pathOf(declared);
    } catch {
      return undefined;
    }
    const untyped = `${pathOf(address)}.js`;
    this.change({ [untyped]: "" });
    return untyped;
  }

  /** Fetches a file of declarations; false if there is none. */
  private fetchDeclarations(address: string, path = pathOf(address)): boolean {
    if (this.missing.has(path)) return false;
    try {
      const { ok, bytes } = fetchNow(address);
      if (ok) {
        this.change({ [path]: bytes });
        this.addresses.set(path, address);
        return true;
      }
    } catch {
      // As if the server did not have it.
    }
    this.missing.add(path);
    return false;
  }

  /** The address of a file that another one names by its path. */
  private addressAt(path: string): string {
    return path.slice(folder.length).replace("/", "://");
  }
}

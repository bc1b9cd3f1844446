// Which packages a package needs at run time, as they are installed in a checkout, for whichever platform.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { needs } from "./contents.mjs";

/** The packages of a checkout. Those published for another platform only are fetched, as the lockfile has them. */
export class Packages {
  #root;
  #target;
  #fetched;
  #lock;
  /** Where packages lie below node_modules in the wheel, by where they lie in the lockfile. */
  #places = new Map();

  constructor(root, target, fetched) {
    this.#root = root;
    this.#target = target;
    this.#fetched = fetched;
    this.#lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  }

  /** A package and all it needs: where each lies, and its place below node_modules. */
  closureOf(name) {
    const found = new Map();
    const take = (wanted, from) => {
      const one = this.#find(wanted, from);
      if (found.has(one.place)) return;
      found.set(one.place, one);
      const manifest = JSON.parse(readFileSync(join(one.folder, "package.json"), "utf8"));
      for (const dependency of Object.keys(needs(wanted) ?? manifest.dependencies ?? {}))
        take(dependency, one);
      for (const dependency of this.#optional(wanted, manifest)) take(dependency, one);
    };
    take(name, { key: "" });
    return [...found.values()];
  }

  #optional(name, { optionalDependencies = {} }) {
    if (needs(name)) return [];
    return Object.keys(optionalDependencies).filter((dependency) => {
      const { os, cpu, libc } = this.#lock[`node_modules/${dependency}`] ?? {};
      const fits = (allowed, one) => !allowed || allowed.includes(one);
      return fits(os, this.#target.os) && fits(cpu, this.#target.cpu) && fits(libc, this.#target.libc);
    });
  }

  /**
   * Looks for a package as Node.js does, from the folder of the one that needs it upwards. A package of this workspace
   * lies in its own folder, and what it alone needs below that.
   */
  #find(name, from) {
    for (let at = from.key; ; at = above(at)) {
      const listed = `${at ? `${at}/` : ""}node_modules/${name}`;
      const entry = this.#lock[listed];
      if (entry) {
        const key = entry.link ? entry.resolved : listed;
        const place = at ? `${this.#places.get(at)}/node_modules/${name}` : name;
        this.#places.set(key, place);
        return { name, key, place, folder: this.#folderOf(key) };
      }
      if (at === "")
        throw new Error(`${from.name ?? "the wheel"} needs ${name}, which the lockfile does not have`);
    }
  }

  #folderOf(key) {
    const installed = join(this.#root, ...key.split("/"));
    return existsSync(installed) ? realpathSync(installed) : this.#fetch(key);
  }

  #fetch(key) {
    const { version, integrity } = this.#lock[key];
    const name = key.slice(key.lastIndexOf("node_modules/") + "node_modules/".length);
    const folder = join(this.#fetched, name);
    mkdirSync(folder, { recursive: true });
    const packed = ["pack", `${name}@${version}`, "--silent", "--pack-destination", this.#fetched];
    const file = execFileSync("npm", packed, { encoding: "utf8", shell: sep === "\\" }).trim();
    const tarball = join(this.#fetched, file);
    const hash = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
    if (hash !== integrity) throw new Error(`${name}@${version}: expected ${integrity}, got ${hash}`);
    execFileSync("tar", ["-xzf", tarball, "--strip-components=1"], { cwd: folder });
    return folder;
  }
}

/** The folder of the package that holds the one in a folder, "" for the root. */
const above = (key) => key.slice(0, Math.max(0, key.lastIndexOf("/node_modules/")));

import { onInterrupt } from "../display/onInterrupt";
import { NameInUseError } from "./errors";
import type { Scope } from "./scope";

/** The property of a module under which its {@link ModuleState} is. */
export const stateSymbol = Symbol("state");

/** What a module is in the middle of: nothing, being constructed, in its setup, or set up. */
export type Phase = "new" | "setup" | "ready";

/** What there is to know of a module beside its fields. */
export class ModuleState {
  /** The module within which it was made. */
  parent: ModuleState | undefined;
  /** Its name there; undefined until it has one. */
  name: string | undefined;
  /** Whether the name was given, not made. */
  named = false;
  /** Its place among the variables, from its first use on. */
  scope: Scope | undefined;
  phase: Phase = "new";
  /** The names of its fields, once its setup adds others. */
  fields: readonly string[] | undefined;
  /** Values given to the constructor for fields that the class has not defined yet. */
  readonly pending = new Map<string, unknown>();
  /** How many of its methods are running, one within the other. */
  depth = 0;
  readonly #counts = new Map<string, number>();
  readonly #taken = new Map<string, "setup" | "call">();

  constructor(readonly className: string) {}

  /** The next free name of the form `Dense_0`. */
  autoName(className: string): string {
    const count = this.#counts.get(className) ?? 0;
    this.#counts.set(className, count + 1);
    return `${className}_${count}`;
  }

  /** Goes on counting names where another one has come to. */
  countOn(other: ModuleState): void {
    for (const [className, count] of other.#counts) this.#counts.set(className, count);
  }

  /** Takes a name for a parameter, a variable or a submodule; throws where it is in use. */
  reserve(name: string, kind: string): void {
    if (this.#taken.has(name)) throw new NameInUseError(kind, name, this.className);
    this.#taken.set(name, this.phase === "setup" || this.phase === "new" ? "setup" : "call");
  }

  /** Makes a submodule one of this module's. */
  adopt(child: ModuleState, name: string | undefined): void {
    child.parent = this;
    if (name === undefined) return;
    this.reserve(name, "submodule");
    child.name = name;
  }

  /** Gives up a submodule that turns out to belong to a field of another one. */
  release(child: ModuleState): void {
    if (child.name !== undefined) {
      this.#taken.delete(child.name);
      const count = this.#counts.get(child.className);
      if (count !== undefined && child.name === `${child.className}_${count - 1}`) {
        this.#counts.set(child.className, count - 1);
      }
    }
    child.parent = undefined;
    child.name = undefined;
  }

  /** Forgets the names taken while it was called, so that calling it again uses the same ones. */
  rewind(): void {
    this.#counts.clear();
    for (const [name, when] of this.#taken) if (when === "call") this.#taken.delete(name);
  }
}

/** The modules whose methods are running, the innermost last. */
export const running: ModuleState[] = [];
onInterrupt(() => {
  for (const state of running.splice(0)) {
    state.depth = 0;
    state.rewind();
  }
});

/** Makes a module that is constructed while another one runs one of its submodules. */
export function joinRunning(state: ModuleState): void {
  const parent = running.at(-1);
  if (!parent?.scope) return;
  // In a setup, the field that it is assigned to names it.
  const made = parent.phase === "setup" ? undefined : parent.autoName.bind(parent, state.className);
  parent.adopt(state, state.named ? state.name : made?.());
}

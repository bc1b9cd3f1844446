import { isWholeSource, scopesOf, type Frame } from "./frames";
import type { RemoteObject } from "./engine";
import type { Variable, VariableScope } from "./messages";
import type { Probe } from "./probe";
import type { Group, Remote } from "./remote";

/** What a number stands for that the front end asks with: what holds names or values. */
interface Reference {
  group: Group;
  find(): Promise<RemoteObject>;
}

const nothing: RemoteObject = { type: "undefined" };

/** Whether a frame belongs to a cell, and not to a file. */
const isOfCell = ({ script }: Frame): boolean => script !== undefined && script.name !== script.path;

/** The names and values that are shown. */
export class Variables {
  private readonly references = new Map<number, Reference>();
  private last = 0;

  constructor(private readonly remote: Remote) {}

  /** Forgets the values of a group. */
  async forget(group: Group): Promise<void> {
    for (const [id, reference] of this.references) if (reference.group === group) this.references.delete(id);
    await this.remote.release(group);
  }

  /** The groups of names that a frame sees. */
  scopes(frame: Frame): VariableScope[] {
    const { locals, closure, whole } = scopesOf(frame);
    const { script, at } = frame;
    const isCell = isOfCell(frame);
    const isTop = isWholeSource(frame);
    const scope = (name: string, objects: RemoteObject[], self: RemoteObject, endsInCell = false) => ({
      name,
      expensive: false,
      variablesReference: this.refer("pause", () =>
        this.remote.keepOf("pause", [self, ...objects], "locals", script?.text ?? null, endsInCell),
      ),
    });
    return [
      isTop ? scope("Locals", [...locals, ...whole], nothing, isCell) : scope("Locals", locals, at.this),
      ...(closure.length > 0 ? [scope("Closure", closure, nothing)] : []),
      ...(!isTop && !isCell && whole.length > 0 ? [scope("Module", whole, nothing)] : []),
      {
        name: "Globals",
        expensive: false,
        variablesReference: this.refer("pause", () => this.remote.keep("pause", "globals")),
      },
    ];
  }

  /** The names of a frame that hide what cells have declared. */
  localNames(frame: Frame): Promise<ReturnType<Probe["localNames"]>> {
    const { locals, closure, whole } = scopesOf(frame);
    const inner = [...locals, ...closure, ...(isOfCell(frame) ? [] : whole)];
    return this.remote.askOf([nothing, ...inner], "localNames", frame.script?.text ?? null, false);
  }

  /** What cells have declared. */
  async globals(): Promise<Variable[]> {
    await this.forget("globals");
    return this.list(this.refer("globals", () => this.remote.keep("globals", "globals")));
  }

  /** What is in what a number stands for. */
  async list(id: number): Promise<Variable[]> {
    const reference = this.references.get(id);
    if (!reference) return [];
    const holder = await reference.find();
    const entries = await this.remote.askOf([holder], "list");
    return entries.map(({ name, value, type, isOpen }, index) => ({
      name,
      value,
      type,
      evaluateName: name,
      variablesReference: isOpen
        ? this.refer(reference.group, () => this.remote.keepOf(reference.group, [holder], "at", index))
        : 0,
    }));
  }

  /** A value that was asked for, with what to ask for what is in it. */
  async show(value: RemoteObject): Promise<{ result: string; type: string; variablesReference: number }> {
    const { type, isOpen } = await this.remote.askOf([value], "describe", "");
    return {
      result: await this.remote.askOf([value], "text"),
      type,
      variablesReference: isOpen ? this.refer("pause", async () => value) : 0,
    };
  }

  private refer(group: Group, find: () => Promise<RemoteObject>): number {
    let found: Promise<RemoteObject> | undefined;
    this.references.set(++this.last, { group, find: () => (found ??= find()) });
    return this.last;
  }
}

import { isWholeSource, scopesOf, type Frame } from "./frames";
import type { RemoteObject } from "./engine";
import type { VariableScope } from "./messages";
import type { Probe } from "./probe";
import type { Remote } from "./remote";

const nothing: RemoteObject = { type: "undefined" };

/** Whether a frame belongs to a cell, and not to a file. */
const isOfCell = ({ script }: Frame): boolean => script !== undefined && script.name !== script.path;

/** The groups of names that a frame sees. */
export async function variableScopes(frame: Frame, remote: Remote): Promise<VariableScope[]> {
  const { locals, closure, whole } = scopesOf(frame);
  const { script, at } = frame;
  const isCell = isOfCell(frame);
  const isTop = isWholeSource(frame);
  const scope = async (name: string, objects: RemoteObject[], self = nothing, endsInCell = false) => ({
    name,
    expensive: false,
    variablesReference: await remote.askOf([self, ...objects], "locals", script?.text ?? null, endsInCell),
  });
  return [
    isTop
      ? await scope("Locals", [...locals, ...whole], nothing, isCell)
      : await scope("Locals", locals, at.this),
    ...(closure.length > 0 ? [await scope("Closure", closure)] : []),
    ...(!isTop && !isCell && whole.length > 0 ? [await scope("Module", whole)] : []),
    { name: "Globals", expensive: false, variablesReference: await remote.ask("globals", "pause") },
  ];
}

/** The names of a frame that hide what cells have declared, and where the values of some are. */
export function localNames(frame: Frame, remote: Remote): Promise<ReturnType<Probe["localNames"]>> {
  const { locals, closure, whole } = scopesOf(frame);
  const inner = [...locals, ...closure, ...(isOfCell(frame) ? [] : whole)];
  return remote.askOf(inner, "localNames", frame.script?.text ?? null);
}

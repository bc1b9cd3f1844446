import type { Inspector, RemoteObject } from "./engine";
import { probeKey, type Group, type Probe } from "./probe";

interface Answer {
  result: RemoteObject;
  exceptionDetails?: { text: string; exception?: RemoteObject };
}

/** How the probe is spoken of in the thread of cells. */
export const probe = `globalThis[Symbol.for(${JSON.stringify(probeKey)})]`;

/** Speaks with the probe in the thread of cells, even while code runs there or has stopped. */
export class Remote {
  constructor(private readonly inspector: Inspector) {}

  /** What a method of the probe gives. */
  async ask<Name extends keyof Probe>(
    name: Name,
    ...args: Parameters<Probe[Name]>
  ): Promise<ReturnType<Probe[Name]>> {
    const expression = `${probe}.${name}(${args.map((one) => JSON.stringify(one) ?? "undefined").join(", ")})`;
    return (await this.value(expression)) as ReturnType<Probe[Name]>;
  }

  /** What a method of the probe gives for objects of stopped code, behind other arguments. */
  async askOf<Name extends keyof Probe>(
    objects: readonly RemoteObject[],
    name: Name,
    ...args: unknown[]
  ): Promise<ReturnType<Probe[Name]>> {
    const objectId = objects.find((one) => one.objectId !== undefined)?.objectId ?? (await this.probeId());
    const answer = await this.inspector.post<Answer>("Runtime.callFunctionOn", {
      objectId,
      functionDeclaration: `function (...all) { return ${probe}.${name}(...all); }`,
      arguments: [...args.map((value) => ({ value })), ...objects.map(asArgument)],
      silent: true,
      returnByValue: true,
    });
    return valueOf(answer) as ReturnType<Probe[Name]>;
  }

  /** Evaluates code, in a function at work if one is named; the probe holds its value under the number it gives. */
  async evaluate(code: string, group: Group, callFrameId?: string): Promise<number> {
    return (await this.value(`${probe}.hold(${JSON.stringify(group)}, ${code})`, callFrameId)) as number;
  }

  /** The value of an expression that can be written as JSON. */
  async value(expression: string, callFrameId?: string): Promise<unknown> {
    const params = { expression, silent: true, returnByValue: true };
    // Where the thread is in the midst of something, the engine does not survive a stop in what is evaluated.
    const answer =
      callFrameId === undefined
        ? this.inspector.post<Answer>("Runtime.evaluate", { ...params, disableBreaks: true })
        : this.inspector.post<Answer>("Debugger.evaluateOnCallFrame", { ...params, callFrameId });
    return valueOf(await answer);
  }

  private async probeId(): Promise<string | undefined> {
    const params = { expression: probe, objectGroup: "probe", disableBreaks: true };
    return (await this.inspector.post<Answer>("Runtime.evaluate", params)).result.objectId;
  }
}

function asArgument({ objectId, unserializableValue, value }: RemoteObject): object {
  if (objectId !== undefined) return { objectId };
  return unserializableValue === undefined ? { value } : { unserializableValue };
}

/** @throws Error with what was thrown there. */
function valueOf({ result, exceptionDetails }: Answer): unknown {
  if (!exceptionDetails) return result.value;
  const { exception, text } = exceptionDetails;
  const [line] = (exception?.description ?? String(exception?.value ?? text)).split("\n    at ");
  throw new Error(line);
}

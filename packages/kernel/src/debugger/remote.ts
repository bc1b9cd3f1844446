import type { Inspector, RemoteObject } from "./engine";
import { probeKey, type Probe } from "./probe";

interface Answer {
  result: RemoteObject;
  exceptionDetails?: { text: string; exception?: RemoteObject };
}

/** How the probe is spoken of there. */
export const probe = `globalThis[Symbol.for(${JSON.stringify(probeKey)})]`;

/** The group of values that are held until the reader has seen other ones. */
export type Group = "pause" | "globals";

/** Speaks with the probe in the thread of cells, even while code runs there or has stopped. */
export class Remote {
  constructor(private readonly inspector: Inspector) {}

  /** What a method of the probe gives for arguments that can be written as JSON. */
  async ask<Name extends keyof Probe>(
    name: Name,
    ...args: Parameters<Probe[Name]>
  ): Promise<ReturnType<Probe[Name]>> {
    const expression = `${probe}.${name}(${args.map((one) => JSON.stringify(one)).join(", ")})`;
    const { value } = await this.evaluate(expression, { returnByValue: true });
    return value as ReturnType<Probe[Name]>;
  }

  /** What a method of the probe gives for arguments that can be written as JSON, and after them values there. */
  async askOf<Name extends keyof Probe>(
    values: RemoteObject[],
    name: Name,
    ...args: unknown[]
  ): Promise<ReturnType<Probe[Name]>> {
    const { value } = await this.call(values, name, args, { returnByValue: true });
    return value as ReturnType<Probe[Name]>;
  }

  /** Like {@link askOf}, but the answer stays there. */
  keepOf(group: Group, values: RemoteObject[], name: keyof Probe, ...args: unknown[]): Promise<RemoteObject> {
    return this.call(values, name, args, { objectGroup: group });
  }

  /** What the probe gives, which stays there. */
  keep(group: Group, name: keyof Probe): Promise<RemoteObject> {
    return this.evaluate(`${probe}.${name}()`, { objectGroup: group });
  }

  /** Forgets the values of a group. */
  async release(group: Group): Promise<void> {
    await this.inspector.post("Runtime.releaseObjectGroup", { objectGroup: group });
  }

  /** The value of an expression, in a function at work if one is named. */
  async evaluate(expression: string, options: object = {}, callFrameId?: string): Promise<RemoteObject> {
    const params = { expression, silent: true, ...options };
    return valueOf(
      await (callFrameId === undefined
        ? this.inspector.post<Answer>("Runtime.evaluate", params)
        : this.inspector.post<Answer>("Debugger.evaluateOnCallFrame", { ...params, callFrameId })),
    );
  }

  private async call(
    values: RemoteObject[],
    name: keyof Probe,
    args: unknown[],
    options: object,
  ): Promise<RemoteObject> {
    const { objectId } = values.find((one) => one.objectId !== undefined) ?? (await this.evaluate(probe));
    return valueOf(
      await this.inspector.post<Answer>("Runtime.callFunctionOn", {
        objectId,
        functionDeclaration: `function (...all) { return ${probe}.${name}(...all); }`,
        arguments: [...args.map((value) => ({ value })), ...values.map(asArgument)],
        silent: true,
        ...options,
      }),
    );
  }
}

function asArgument({ objectId, unserializableValue, value }: RemoteObject): object {
  if (objectId !== undefined) return { objectId };
  return unserializableValue === undefined ? { value } : { unserializableValue };
}

/** @throws Error with what was thrown there. */
function valueOf({ result, exceptionDetails }: Answer): RemoteObject {
  if (!exceptionDetails) return result;
  const { exception, text } = exceptionDetails;
  const [line] = (exception?.description ?? String(exception?.value ?? text)).split("\n    at ");
  throw new Error(line);
}

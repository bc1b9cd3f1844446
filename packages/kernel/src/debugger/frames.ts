import type { CallFrame, RemoteObject, ScopeObject } from "./engine";
import type { StackFrame } from "./messages";
import type { OwnScript, Scripts, SourcePlace } from "./scripts";

/** A function at work, and where it stands in its source. */
export interface Frame {
  id: number;
  at: CallFrame;
  place: SourcePlace;
  script?: OwnScript;
}

let last = 0;

/** Of the functions at work, those that are the reader's business. */
export function framesOf(callFrames: readonly CallFrame[], scripts: Scripts): Frame[] {
  return callFrames.flatMap((at) => {
    const place = scripts.sourceOf(at.location);
    return place ? { id: ++last, at, place, script: scripts.ownScript(at.location.scriptId) } : [];
  });
}

/** Whether a frame is a whole cell or file at work, and no function in it. */
export const isWholeSource = ({ script, at }: Frame): boolean =>
  script !== undefined && isOutermost(at.functionLocation);

/** A frame as the front end wants it. */
export function stackFrame(frame: Frame): StackFrame {
  const { id, at, place } = frame;
  const { path, line, column } = place;
  const name = isWholeSource(frame) ? place.name : at.functionName;
  return { id, name: name || "(anonymous)", line, column, source: { path, name: place.name } };
}

/** Whether a function is the one that the kernel has put around a whole cell or file. */
const isOutermost = (start: { lineNumber: number } | undefined): boolean => (start?.lineNumber ?? 0) < 0;

/** The objects that hold the names of a frame, inner ones first, in groups. */
export interface FrameScopes {
  /** Names of the function itself; of the cell or file, if no function is at work in it. */
  locals: RemoteObject[];
  /** Names of functions around it. */
  closure: RemoteObject[];
  /** Names of the whole cell or file, as far as the engine has kept them. */
  whole: RemoteObject[];
}

/** Sorts the scopes of a frame. */
export function scopesOf({ at, script }: Frame): FrameScopes {
  const found: FrameScopes = { locals: [], closure: [], whole: [] };
  const isWhole = ({ type, startLocation }: ScopeObject): boolean =>
    script !== undefined && (type === "local" || type === "closure") && isOutermost(startLocation);
  let isInner = false;
  for (const scope of at.scopeChain) {
    if (scope.type === "global" || scope.type === "script") break;
    const group = isWhole(scope) ? "whole" : isInner ? "closure" : "locals";
    found[group].push(scope.object);
    isInner ||= scope.type === "local";
  }
  return found;
}

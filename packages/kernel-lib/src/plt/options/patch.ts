import type { FilledStyle } from "../artists/filled";
import { noPaint } from "../artists/paints";
import { paint } from "../color/color";
import { transformOption } from "../coordinates";
import { edgeLook, faded, filledOptions } from "./looks";
import { option, readTable, type OptionsOf, type ReadOf } from "./option";
import { flag } from "./readers";

export const patchOptions = {
  ...filledOptions,
  /** Whether it is filled. Default: true. */
  fill: option(flag, { default: true }),
  /** Whether what lies beyond the axes is not drawn. Default: true. */
  clipOn: option(flag, { default: true }),
  /** What places are measured in: `ax.transAxes` for shares of the axes, and so on. Default: data. */
  transform: transformOption,
};

/** How shapes look. */
export type PatchOptions = OptionsOf<typeof patchOptions>;

/** The look of a shape: filled in the first colour of the cycle, or drawn in black. */
export function patchStyle(functionName: string, read: ReadOf<typeof patchOptions>): FilledStyle {
  const line = read.fill ? noPaint : paint(functionName, "k");
  const inside = read.facecolor ?? read.color ?? paint(functionName, "C0");
  return {
    face: [read.fill ? faded(inside, read.alpha) : noPaint],
    edge: [faded(read.edgecolor ?? read.color ?? line, read.alpha)],
    ...edgeLook(read),
    ...(read.alpha !== undefined && { opacity: read.alpha }),
    ...(!read.clipOn && { clip: false }),
  };
}

/** Reads the options of a shape. */
export function readPatch(functionName: string, options: unknown) {
  const read = readTable(functionName, options, patchOptions);
  return { style: patchStyle(functionName, read), label: read.label, zorder: read.zorder };
}

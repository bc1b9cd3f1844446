import type { Interval, Scale } from "../model/scale";
import type { LogScale } from "../model/scales/log";
import type { SymlogScale } from "../model/scales/symlog";
import { logLabels, logTicks } from "./log";
import { logitLabels, logitTicks } from "./logit";
import { symlogLabels, symlogTicks } from "./symlog";

/** The ticks that a scale has of its own, and how it writes ticks. */
export interface ScaleTicks {
  place(view: Interval, space: number): { major: number[]; minor: number[] };
  label(ticks: readonly number[], view: Interval, minor: boolean): string[];
}

const clamp = (low: number, x: number, high: number) => Math.max(low, Math.min(x, high));

/** Of scales that have ticks of their own, which these are; undefined for those with ticks at round numbers. */
export function ticksOf(scale: Scale): ScaleTicks | undefined {
  switch (scale.name) {
    case "log": {
      const { base } = scale as LogScale;
      return {
        place: (view, space) => logTicks(view, clamp(2, space, 9), base),
        label: (ticks, view) => logLabels(ticks, view, base),
      };
    }
    case "symlog":
      return {
        place: (view) => symlogTicks(view, scale as SymlogScale),
        label: (ticks, view, minor) =>
          minor ? ticks.map(() => "") : symlogLabels(ticks, view, scale as SymlogScale),
      };
    case "logit":
      return { place: logitTicks, label: (ticks, _, minor) => logitLabels(ticks, minor) };
    default:
      return undefined;
  }
}

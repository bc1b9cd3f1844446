import { msPerDay } from "../dates";
import type { Frame, Json } from "../model/artist";

/** More points than these would make a spec heavy for what a pointer can pick out. */
const mostHovered = 2000;

/** Name of the parameter that holds how far axes have been moved. */
export const movedParam = (index: number): string => `moved${index}`;

/**
 * The parameter by which dragging moves what is seen and the wheel, with Shift held, enlarges it; a double click puts
 * it back. The wheel alone scrolls the page, and a finger does, too.
 */
export const moving = (index: number): Json => ({
  name: movedParam(index),
  select: {
    type: "interval",
    translate: "[pointerdown[event.pointerType !== 'touch'], window:pointerup] > window:pointermove!",
    zoom: "wheel![event.shiftKey]",
  },
  bind: "scales",
});

/** Fields that a pointer is told under the names of the axes. */
const usual = (frame: Frame): Record<string, string> => ({ x: frame.x.name, y: frame.y.name });

/** What a pointer over a mark is told: fields, under the names of the axes. Those of dates are left out. */
export function tooltip(frame: Frame, fields = usual(frame)): Json[] {
  return Object.entries(fields)
    .filter(([field]) => !frame[field.charAt(0) as "x" | "y"]?.dates)
    .map(([field, title]) => ({ field, type: "quantitative", format: ".6~g", title }));
}

/** Dates written out, for a pointer: a transform that adds them as fields, and these. */
function toldDates(frame: Frame): { transform?: Json[]; fields: Json[] } {
  const dated = (["x", "y"] as const).filter((direction) => frame[direction].dates);
  if (dated.length === 0) return { fields: [] };
  const fields = dated.map((direction) => ({
    field: `${direction} date`,
    type: "nominal",
    title: frame[direction].name,
  }));
  const transform = dated.map((direction) => ({
    calculate: `utcFormat(datum.${direction} * ${msPerDay}, '%Y-%m-%d %H:%M:%S')`,
    as: `${direction} date`,
  }));
  return { transform, fields };
}

/** A layer that shows nothing but tells a pointer the values of the points of a line. */
export function hovered(frame: Frame, points: number): Json[] {
  if (!frame.interactive || points > mostHovered) return [];
  const { transform, fields } = toldDates(frame);
  return [
    {
      ...(transform && { transform }),
      mark: { type: "point", filled: true, fill: "transparent", size: 120, clip: true },
      encoding: { tooltip: [...fields, ...tooltip(frame)] },
    },
  ];
}

/** The tooltip channel of marks that can be told apart, where there are few enough. */
export const tooltipOf = (frame: Frame, count: number, fields?: Record<string, string>): Json =>
  frame.interactive && count <= mostHovered ? { tooltip: tooltip(frame, fields) } : {};

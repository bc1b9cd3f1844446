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

/** What a pointer over a mark is told: fields, under the names of the axes. */
export function tooltip(
  frame: Frame,
  fields: Record<string, string> = { x: frame.x.name, y: frame.y.name },
): Json[] {
  return Object.entries(fields).map(([field, title]) => ({
    field,
    type: "quantitative",
    format: ".6~g",
    title,
  }));
}

/** A layer that shows nothing but tells a pointer the values of the points of a line. */
export function hovered(frame: Frame, points: number): Json[] {
  if (!frame.interactive || points > mostHovered) return [];
  return [
    {
      mark: { type: "point", filled: true, fill: "transparent", size: 120, clip: true },
      encoding: { tooltip: tooltip(frame) },
    },
  ];
}

/** The tooltip channel of marks that can be told apart, where there are few enough. */
export const tooltipOf = (frame: Frame, count: number, fields?: Record<string, string>): Json =>
  frame.interactive && count <= mostHovered ? { tooltip: tooltip(frame, fields) } : {};

import { msPerDay } from "../dates";
import type { Frame, FrameAxis, Json } from "../model/artist";

/** More points than these would make a spec heavy for what a pointer can pick out. */
export const mostHovered = 2000;

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

/** Whether the numbers of a direction in a spec are not what they stand for: of dates, and of scales that Vega has not. */
const coded = ({ dates, scale }: FrameAxis): boolean => dates === true || scale.warp !== undefined;

/** What a pointer over a mark is told: fields, under the names of the axes. Those that stand for others are left out. */
export function tooltip(frame: Frame, fields = usual(frame)): Json[] {
  const plain = ([field]: [string, string]) => {
    const axis = frame[field.charAt(0) as "x" | "y"] as FrameAxis | undefined;
    return axis === undefined || !coded(axis);
  };
  return Object.entries(fields)
    .filter(plain)
    .map(([field, title]) => ({ field, type: "quantitative", format: ".6~g", title }));
}

/** How Vega writes what a number in a spec stands for. */
function writtenOut({ scale }: FrameAxis, value: string): string | undefined {
  if (scale.warp === undefined) return `utcFormat(${value} * ${msPerDay}, '%Y-%m-%d %H:%M:%S')`;
  return scale.warp === "unwritten" ? undefined : `format(${scale.warp.inverse(value)}, '.6~g')`;
}

/** What numbers stand for, written out for a pointer: a transform that adds it as fields, and these. */
function toldInWords(frame: Frame): { transform?: Json[]; fields: Json[] } {
  const told = (["x", "y"] as const).flatMap((direction) => {
    const axis = frame[direction];
    const calculate = coded(axis) ? writtenOut(axis, `datum.${direction}`) : undefined;
    const as = `${direction} ${axis.dates ? "date" : "value"}`;
    return calculate === undefined ? [] : [{ calculate, as, title: axis.name }];
  });
  if (told.length === 0) return { fields: [] };
  return {
    transform: told.map(({ calculate, as }) => ({ calculate, as })),
    fields: told.map(({ as, title }) => ({ field: as, type: "nominal", title })),
  };
}

/** The mark of points that nobody sees, for a pointer to find. */
export const pointerMark: Json = { type: "point", filled: true, fill: "transparent", size: 120, clip: true };

/** A layer that shows nothing but tells a pointer the values of the points of a line. */
export function hovered(frame: Frame, points: number): Json[] {
  if (!frame.interactive || frame.passing || points > mostHovered) return [];
  const { transform, fields } = toldInWords(frame);
  return [
    {
      ...(transform && { transform }),
      mark: pointerMark,
      encoding: { tooltip: [...fields, ...tooltip(frame)] },
    },
  ];
}

/** The tooltip channel of marks that can be told apart, where there are few enough. */
export const tooltipOf = (frame: Frame, count: number, fields?: Record<string, string>): Json =>
  frame.interactive && !frame.passing && count <= mostHovered ? { tooltip: tooltip(frame, fields) } : {};

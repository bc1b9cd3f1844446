import type { Artist, Json } from "../model/artist";
import type { AxesBase } from "../model/axes";
import type { PolarPlane } from "../model/polar";
import { mathtext } from "../text/mathtext";
import { column, columns, quantity } from "./data";
import { mostHovered, pointerMark } from "./interaction";

/**
 * A layer that shows nothing but tells a pointer the angles and radii of an artist's points: on polar axes what is drawn
 * has its place in the square around them.
 */
export function polarPointer({ points, visible }: Artist, axes: AxesBase, plane: PolarPlane): Json[] {
  if (!points || visible === false || points.x.length > mostHovered) return [];
  const { x, y } = plane.places(points.x, points.y);
  const angle = Array.from(points.x, (theta) => `${Number(((theta * 180) / Math.PI).toPrecision(6))}°`);
  const told = (field: string, type: string, title: string) => ({ field, type, title });
  return [
    {
      ...columns({ x: column(x), y: column(y), angle, radius: column(points.y) }),
      mark: pointerMark,
      encoding: {
        x: quantity("x"),
        y: quantity("y"),
        tooltip: [
          told("angle", "nominal", mathtext(axes.xaxis.label.text) || "θ"),
          { ...told("radius", "quantitative", mathtext(axes.yaxis.label.text) || "r"), format: ".6~g" },
        ],
      },
    },
  ];
}

import { rangeOf, type Direction } from "../model/artist";
import { SegmentCollection, type SegmentStyle } from "./segments";

/** Events in a row: where they are, and where the row is and how high. */
export interface EventRow {
  /** The direction that events follow each other in. */
  along: Direction;
  events: Float64Array;
  offset: number;
  length: number;
  /** The room that all rows take. */
  reach: readonly [number, number];
}

/** Where lines begin or end across the direction of their events. */
const ends = ({ events, offset, length }: EventRow, side: 1 | -1) =>
  events.map(() => offset + (side * length) / 2);

/** Lines of one length across a direction, one for each event. */
export class EventCollection extends SegmentCollection {
  constructor(
    readonly row: EventRow,
    style: SegmentStyle,
    label = "",
  ) {
    const across = [ends(row, -1), ends(row, 1)];
    const [x, x2] = row.along === "x" ? [row.events, row.events] : across;
    const [y, y2] = row.along === "x" ? across : [row.events, row.events];
    super(x, y, x2, y2, style, label);
  }

  override range(direction: Direction) {
    return rangeOf(direction === this.row.along ? this.row.events : this.row.reach);
  }
}

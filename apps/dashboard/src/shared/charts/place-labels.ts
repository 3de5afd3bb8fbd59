/** A point in pixels, with the name that should stand beside it; null where none should. */
export interface LabelledPoint {
  readonly x: number;
  readonly y: number;
  readonly label: string | null;
}

/** Where a name stands: the start, middle or end of its text at x, its baseline at y. */
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Width of a letter and height of a line at 12 px, on the safe side. */
const LETTER = 6.9;
const LINE = 15;
/** Half of what a mark takes. */
const MARK = 8;
const GAP = 4;

/**
 * Places names beside points so that no name touches another one, any point or the edge.
 *
 * Tries right, left, above and below of each point, in the order given; a name for which there is no room is left out, its figure stands in the table.
 *
 * @param frame within which names must stay, in pixels. @returns one entry a point.
 */
export function placeLabels(points: readonly LabelledPoint[], frame: Box): readonly (PlacedLabel | null)[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - MARK, right: x + MARK, top: y - MARK, bottom: y + MARK }));
  return points.map((point) => {
    if (point.label === null) return null;
    const width = point.label.length * LETTER;
    const free = candidates(point, width).find(({ box }) => isWithin(box, frame) && !taken.some((other) => overlaps(box, other)));
    if (free === undefined) return null;
    taken.push(free.box);
    return free.label;
  });
}

function candidates({ x, y }: LabelledPoint, width: number): readonly { readonly label: PlacedLabel; readonly box: Box }[] {
  const beside = { top: y - LINE / 2, bottom: y + LINE / 2 };
  const middle = { left: x - width / 2, right: x + width / 2 };
  const offset = MARK + GAP;
  return [
    { label: { x: x + offset, y: y + 4, anchor: 'start' }, box: { left: x + offset, right: x + offset + width, ...beside } },
    { label: { x: x - offset, y: y + 4, anchor: 'end' }, box: { left: x - offset - width, right: x - offset, ...beside } },
    { label: { x, y: y - offset, anchor: 'middle' }, box: { ...middle, top: y - offset - LINE + 3, bottom: y - offset + 3 } },
    { label: { x, y: y + offset + 10, anchor: 'middle' }, box: { ...middle, top: y + offset - 2, bottom: y + offset + LINE - 2 } },
  ];
}

function isWithin(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '../limits.ts';

/** What painting panels needs of a 2D context. One unit is one px of the page. */
export interface PanelSurface {
  strokeStyle: unknown;
  fillStyle: unknown;
  lineWidth: number;
  lineJoin: string;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  stroke(): void;
  fill(): void;
}

/** The corners of a panel in page px, clockwise from the upper left. */
export type Panel = readonly (readonly [x: number, y: number])[];

export interface PanelLayout {
  /** 1 to 12; what an id once meant it means for ever. */
  readonly id: number;
  /** In the order in which they are read: from the left, then downwards. */
  readonly panels: readonly Panel[];
}

export const NO_PANELS = 0;

const MARGIN_PX = 32;
const GUTTER_PX = 28;
const BORDER_PX = 6;
const GUTTER_COLOUR = '#ffffff';
const BORDER_COLOUR = '#132532';

/** Where an upright edge stands, as a share of the page's width at the top and at the bottom of its row. */
type Edge = number | readonly [top: number, bottom: number];

function along(share: number, lengthPx: number, side: 1 | -1): number {
  if (share === 0) return MARGIN_PX;
  if (share === 1) return lengthPx - MARGIN_PX;
  return Math.round(share * lengthPx) + (side * GUTTER_PX) / 2;
}

/** A row of panels between two heights (shares of the page), parted at the inner `edges`. */
function row(top: number, bottom: number, edges: readonly Edge[] = []): readonly Panel[] {
  const ends: readonly Edge[] = [0, ...edges, 1];
  const at = (edge: Edge, end: 0 | 1, side: 1 | -1) =>
    along(typeof edge === 'number' ? edge : edge[end], PAGE_WIDTH_PX, side);
  const y0 = along(top, PAGE_HEIGHT_PX, 1);
  const y1 = along(bottom, PAGE_HEIGHT_PX, -1);
  return ends.slice(1).map((right, i) => {
    const left = ends[i]!;
    return [
      [at(left, 0, 1), y0],
      [at(right, 0, -1), y0],
      [at(right, 1, -1), y1],
      [at(left, 1, 1), y1],
    ];
  });
}

/** One panel of a row: for columns that are divided each in its own way. */
function only(panels: readonly Panel[], index: number): readonly Panel[] {
  return panels.slice(index, index + 1);
}

const THIRD = 1 / 3;

export const PANEL_LAYOUTS: readonly PanelLayout[] = [
  { id: 1, panels: row(0, 1) },
  { id: 2, panels: row(0, 1, [0.5]) },
  { id: 3, panels: [...row(0, 0.5), ...row(0.5, 1)] },
  { id: 4, panels: row(0, 1, [[0.6, 0.4]]) },
  { id: 5, panels: row(0, 1, [THIRD, 2 * THIRD]) },
  { id: 6, panels: [...row(0, 0.58), ...row(0.58, 1, [0.5])] },
  {
    id: 7,
    panels: [
      ...only(row(0, 1, [0.58]), 0),
      ...only(row(0, 0.5, [0.58]), 1),
      ...only(row(0.5, 1, [0.58]), 1),
    ],
  },
  { id: 8, panels: [...row(0, THIRD), ...row(THIRD, 2 * THIRD), ...row(2 * THIRD, 1)] },
  { id: 9, panels: [...row(0, 0.5, [0.5]), ...row(0.5, 1, [0.5])] },
  { id: 10, panels: [...row(0, 0.5, [[0.44, 0.34]]), ...row(0.5, 1, [[0.66, 0.56]])] },
  { id: 11, panels: [...row(0, 0.52, [0.5]), ...row(0.52, 1, [THIRD, 2 * THIRD])] },
  {
    id: 12,
    panels: [...row(0, 0.5, [THIRD, 2 * THIRD]), ...row(0.5, 1, [THIRD, 2 * THIRD])],
  },
];

/** The panels of a layout; none for 0. */
export function panelsOf(layout: number): readonly Panel[] {
  return PANEL_LAYOUTS.find(({ id }) => id === layout)?.panels ?? [];
}

function trace(surface: PanelSurface, corners: Panel): void {
  for (const [i, [x, y]] of corners.entries()) {
    if (i === 0) surface.moveTo(x, y);
    else surface.lineTo(x, y);
  }
  surface.closePath();
}

const WHOLE_PAGE: Panel = [
  [0, 0],
  [PAGE_WIDTH_PX, 0],
  [PAGE_WIDTH_PX, PAGE_HEIGHT_PX],
  [0, PAGE_HEIGHT_PX],
];

/** White gutters over whatever is drawn there, and a thin border round each panel. */
export function paintPanels(surface: PanelSurface, layout: number): void {
  const panels = panelsOf(layout);
  if (panels.length === 0) return;
  surface.fillStyle = GUTTER_COLOUR;
  surface.beginPath();
  trace(surface, WHOLE_PAGE);
  // Wound the other way round, the panels are holes in the page.
  for (const panel of panels) trace(surface, panel.toReversed());
  surface.fill();
  surface.strokeStyle = BORDER_COLOUR;
  surface.lineWidth = BORDER_PX;
  surface.lineJoin = 'round';
  surface.beginPath();
  for (const panel of panels) trace(surface, panel);
  surface.stroke();
}

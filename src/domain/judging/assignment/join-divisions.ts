import { type Random, shuffled } from '../../kernel/random.ts';
import {
  BEGUN,
  type Board,
  BRIDGE,
  cellOf,
  handOver,
  hasRoom,
  HELD,
  onlyUnit,
  ONLY,
  seat,
} from './board.ts';
import { type DivisionParts, markDivision } from './division-parts.ts';

/** Seats looked at on either side of an exchange before a seat is added instead. */
const LOOKED_AT = 200;

type Place = { readonly entry: number; readonly judge: number };

/** A division whose parts are to be joined. */
type Site = {
  readonly board: Board;
  readonly random: Random;
  readonly division: number;
  readonly parts: DivisionParts;
};

/**
 * Joins the parts of every division: by exchanging seats that nobody has begun, which costs no
 * judge a sheet more; where that is not possible, by one more judge on an entry. Gives the number
 * of components that each division is left with.
 */
export function joinDivisions(board: Board, random: Random): number[] {
  for (const division of board.divisions.keys()) markDivision(board, division);
  return board.divisions.map((_, division) => {
    let parts = markDivision(board, division);
    while (parts.components > 1) {
      const site = { board, random, division, parts };
      if (!joinByExchange(site)) {
        const link = linkingSeats(site);
        if (link.length === 0) break;
        for (const { entry, judge } of link) seat(board, entry, judge);
      }
      parts = markDivision(board, division);
    }
    return parts.components;
  });
}

/** Seats of this run are moved first, held ones that nobody has begun only if those do not do. */
function joinByExchange(site: Site): boolean {
  const free = seatsOf(site, BEGUN | HELD);
  if (exchangeWithin(site, free) || passOn(site, free) || exchangeAcross(site, free)) return true;
  const movable = seatsOf(site, BEGUN);
  if (movable.length === free.length) return false;
  return exchangeWithin(site, movable) || passOn(site, movable) || exchangeAcross(site, movable);
}

/** Seats of the division, in random order, with none of these bits. */
function seatsOf({ board, random, division }: Site, bits: number): Place[] {
  const seats = board.divisions[division]!.flatMap((entry) =>
    board.panels[entry]!.filter((judge) => (cellOf(board, entry, judge) & bits) === 0).map(
      (judge) => ({ entry, judge }),
    ),
  );
  return shuffled(random, seats);
}

const partOf = ({ board, parts }: Site, entry: number) => parts.partOfEntry[board.placeOf[entry]!]!;

/** Without the seat the rest of its part stays together. */
function isLoose(board: Board, { entry, judge }: Place): boolean {
  const cell = cellOf(board, entry, judge);
  return (cell & BRIDGE) === 0 || (cell & ONLY) !== 0;
}

/**
 * Two judges of two parts change places. A seat that is no bridge leaves its part in one piece,
 * and both pieces of the other part are then joined to it.
 */
function exchangeWithin(site: Site, seats: readonly Place[]): boolean {
  const { board } = site;
  const spare = seats.filter(({ entry, judge }) => (cellOf(board, entry, judge) & BRIDGE) === 0);
  for (const one of spare.slice(0, LOOKED_AT)) {
    const part = partOf(site, one.entry);
    let left = LOOKED_AT;
    for (const two of seats) {
      if (partOf(site, two.entry) === part) continue;
      if (mayExchange(board, one, two)) {
        exchange(board, one, two);
        return true;
      }
      left -= 1;
      if (left === 0) break;
    }
  }
  return false;
}

/** A judge of another part takes a seat over from one who has more sheets. */
function passOn(site: Site, seats: readonly Place[]): boolean {
  const { board, parts } = site;
  for (const { entry, judge } of seats.filter((place) => isLoose(board, place))) {
    const to = shuffled(site.random, [...parts.partOfJudge.keys()]).find(
      (other) =>
        parts.partOfJudge[other]! >= 0 &&
        parts.partOfJudge[other] !== partOf(site, entry) &&
        cellOf(board, entry, other) === 0 &&
        board.loads[other]! < board.loads[judge]! &&
        hasRoom(board, other),
    );
    if (to === undefined) continue;
    handOver(board, { entry, from: judge, to });
    return true;
  }
  return false;
}

/** A judge of another part takes the seat, and gives one in another division for it. */
function exchangeAcross(site: Site, seats: readonly Place[]): boolean {
  const { board, parts, random, division } = site;
  if (board.divisions.length < 2) return false;
  const loose = seats.filter((place) => isLoose(board, place));
  for (const one of loose.slice(0, LOOKED_AT)) {
    for (const judge of shuffled(random, [...parts.partOfJudge.keys()])) {
      const part = parts.partOfJudge[judge]!;
      if (part < 0 || part === partOf(site, one.entry)) continue;
      if (cellOf(board, one.entry, judge) !== 0) continue;
      for (const entry of board.entriesOf[judge]!) {
        const two = { entry, judge };
        const foreign = board.divisionOf[entry]!;
        if (foreign === division || cellOf(board, entry, judge) & BEGUN) continue;
        if (!isLoose(board, two) || !mayExchange(board, one, two)) continue;
        exchange(board, one, two);
        markDivision(board, foreign);
        return true;
      }
    }
  }
  return false;
}

function mayExchange(board: Board, one: Place, two: Place): boolean {
  return cellOf(board, one.entry, two.judge) === 0 && cellOf(board, two.entry, one.judge) === 0;
}

function exchange(board: Board, one: Place, two: Place): void {
  handOver(board, { entry: one.entry, from: one.judge, to: two.judge });
  handOver(board, { entry: two.entry, from: two.judge, to: one.judge });
}

/**
 * The least loaded judge of one part on an entry of another, or a judge from outside the division
 * on two entries; none where nobody may or has room. As every entry belongs to a part, no longer
 * way round exists.
 */
function linkingSeats(site: Site): Place[] {
  const { board, parts, random, division } = site;
  const entries = shuffled(random, board.divisions[division]!).toSorted(
    (a, b) => board.panels[a]!.length - board.panels[b]!.length,
  );
  const judges = shuffled(
    random,
    Array.from({ length: board.openJudges }, (_, judge) => judge),
  )
    .filter((judge) => hasRoom(board, judge))
    .toSorted((a, b) => board.loads[a]! - board.loads[b]!);
  for (const judge of judges) {
    const part = parts.partOfJudge[judge]!;
    if (part < 0) continue;
    const open = entries.filter(
      (other) => partOf(site, other) !== part && cellOf(board, other, judge) === 0,
    );
    const mixed = open.find((other) => onlyUnit(board, [...board.panels[other]!, judge]) < 0);
    const entry = mixed ?? open[0];
    if (entry !== undefined) return [{ entry, judge }];
  }
  for (const judge of judges) {
    if (parts.partOfJudge[judge]! >= 0 || board.room[judge]! - board.loads[judge]! < 2) continue;
    const open = entries.filter((entry) => cellOf(board, entry, judge) === 0);
    const other = open.find((entry) => partOf(site, entry) !== partOf(site, open[0]!));
    if (other !== undefined) return [open[0]!, other].map((entry) => ({ entry, judge }));
  }
  return [];
}

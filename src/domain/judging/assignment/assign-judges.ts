import { type Random, randomFrom } from '../../kernel/random.ts';
import { type Board, setBoard } from './board.ts';
import { fillPanels } from './fill-panels.ts';
import { joinDivisions } from './join-divisions.ts';
import { levelNewSeats, levelWithoutDividing } from './level-loads.ts';
import { reportOn, seatsOn } from './report.ts';
import { spreadPairs } from './spread-pairs.ts';
import type { Assignment, AssignmentTask, JudgeSeat } from './task.ts';

/**
 * Gives every entry `judgesPerEntry` judges, and every anchor all of them.
 *
 * Always holds: nobody is newly seated in conflict or beyond their capacity; a seat that was begun
 * stays; the same task and seed give the same seats, in whatever order the lists come. As far as
 * possible, in this order, and told in `report.unmet` where not: the wanted number of seats; every
 * division one connected graph, if need be by linking seats beyond the wanted number; loads equal
 * within one; panels of more than one unit. Pairs of judges share entries about equally often.
 * Seats that are held and not begun are moved only for one of these, never to even out pairs.
 */
export function assignJudges(task: AssignmentTask): Assignment {
  const random = randomFrom(task.seed);
  const board = setBoard(task);
  fillPanels(board, task.judgesPerEntry, random);
  levelNewSeats(board);
  spreadPairs(board, random);
  joinAndLevel(board, random);
  const seats = seatsOn(board);
  const keyOf = ({ entryId, judgeId }: JudgeSeat) => `${entryId} ${judgeId}`;
  const listed = new Set(board.entryIds);
  const stays = new Set([...seats, ...board.inConflict].map(keyOf));
  const held = new Map(task.seats.map((seat) => [keyOf(seat), seat]));
  return {
    seats,
    added: seats.filter((seat) => !held.has(keyOf(seat))),
    removed: [...held.values()]
      .filter((seat) => listed.has(seat.entryId) && !stays.has(keyOf(seat)))
      .map(({ entryId, judgeId }) => ({ entryId, judgeId }))
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    report: reportOn(board, task),
  };
}

/** Levelling can give a judge room for the link that a division still lacks, so they take turns. */
function joinAndLevel(board: Board, random: Random): void {
  let apart = Infinity;
  for (;;) {
    const components = joinDivisions(board, random);
    const now = components.reduce((sum, count) => sum + count - 1, 0);
    if (now === apart) return;
    levelWithoutDividing(board, components);
    if (now === 0) return;
    apart = now;
  }
}

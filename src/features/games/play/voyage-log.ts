import { keptVoyage } from '@platform/kept-voyage.ts';
import { useSession } from '@platform/queries.ts';
import { GAME_IDS, type GameId } from './stations.ts';

export type ShellCount = 0 | 1 | 2 | 3;
/** What was won in each game: most shells, most points. */
export type VoyageLog = Readonly<
  Partial<Record<GameId, { readonly shells: ShellCount; readonly points: number }>>
>;

const isShells = (value: unknown): value is ShellCount =>
  value === 0 || value === 1 || value === 2 || value === 3;

/** What was kept of a player; entries of another hand are left out. */
export function readLog(kept: unknown): VoyageLog {
  if (typeof kept !== 'object' || kept === null) return {};
  const entries = GAME_IDS.flatMap((id) => {
    const { shells, points } = ((kept as Record<string, unknown>)[id] ?? {}) as Partial<
      Record<string, unknown>
    >;
    return isShells(shells) && typeof points === 'number'
      ? [[id, { shells, points }] as const]
      : [];
  });
  return Object.fromEntries(entries);
}

export function withEnding(
  log: VoyageLog,
  id: GameId,
  { shells, points }: { readonly shells: ShellCount; readonly points: number },
): VoyageLog {
  const before = log[id];
  if (before === undefined) return { ...log, [id]: { shells, points } };
  return {
    ...log,
    [id]: {
      shells: before.shells > shells ? before.shells : shells,
      points: Math.max(before.points, points),
    },
  };
}

export function useVoyageLog() {
  const session = useSession();
  const kept = keptVoyage(session.data?.role === 'pupil' ? 'pupil' : 'guest');
  return {
    read: () => readLog(kept.read()),
    record: (id: GameId, ending: { shells: ShellCount; points: number }) =>
      kept.write(withEnding(readLog(kept.read()), id, ending)),
  };
}

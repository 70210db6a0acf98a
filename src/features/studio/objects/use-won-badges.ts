import { useQuery } from '@tanstack/react-query';
import { readBadges } from '@contract/games.ts';
import { call } from '@platform/api-client.ts';

const NONE: ReadonlySet<string> = new Set();

/** Badges that open stamps. Without a network nothing more is open than before. */
export function useWonBadges(): ReadonlySet<string> {
  const { data } = useQuery({
    queryKey: ['badges'],
    queryFn: () => call(readBadges, {}),
    select: ({ badges }): ReadonlySet<string> => new Set(badges),
    retry: false,
  });
  return data ?? NONE;
}

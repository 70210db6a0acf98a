import type { Role } from '@domain/people/actor.ts';
import { HOME } from '@platform/places.ts';

const PLACES: Readonly<Record<Role, readonly string[]>> = {
  public: [],
  pupil: [HOME.pupil, '/ve', '/bien-nhan'],
  teacher: [HOME.teacher],
  judge: [HOME.judge],
  organiser: [HOME.organiser],
};

/**
 * Where to go after signing in: back to the page that asked for it when it belongs to the role,
 * else the role's first page.
 */
export function destination(role: Role, locationState: unknown): string {
  const from = askedFrom(locationState);
  const fits = PLACES[role].some((place) => from === place || from.startsWith(`${place}/`));
  return fits ? from : HOME[role];
}

function askedFrom(state: unknown): string {
  const asked = typeof state === 'object' && state !== null && 'from' in state ? state.from : null;
  return typeof asked === 'string' ? asked : '';
}

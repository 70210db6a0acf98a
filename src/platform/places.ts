import type { Role } from '@domain/people/actor.ts';

/** Where each role begins. */
export const HOME: Readonly<Record<Role, string>> = {
  public: '/',
  pupil: '/ben-cang',
  teacher: '/lop',
  judge: '/cham',
  organiser: '/ban-to-chuc',
};

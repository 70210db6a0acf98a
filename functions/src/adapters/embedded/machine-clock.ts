import type { Clock } from '@server/ports/clock.ts';

export const machineClock: Clock = { now: () => Date.now() };

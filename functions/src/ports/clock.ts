import type { EpochMs } from '@domain/kernel/ids.ts';

export type Clock = { readonly now: () => EpochMs };

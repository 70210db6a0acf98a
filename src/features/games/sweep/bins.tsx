import { Apple, HeartHandshake, Recycle, Trash2 } from 'lucide-react';

/** A sign of its own for every bin: colours only help. */
export const BIN_SIGNS = [HeartHandshake, Recycle, Apple, Trash2] as const;

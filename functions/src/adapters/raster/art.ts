import { art } from 'virtual:art/pack';
import type { VectorArt } from '@domain/story/art/vector-art.ts';

const byId = new Map(art.map((drawing) => [drawing.id, drawing]));

/** A drawing of the pack; undefined for an id that this version does not know. */
export const artById = (id: string): VectorArt | undefined => byId.get(id);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decks } from '../../../src/domain/games/decks.ts';

const GAMES = join(import.meta.dirname, '..');
export const DECK_NAMES = ['timeline', 'newsroom', 'zones', 'sweep'] as const;
export const deckFile = (name: string) => join(GAMES, `${name}.json`);

/** What is wrong with the decks, as `FILE: card ID: FIELD: what`. */
export function faultsOf(decks: unknown): string[] {
  const parsed = Decks.safeParse(decks);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => {
    const [deck, list, at, ...field] = path;
    const cards = (decks as Record<string, Record<string, { id?: string }[]>>)[String(deck)];
    const card = typeof at === 'number' ? cards?.[String(list)]?.[at]?.id : undefined;
    const where = card === undefined ? path.slice(1).join('.') : field.join('.');
    return `${String(deck)}.json: card ${card ?? '?'}: ${where}: ${message}`;
  });
}

/** The games' decks. Throws with all that is wrong, by file, card and field. */
export function readDecks(): Decks {
  const decks: unknown = Object.fromEntries(
    DECK_NAMES.map((name) => [name, JSON.parse(readFileSync(deckFile(name), 'utf8'))]),
  );
  const faults = faultsOf(decks);
  if (faults.length > 0) throw new Error(`games:\n${faults.join('\n')}`);
  return Decks.parse(decks);
}

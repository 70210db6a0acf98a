import { refuse } from '@domain/kernel/refusal.ts';

// Controls, lone surrogates, and the bidi controls with which a caption could reorder the text around it.
const FORBIDDEN = /(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** Text as a story may hold it: NFC, at most `maxChars` UTF-16 units, without controls except line feeds. */
export function checkText(text: string, maxChars: number): void {
  if (text.length > maxChars) throw refuse('story.too-large');
  if (FORBIDDEN.test(text) || text.normalize('NFC') !== text) throw refuse('story.malformed');
}

/** Makes legal story text of whatever was typed or pasted: NFC, forbidden characters dropped, cut at `maxChars`. */
export function tidyText(typed: string, maxChars: number): string {
  const legal = typed
    .replaceAll('\r\n', '\n')
    .replace(new RegExp(FORBIDDEN, 'gu'), '')
    .normalize('NFC');
  // A cut through a surrogate pair would leave half a character.
  return legal.slice(0, maxChars).replace(/[\uD800-\uDBFF]$/, '');
}

import { files } from 'virtual:art/files';
import type { ArtPack } from '@domain/story/art/pack.ts';
import type { VectorArt } from '@domain/story/art/vector-art.ts';

const coming = new Map<string, Promise<unknown>>();

// Asked once per page; what failed is asked again the next time.
function fileOf(name: string): Promise<unknown> {
  const before = coming.get(name);
  if (before) return before;
  const address = files[name];
  if (address === undefined) throw new Error(`the drawn pack has no file ${name}`);
  const answer = fetch(address).then((response) => {
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json() as Promise<unknown>;
  });
  coming.set(name, answer);
  answer.catch(() => coming.delete(name));
  return answer;
}

/** Groups, names and facts of the drawn pack, without its shapes. */
export const loadArtPack = () => fileOf('pack') as Promise<ArtPack>;

/** The drawings of one group, in the pack's order. */
export const loadArtGroup = (group: string) => fileOf(group) as Promise<readonly VectorArt[]>;

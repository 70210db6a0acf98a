import { type ComponentProps, useState } from 'react';
import type { ToldView } from '@domain/story/told.ts';
import { StoryReader } from './story-reader.tsx';
import { TellingPlayer } from './telling-player.tsx';
import './told-reader.css';

/** The reader of a story, and its telling where there is one: the sound turns the pages. */
export function ToldReader({
  told,
  srcOf,
  ...reader
}: Omit<ComponentProps<typeof StoryReader>, 'at' | 'onPage'> & {
  told: ToldView | null;
  srcOf: (recording: number) => string;
}) {
  const [at, setAt] = useState(0);
  return (
    <div className="told-reader">
      <StoryReader {...reader} at={at} onPage={setAt} />
      {told === null ? null : <TellingPlayer told={told} srcOf={srcOf} page={at} onPage={setAt} />}
    </div>
  );
}

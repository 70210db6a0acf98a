import { useEffect, useRef, useState } from 'react';
import type { Darkroom } from './darkroom.ts';
import { createDarkroom } from './darkroom.ts';
import { type Pixels, type Quad, turned, wholeFrame } from './geometry.ts';
import { openPhoto, type PhotoTrouble } from './photo-files.ts';
import type { Look } from './photo-result.tsx';

export type OnDesk = {
  readonly canvas: HTMLCanvasElement;
  /** Where the sheet was found; null when it was not. */
  readonly found: Quad | null;
};

/** A darkroom for as long as the room is open. */
function useDarkroom(): () => Darkroom {
  const room = useRef<Darkroom | null>(null);
  useEffect(
    () => () => {
      room.current?.close();
      room.current = null;
    },
    [],
  );
  return () => (room.current ??= createDarkroom());
}

/** The photographs that were chosen, one after the other, and the one that is being worked on. */
export function usePhotoDesk() {
  const darkroom = useDarkroom();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [index, setIndex] = useState(0);
  const [onDesk, setOnDesk] = useState<OnDesk | null>(null);
  const [quad, setQuad] = useState<Quad | null>(null);
  const [trouble, setTrouble] = useState<PhotoTrouble | null>(null);
  const latest = useRef(0);

  const lay = async (file: File) => {
    latest.current += 1;
    const own = latest.current;
    setOnDesk(null);
    setQuad(null);
    setTrouble(null);
    const opened = await openPhoto(file);
    if (own !== latest.current) return;
    if (typeof opened === 'string') {
      setTrouble(opened);
      return;
    }
    const found = await darkroom().load(opened.pixels);
    if (own !== latest.current) return;
    setOnDesk({ canvas: opened.canvas, found });
    setQuad(found ?? wholeFrame(opened.canvas));
  };

  return {
    darkroom,
    index,
    count: files.length,
    onDesk,
    quad,
    trouble,
    moveCorners: (change: (before: Quad) => Quad) => setQuad((before) => before && change(before)),
    turn: () => setQuad((before) => before && turned(before)),
    choose(chosen: readonly File[]) {
      setFiles(chosen);
      setIndex(0);
      void lay(chosen[0]!);
    },
    /** False when this was the last. */
    next(): boolean {
      const file = files[index + 1];
      if (file === undefined) return false;
      setIndex(index + 1);
      void lay(file);
      return true;
    },
    /** Back to choosing. */
    clear() {
      latest.current += 1;
      setFiles([]);
      setOnDesk(null);
      setQuad(null);
      setTrouble(null);
    },
  };
}

/** The sheet as it looks now; the last look stays until the next is ready. */
export function useDeveloped(
  darkroom: () => Darkroom,
  quad: Quad | null,
  { brightens, percent }: Look,
): Pixels | null {
  const [picture, setPicture] = useState<Pixels | null>(null);
  const strength = brightens ? percent / 100 : 0;
  useEffect(() => {
    if (quad === null) {
      setPicture(null);
      return undefined;
    }
    let stale = false;
    void darkroom()
      .develop({ quad, strength })
      .then((developed) => {
        if (!stale) setPicture(developed);
      });
    return () => {
      stale = true;
    };
    // The darkroom is the same for as long as the room is open.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [quad, strength]);
  return picture;
}

import { findCorners } from './find-corners.ts';
import { flatten } from './flatten.ts';
import type { Pixels, Quad } from './geometry.ts';
import { straighten, straightSize } from './straighten.ts';

export type Development = {
  readonly quad: Quad;
  /** Of taking off shadow and lamp light, 0 to 1. */
  readonly strength: number;
};

export type DarkroomJob =
  | { readonly kind: 'load'; readonly photo: Pixels }
  | { readonly kind: 'develop'; readonly wish: Development };

export type DarkroomAnswer = { readonly corners: Quad | null } | { readonly picture: Pixels };

/** Holds one photograph at a time, and what was last straightened of it. */
export function createDarkroomBench() {
  let photo: Pixels | null = null;
  let straight: { readonly quad: string; readonly picture: Pixels } | null = null;
  return (job: DarkroomJob): DarkroomAnswer => {
    if (job.kind === 'load') {
      photo = job.photo;
      straight = null;
      return { corners: findCorners(photo) };
    }
    if (photo === null) throw new Error('no photograph is on the bench');
    const { quad, strength } = job.wish;
    const name = JSON.stringify(quad);
    if (straight?.quad !== name) {
      straight = { quad: name, picture: straighten(photo, quad, straightSize(quad, photo)) };
    }
    const { width, height, data } = straight.picture;
    const picture = { width, height, data: data.slice() };
    flatten(picture, strength);
    return { picture };
  };
}

import type { PageShares } from '@domain/story/paint/shares.ts';
import type { PageLook, PicturePage } from '@domain/story/picture.ts';

export type PageFormat = 'webp' | 'jpeg' | 'png';

/** One page of a picture `widthPx` wide: WebP unless another format is asked for. */
export type RenderPage = (
  page: PicturePage,
  widthPx: number,
  format?: PageFormat,
) => Promise<Uint8Array>;

/** One page in the middle of a sheet A3 across at 300 dots per inch. */
export type RenderSheet = (page: PicturePage, format: 'png' | 'jpeg') => Promise<Uint8Array>;

/** What a page is made of; the same on every machine with the same canvas. */
export type MeasurePage = (page: PicturePage) => Promise<PageShares>;

export type DevelopedPhoto = {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
};

/** A picture file drawn anew as a JPEG without anything but its pixels; null for no picture. */
export type DevelopPhoto = (bytes: Uint8Array) => Promise<DevelopedPhoto | null>;

export type Renderer = {
  readonly renderPage: RenderPage;
  readonly renderSheet: RenderSheet;
  readonly measurePage: MeasurePage;
  readonly developPhoto: DevelopPhoto;
};

/** A picture file by its hash, or null: what pages name as photographs. */
export type ReadPhoto = (hash: string) => Promise<Uint8Array | null>;

export type RenderWork =
  | { readonly kind: 'page'; readonly widthPx: number; readonly format: PageFormat }
  | { readonly kind: 'sheet'; readonly format: 'png' | 'jpeg' }
  | { readonly kind: 'measure' };

/** A page with everything its painting takes. */
export type PageJob = {
  readonly page: PageLook;
  readonly photos: ReadonlyMap<string, Uint8Array>;
  readonly work: RenderWork;
};

/** `work` tells which. */
export type RenderJob =
  | PageJob
  | { readonly work: { readonly kind: 'photo' }; readonly bytes: Uint8Array };

export type RenderAnswer = Uint8Array | PageShares | DevelopedPhoto | null;

import type { LucideIcon } from 'lucide-react';
import {
  Archive,
  BookOpen,
  Download,
  FolderOpen,
  LayoutGrid,
  ListChecks,
  Mic,
  Clapperboard,
} from 'lucide-react';
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { EditionView } from '@domain/contest/edition.ts';
import type { Id } from '@domain/kernel/ids.ts';
import type { Key } from '@i18n/keys.ts';
import type { ServerState } from '@platform/drafts/draft-sync.ts';
import type { Editor } from './editor-store.ts';
import type { StudioSession } from './studio-session.ts';

/** What everything beside the paper may work with. */
export type ExtraProps = {
  readonly entryId: Id;
  readonly editor: Editor;
  readonly session: StudioSession;
  /** Null when the host could not say. */
  readonly edition: EditionView | null;
  readonly server: ServerState;
  readonly onClose: () => void;
};

export type Extra = {
  readonly id: string;
  readonly title: Key;
  /** One line about what it is good for. */
  readonly hint: Key;
  readonly icon: LucideIcon;
  /** Opens itself as a dialog or over the whole glass; fetched when first opened. */
  readonly Panel: LazyExoticComponent<ComponentType<ExtraProps>>;
  /** Left out of the menu where it makes no sense; always there when absent. */
  readonly offered?: (edition: EditionView | null) => boolean;
};

function panel(load: () => Promise<ComponentType<ExtraProps>>) {
  return lazy(async () => ({ default: await load() }));
}

/** What the menu beside the title holds, in this order; the first ones are what a story needs most. */
export const EXTRAS: readonly Extra[] = [
  {
    id: 'preview',
    title: 'storyboard.preview',
    hint: 'storyboard.menu.preview',
    icon: BookOpen,
    Panel: panel(async () => (await import('./book/preview-dialog.tsx')).PreviewDialog),
  },
  {
    id: 'overview',
    title: 'storyboard.overview',
    hint: 'storyboard.menu.overview',
    icon: LayoutGrid,
    Panel: panel(async () => (await import('./storyboard/overview.tsx')).Overview),
  },
  {
    id: 'film',
    title: 'film.title',
    hint: 'storyboard.menu.film',
    icon: Clapperboard,
    Panel: panel(async () => (await import('./book/film-dialog.tsx')).FilmDialog),
  },
  {
    id: 'checklist',
    title: 'storyboard.checklist',
    hint: 'storyboard.menu.checklist',
    icon: ListChecks,
    Panel: panel(async () => (await import('./storyboard/checklist.tsx')).Checklist),
  },
  {
    id: 'export',
    title: 'storyboard.export',
    hint: 'storyboard.menu.export',
    icon: Download,
    Panel: panel(async () => (await import('./export/export-dialog.tsx')).ExportDialog),
  },
  {
    id: 'import',
    title: 'storyboard.import',
    hint: 'storyboard.menu.import',
    icon: FolderOpen,
    Panel: panel(async () => (await import('./export/import-dialog.tsx')).ImportDialog),
  },
  {
    id: 'telling',
    title: 'telling.menu',
    hint: 'telling.menu.hint',
    icon: Mic,
    Panel: panel(async () => (await import('./telling/telling-room.tsx')).TellingRoom),
    offered: (edition) => edition !== null && edition.telling.mode !== 'none',
  },
  {
    id: 'copies',
    title: 'studio.copies',
    hint: 'storyboard.menu.copies',
    icon: Archive,
    Panel: panel(async () => (await import('./copies-dialog.tsx')).CopiesDialog),
  },
];

import {
  Archive,
  BookOpen,
  Camera,
  Download,
  FolderOpen,
  LayoutGrid,
  Lightbulb,
  ListChecks,
  Mic,
  Clapperboard,
} from 'lucide-react';
import { type ComponentType, lazy } from 'react';
import type { Extra, ExtraProps } from './extra.ts';

function panel(load: () => Promise<ComponentType<ExtraProps>>) {
  return lazy(async () => ({ default: await load() }));
}

/** What the menu beside the title holds, in this order; the first ones are what a story needs most. */
export const EXTRAS: readonly Extra[] = [
  {
    id: 'ideas',
    title: 'storyboard.ideas',
    hint: 'storyboard.menu.ideas',
    icon: Lightbulb,
    Panel: panel(async () => (await import('./ideas/ideas-dialog.tsx')).IdeasDialog),
  },
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
    id: 'photo',
    title: 'photo.menu',
    hint: 'photo.menu.hint',
    icon: Camera,
    Panel: panel(async () => (await import('./photo/photo-room.tsx')).PhotoRoom),
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

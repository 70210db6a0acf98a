import type { LucideIcon } from 'lucide-react';
import type { ComponentType, LazyExoticComponent } from 'react';
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

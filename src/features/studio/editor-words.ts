import type { PageId, StoryChange } from '@domain/story/event.ts';
import { MAX_ALT_CHARS, MAX_CAPTION_CHARS, MAX_TITLE_CHARS } from '@domain/story/limits.ts';
import type { StoryPage } from '@domain/story/story.ts';
import { tidyText } from '@domain/story/text.ts';
import { type EditorStore, NOTHING_TYPED, type Recorder } from './editor-state.ts';

/** Title, captions and descriptions: typed freely, kept tidied. */
export function createEditorWords({ getState, setState }: EditorStore, { record }: Recorder) {
  const pageOf = (pageId: PageId): StoryPage | undefined => {
    const { story } = getState();
    return story.order.includes(pageId) ? story.pages.get(pageId) : undefined;
  };

  const changes = (): readonly StoryChange[] => {
    const { typed, story } = getState();
    const found: StoryChange[] = [];
    if (typed.title !== null) {
      const text = tidyText(typed.title, MAX_TITLE_CHARS);
      if (text !== story.title) found.push({ kind: 'title-set', text });
    }
    for (const [pageId, raw] of typed.captions) {
      const text = tidyText(raw, MAX_CAPTION_CHARS);
      const page = pageOf(pageId);
      if (page && text !== page.caption) found.push({ kind: 'caption-set', pageId, text });
    }
    for (const [pageId, raw] of typed.alts) {
      const text = tidyText(raw, MAX_ALT_CHARS);
      const page = pageOf(pageId);
      if (page && text !== page.alt) found.push({ kind: 'alt-set', pageId, text });
    }
    return found;
  };

  /** What was typed becomes part of the story; the fields keep showing it as typed. */
  const keepText = () => {
    const found = changes();
    if (found.length > 0) record(...found);
  };

  return {
    typeTitle: (title: string) => setState({ typed: { ...getState().typed, title } }),
    typeCaption(pageId: PageId, text: string) {
      const { typed } = getState();
      setState({ typed: { ...typed, captions: new Map(typed.captions).set(pageId, text) } });
    },
    typeAlt(pageId: PageId, text: string) {
      const { typed } = getState();
      setState({ typed: { ...typed, alts: new Map(typed.alts).set(pageId, text) } });
    },
    keepText,
    /** Keeps what was typed and shows it as the story holds it. */
    leaveText() {
      keepText();
      setState({ typed: NOTHING_TYPED });
    },
  };
}

import { useQuery } from '@tanstack/react-query';
import { openDraft, readDraftBlob, readOwnPage } from '@contract/pupil.ts';
import type { Receipt } from '@domain/entry/entry.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { decodeProcess } from '@domain/story/process-codec.ts';
import { pictureOf } from '@domain/story/picture.ts';
import { replay } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { addressOf, call, callForBytes } from '@platform/api-client.ts';
import type { ReaderPage } from '@ui/story-reader.tsx';

/** The pupil's entry as the server has it. */
export function useDraft() {
  return useQuery({ queryKey: ['draft'], queryFn: ({ signal }) => call(openDraft, { signal }) });
}

type Words = { readonly caption: string; readonly alt: string };

/** The words of the submitted story; none when the newest draft is not what was submitted. */
async function readWords(
  entryId: Id,
  processHash: string,
  signal: AbortSignal,
): Promise<readonly Words[]> {
  const draft = await call(openDraft, { signal });
  if (draft.processHash !== processHash) return [];
  const bytes = await callForBytes(readDraftBlob, {
    params: { entryId, version: String(draft.version) },
    signal,
  });
  return pictureOf(replay(decodeProcess(bytes))).pages.map(({ caption, alt }) => ({
    caption,
    alt,
  }));
}

/** The submitted pages as the server draws them, with their words when those are here. */
export function useOwnPages(entryId: Id, receipt: Receipt): readonly ReaderPage[] {
  const { t } = useLanguage();
  const words = useQuery({
    queryKey: ['own-words', entryId, receipt.processHash],
    queryFn: ({ signal }) => readWords(entryId, receipt.processHash, signal),
    staleTime: Infinity,
  });
  return Array.from({ length: receipt.pageCount }, (_, index) => ({
    src: addressOf(readOwnPage, { entryId, page: String(index + 1) }),
    alt: words.data?.[index]?.alt || t('studio.page.alt', { page: index + 1 }),
    caption: words.data?.[index]?.caption ?? '',
  }));
}

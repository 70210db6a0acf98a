import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { MessageCircleHeart } from 'lucide-react';
import { useState } from 'react';
import { readComments } from '@contract/sheet-flags.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { call } from '@platform/api-client.ts';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { JudgesWords } from '@ui/judges-words.tsx';
import { Loading } from '@ui/loading.tsx';

function WordsDialog({
  entryId,
  name,
  onClose,
}: {
  entryId: Id;
  name: string;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const words = useQuery({
    queryKey: ['comments', entryId],
    queryFn: ({ signal }) => call(readComments, { params: { entryId }, signal }),
  });
  return (
    <Dialog title={t('phrases.showFor', { name })} onClose={onClose}>
      {words.isPending ? <Loading /> : null}
      {words.isError ? <ErrorNote error={words.error} /> : null}
      {words.data?.comments.length === 0 ? <p>{t('phrases.none')}</p> : null}
      {words.data ? <JudgesWords comments={words.data.comments} /> : null}
      <div className="dialog-actions">
        <Button onClick={onClose}>{t('phrases.close')}</Button>
      </div>
    </Dialog>
  );
}

/** What the judges say to a pupil; the teacher reads it too, once there are results. */
export function WordsButton({ entryId, name }: { entryId: Id; name: string }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<MessageCircleHeart size={18} aria-hidden="true" />}
        aria-label={t('phrases.showFor', { name })}
        onClick={() => setOpen(true)}
      >
        {t('phrases.show')}
      </Button>
      {open ? <WordsDialog entryId={entryId} name={name} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

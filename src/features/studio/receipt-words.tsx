import { useQuery } from '@tanstack/react-query';
import { readComments } from '@contract/sheet-flags.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { call } from '@platform/api-client.ts';
import { JudgesWords } from '@ui/judges-words.tsx';

/** What the judges say to the author, once there are results; nothing before. */
export function ReceiptWords({ entryId }: { entryId: Id }) {
  const { t } = useLanguage();
  const { data } = useQuery({
    queryKey: ['comments', entryId],
    queryFn: ({ signal }) => call(readComments, { params: { entryId }, signal }),
  });
  if (data === undefined || data.comments.length === 0) return null;
  return (
    <section className="receipt-card" aria-labelledby="receipt-words">
      <h2 id="receipt-words">{t('phrases.forPupil')}</h2>
      <JudgesWords comments={data.comments} />
    </section>
  );
}

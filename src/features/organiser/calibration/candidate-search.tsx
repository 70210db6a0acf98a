import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Candidate } from '@contract/calibration.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { useCandidates } from './references-queries.ts';

/** Finds submitted entries by code or title, to make references of them. */
export function CandidateSearch({
  taken,
  onAdd,
}: {
  taken: readonly Id[];
  onAdd: (candidate: Candidate) => void;
}) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState<string | null>(null);
  const found = useCandidates(search);
  const entries = found.data?.entries.filter(({ entryId }) => !taken.includes(entryId));
  return (
    <section className="candidates">
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setSearch(typed.trim());
        }}
      >
        <TextInput
          label={t('desk.references.search')}
          value={typed}
          maxLength={60}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={found.isFetching}>
          {t('desk.references.find')}
        </Button>
      </form>
      {found.isError ? <ErrorNote error={found.error} /> : null}
      <p role="status">
        {entries === undefined ? null : t('desk.references.found', { count: entries.length })}
      </p>
      <ul>
        {entries?.map((candidate) => (
          <li key={candidate.entryId}>
            <span>
              {t('desk.references.entry', {
                code: candidate.blindCode,
                title: candidate.title,
              })}
            </span>
            <Button
              variant="default"
              aria-label={t('desk.references.addNamed', { code: candidate.blindCode })}
              onClick={() => onAdd(candidate)}
            >
              {t('desk.references.add')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

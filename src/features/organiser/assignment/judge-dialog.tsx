import { Button } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { JudgeRow, TieView } from '@contract/assignment.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { WholeNumberField } from '../rules/whole-number-field.tsx';
import { useAddTies, useRemoveTie, useSetCapacity } from './assignment-queries.ts';
import { TieForm } from './tie-form.tsx';

function TieLine({
  tie,
  editable,
  onRemove,
}: {
  tie: TieView;
  editable: boolean;
  onRemove: (tieId: string) => void;
}) {
  const { t } = useLanguage();
  const { id, kind, name, detail, source, note } = tie;
  return (
    <li>
      <div>
        <strong>{t(`assignment.tie.${kind}.short`, { name })}</strong>
        {detail === '' ? null : <span className="account-line">{detail}</span>}
        <span className="account-line">
          {t(`assignment.source.${source}`)}
          {note === '' ? null : t('assignment.tie.note', { note })}
        </span>
      </div>
      {id !== null && editable ? (
        <Button
          variant="subtle"
          leftSection={<Trash2 size={18} aria-hidden="true" />}
          aria-label={t('assignment.tie.removeNamed', { name })}
          onClick={() => onRemove(id)}
        >
          {t('assignment.tie.remove')}
        </Button>
      ) : null}
    </li>
  );
}

function Capacity({ judge, editable }: { judge: JudgeRow; editable: boolean }) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState<number | null>(judge.capacity);
  const save = useSetCapacity(judge.judgeId);
  const limited = draft !== null;
  const good = draft === null || !Number.isNaN(draft);
  return (
    <form
      className="judge-capacity"
      onSubmit={(event) => {
        event.preventDefault();
        if (good) save.mutate(draft);
      }}
    >
      <label className="check-line">
        <input
          type="checkbox"
          checked={limited}
          disabled={!editable}
          onChange={(event) => setDraft(event.currentTarget.checked ? judge.sheets : null)}
        />
        <span>{t('assignment.capacity.limit')}</span>
      </label>
      {limited ? (
        <WholeNumberField
          label={t('assignment.capacity.most')}
          value={draft}
          disabled={!editable}
          onChange={setDraft}
        />
      ) : null}
      <Button
        type="submit"
        variant="default"
        disabled={!editable || !good || draft === judge.capacity}
        loading={save.isPending}
      >
        {t('assignment.capacity.save')}
      </Button>
      {save.isError ? <ErrorNote error={save.error} /> : null}
    </form>
  );
}

/** What ties one judge to entries, and how many sheets they take. */
export function JudgeDialog({
  judge,
  editable,
  onClose,
}: {
  judge: JudgeRow;
  editable: boolean;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const remove = useRemoveTie(judge.judgeId);
  const add = useAddTies(judge.judgeId);
  return (
    <Dialog title={judge.fullName} onClose={onClose}>
      <h3>{t('assignment.ties')}</h3>
      {judge.ties.length === 0 ? <p>{t('assignment.ties.none')}</p> : null}
      <ul className="tie-list">
        {judge.ties.map((tie) => (
          <TieLine
            key={`${tie.kind} ${tie.subjectId}`}
            tie={tie}
            editable={editable}
            onRemove={(tieId) => remove.mutate(tieId)}
          />
        ))}
      </ul>
      {remove.isError ? <ErrorNote error={remove.error} /> : null}
      {judge.namesakes.map(({ teacherId, fullName, schoolId, schoolName }) => (
        <div key={teacherId} className="namesake">
          <p>{t('assignment.namesake', { name: fullName, school: schoolName })}</p>
          <Button
            variant="default"
            disabled={!editable}
            loading={add.isPending}
            onClick={() =>
              add.mutate([
                { kind: 'teacher', subjectId: teacherId, note: '' },
                ...(schoolId === null
                  ? []
                  : [{ kind: 'school' as const, subjectId: schoolId, note: '' }]),
              ])
            }
          >
            {t('assignment.namesake.same')}
          </Button>
        </div>
      ))}
      {editable ? <TieForm judgeId={judge.judgeId} /> : null}
      <h3>{t('assignment.capacity')}</h3>
      <Capacity judge={judge} editable={editable} />
      <div className="dialog-actions">
        <Button variant="default" onClick={onClose}>
          {t('assignment.close')}
        </Button>
      </div>
    </Dialog>
  );
}

import { Button } from '@mantine/core';
import { CircleCheck, Hourglass } from 'lucide-react';
import { useState } from 'react';
import type { Decision } from '@contract/decision.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { ButtonLink } from '@ui/button-link.tsx';
import { EmptyState } from '@ui/empty-state.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { OrganiserShell } from '../organiser-shell.tsx';
import { FreezeDialog, PublishDialog, ReopenDialog } from './deed-dialogs.tsx';
import { useDecision } from './decision-queries.ts';
import { FilesPart, VersionsPart } from './files-part.tsx';
import { FinalPart } from './final-part.tsx';
import { PrizesPart } from './prizes-part.tsx';
import { SignaturesPart, validSignatures } from './signatures-part.tsx';
import '../organiser.css';
import '../ranking-page.css';
import './decision.css';

type Deed = 'freeze' | 'publish' | 'reopen';

function StateLine({ decision }: { decision: Decision }) {
  const { t } = useLanguage();
  const { state, version } = decision;
  const done = state === 'frozen' || state === 'published';
  const Icon = done ? CircleCheck : Hourglass;
  return (
    <p className="ranking-state" data-kind={done ? 'published' : undefined} role="status">
      <Icon aria-hidden="true" />
      {t(`decision.state.${state}`, { version })}
    </p>
  );
}

/** What can be done to the decision as a whole now: one main button, and the way back. */
function Deeds({ decision, onAsk }: { decision: Decision; onAsk: (deed: Deed) => void }) {
  const { t } = useLanguage();
  switch (decision.state) {
    case 'judging':
      return (
        <ButtonLink to="/ban-to-chuc" variant="default">
          {t('decision.toOverview')}
        </ButtonLink>
      );
    case 'open':
      return validSignatures(decision) >= 2 ? (
        <Button onClick={() => onAsk('freeze')}>{t('decision.freeze')}</Button>
      ) : null;
    case 'frozen':
    case 'published':
      return (
        <div className="decision-buttons">
          <Button variant="default" onClick={() => onAsk('reopen')}>
            {t('decision.reopen')}
          </Button>
          {decision.state === 'frozen' ? (
            <Button onClick={() => onAsk('publish')}>{t('decision.publish')}</Button>
          ) : (
            <ButtonLink to="/phong-tranh">{t('organiser.next.gallery')}</ButtonLink>
          )}
        </div>
      );
  }
}

function Parts({ decision }: { decision: Decision }) {
  const { t } = useLanguage();
  if (decision.divisions.every(({ rows }) => rows.length === 0)) {
    return <EmptyState title={t('decision.empty.title')} text={t('decision.empty.text')} />;
  }
  return (
    <>
      <FinalPart decision={decision} />
      <PrizesPart decision={decision} />
      <SignaturesPart decision={decision} />
      <FilesPart />
      <VersionsPart versions={decision.versions} />
    </>
  );
}

/** From the proposal of the rule to a frozen, published result. */
export function DecisionPage() {
  const { t } = useLanguage();
  const query = useDecision();
  const [asked, setAsked] = useState<Deed | null>(null);
  const decision = query.data;
  const close = () => setAsked(null);
  return (
    <OrganiserShell
      title={t('decision.place')}
      lead={t('decision.lead')}
      action={decision ? <Deeds decision={decision} onAsk={setAsked} /> : undefined}
    >
      {query.isError ? (
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      ) : decision === undefined ? (
        <Loading />
      ) : (
        <>
          <StateLine decision={decision} />
          <Parts decision={decision} />
        </>
      )}
      {asked === 'freeze' ? <FreezeDialog onClose={close} /> : null}
      {asked === 'publish' ? <PublishDialog onClose={close} /> : null}
      {asked === 'reopen' ? <ReopenDialog onClose={close} /> : null}
    </OrganiserShell>
  );
}

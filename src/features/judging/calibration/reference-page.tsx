import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  readReferencePage,
  readReferenceSound,
  readReferenceTold,
  type ReferenceView,
} from '@contract/calibration.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { addressOf, call } from '@platform/api-client.ts';
import { ButtonLink } from '@ui/button-link.tsx';
import { ErrorNote } from '@ui/error-note.tsx';
import { Loading } from '@ui/loading.tsx';
import { NightSwitch } from '@ui/night-switch.tsx';
import { TellingPlayer } from '@ui/telling-player.tsx';
import { ReadAloud } from '../desk-tools.tsx';
import { PictureStage } from '../picture-stage.tsx';
import { useStageView } from '../stage-view.ts';
import { typeIntoFirstEmpty, useDeskKeys } from '../use-desk-keys.ts';
import { useCalibration, useReference } from './calibration-queries.ts';
import { ComparisonPanel } from './comparison-panel.tsx';
import { ScorePanel, useKeptTexts } from './score-panel.tsx';
import '../rubric-panel.css';
import '../sheet-desk.css';
import '../desk-tools.css';

function ReferenceTold({
  referenceId,
  page,
  onPage,
}: {
  referenceId: Id;
  page: number;
  onPage: (page: number) => void;
}) {
  const { data } = useQuery({
    queryKey: ['reference-told', referenceId],
    queryFn: ({ signal }) => call(readReferenceTold, { params: { referenceId }, signal }),
    staleTime: Infinity,
  });
  const srcOf = useCallback(
    (recording: number) =>
      addressOf(readReferenceSound, { referenceId, recording: String(recording) }),
    [referenceId],
  );
  const told = data?.told ?? null;
  if (told === null) return null;
  return (
    <div className="desk-told">
      <TellingPlayer told={told} srcOf={srcOf} page={page} onPage={onPage} />
    </div>
  );
}

function ReferenceDesk({
  reference,
  place,
  count,
  nextId,
}: {
  reference: ReferenceView;
  place: number;
  count: number;
  nextId: Id | null;
}) {
  const { t } = useLanguage();
  const view = useStageView(reference.captions.length);
  const work = useKeptTexts(reference.id);
  useDeskKeys(
    view,
    reference.own === null
      ? { type: (digit) => typeIntoFirstEmpty(reference.criteria, work.texts, work.setText, digit) }
      : {},
  );
  const [fresh, setFresh] = useState(false);
  const { id, captions, altTexts, own, organiser } = reference;
  const name = t('desk.calibration.place', { place, count });
  const story = useMemo(
    () => ({
      name,
      captions,
      altTexts,
      srcOf: (page: number) =>
        addressOf(readReferencePage, { referenceId: id, page: String(page + 1) }),
    }),
    [name, captions, altTexts, id],
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="desk">
      <header className="desk-bar" inert={view.full}>
        <Link to="/cham/cham-thu" className="desk-back">
          <ArrowLeft size={20} aria-hidden="true" />
          <span>{t('desk.calibration.all')}</span>
        </Link>
        <h1 ref={heading} tabIndex={-1}>
          <span className="desk-code">{name}</span> {reference.title}
        </h1>
        <NightSwitch />
      </header>
      <main id="main" className="desk-main">
        <PictureStage story={story} view={view} />
        <ReferenceTold referenceId={id} page={view.page} onPage={view.show} />
        <div className="desk-tools" inert={view.full}>
          <ReadAloud text={view.open.map((page) => captions[page]).join(' ')} />
        </div>
        {own === null || organiser === null ? (
          <ScorePanel
            reference={reference}
            work={work}
            inert={view.full}
            onScored={() => setFresh(true)}
          />
        ) : (
          <ComparisonPanel
            reference={reference}
            own={own}
            organiser={organiser}
            nextId={nextId}
            fresh={fresh}
            inert={view.full}
          />
        )}
      </main>
    </div>
  );
}

/** One reference entry: scored first, compared after. */
export function ReferencePage() {
  const { t } = useLanguage();
  const { referenceId = '' } = useParams();
  const calibration = useCalibration();
  const reference = useReference(referenceId);
  if (calibration.isPending || reference.isPending) return <Loading />;
  const failed = reference.isError ? reference : calibration;
  if (reference.data === undefined || calibration.data === undefined) {
    return (
      <main id="main" className="desk-failed">
        <h1>{t('desk.calibration.title')}</h1>
        <ErrorNote error={failed.error} onRetry={() => void failed.refetch()} />
        <ButtonLink to="/cham/cham-thu" variant="default">
          {t('desk.calibration.all')}
        </ButtonLink>
      </main>
    );
  }
  const { references } = calibration.data;
  const at = references.findIndex(({ id }) => id === referenceId);
  const inTurn = [...references.slice(at + 1), ...references.slice(0, at)];
  return (
    <ReferenceDesk
      key={referenceId}
      reference={reference.data}
      place={at + 1}
      count={references.length}
      nextId={inTurn.find(({ total }) => total === null)?.id ?? null}
    />
  );
}

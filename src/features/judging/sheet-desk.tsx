import { ActionIcon } from '@mantine/core';
import { ArrowLeft, ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useStore } from 'zustand';
import { readSheetPage, type SheetSummary, type SheetView } from '@contract/judging.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { addressOf } from '@platform/api-client.ts';
import { NightSwitch } from '@ui/night-switch.tsx';
import { openComment } from './comment-field.tsx';
import { DeskTools } from './desk-tools.tsx';
import { useOpenSheet } from './judging-queries.ts';
import { PictureStage } from './picture-stage.tsx';
import { ReadOnlyPanel } from './read-only-panel.tsx';
import { RubricPanel } from './rubric-panel.tsx';
import { neighbours } from './sheet-list.ts';
import { SheetProgress } from './sheet-progress.tsx';
import { SheetTold } from './sheet-told.tsx';
import type { OpenSheet } from './sheet-work.ts';
import { useStageView } from './stage-view.ts';
import { typeIntoFirstEmpty, useDeskKeys } from './use-desk-keys.ts';
import { useTimeAtWork } from './use-time-at-work.ts';
import './sheets-page.css';
import './sheet-desk.css';
import './desk-tools.css';

const BETWEEN_WORDS = ' ';
const HINTS = ['points', 'next', 'pages', 'zoom', 'full', 'entries'] as const;
const MORE_HINTS = ['spread', 'comment'] as const;

function StepLink({
  sheet,
  label,
  children,
}: {
  sheet: SheetSummary | null;
  label: string;
  children: ReactNode;
}) {
  if (sheet === null) return null;
  return (
    <ActionIcon
      component={Link}
      to={`/cham/${sheet.id}`}
      variant="subtle"
      size={44}
      aria-label={label}
      title={label}
    >
      {children}
    </ActionIcon>
  );
}

/** Keeps a sheet open while its page is: sends again when the line is back, and on leaving. */
function useWork(sheet: SheetView, onHandedIn: (sheet: SheetView) => void): OpenSheet {
  const open = useOpenSheet();
  const [work] = useState(() => open(sheet));
  const handedIn = useRef(onHandedIn);
  useEffect(() => {
    handedIn.current = onHandedIn;
  });
  useEffect(() => {
    work.enter();
    const stop = work.store.subscribe((now, before) => {
      if (before.save.kind === 'submitting' && now.save.kind === 'submitted') {
        handedIn.current(now.sheet);
      }
    });
    window.addEventListener('online', work.sendNow);
    return () => {
      window.removeEventListener('online', work.sendNow);
      stop();
      work.leave();
    };
  }, [work]);
  return work;
}

/** The picture large, the rubric beside it, progress always in view, nothing else. */
export function SheetDesk({
  sheet,
  sheets,
  open,
  nextId,
  note,
  onHandedIn,
  onSteppedBack,
}: {
  sheet: SheetView;
  sheets: readonly SheetSummary[];
  open: boolean;
  nextId: string | null;
  note: ReactNode;
  onHandedIn: (sheet: SheetView) => void;
  onSteppedBack: () => void;
}) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const view = useStageView(sheet.captions.length);
  const work = useWork(sheet, onHandedIn);
  const { sheet: current, save, flag } = useStore(work.store);
  const writable = open && save.kind !== 'submitted';
  const { before, after } = neighbours(sheets, sheet.id);
  useDeskKeys(view, {
    goTo: (by) => {
      const target = by === 1 ? after : before;
      if (target !== null) void navigate(`/cham/${target.id}`);
    },
    ...(writable
      ? {
          type: (digit: string) => {
            const { sheet: open, texts } = work.store.getState();
            typeIntoFirstEmpty(open.criteria, texts, work.setText, digit);
          },
          comment: openComment,
        }
      : {}),
  });
  useTimeAtWork(sheet.id, writable);
  const srcOf = useCallback(
    (page: number) => addressOf(readSheetPage, { sheetId: sheet.id, page: String(page + 1) }),
    [sheet.id],
  );
  const { blindCode, captions, altTexts } = current;
  const story = useMemo(
    () => ({ name: blindCode, captions, altTexts, srcOf }),
    [blindCode, captions, altTexts, srcOf],
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <div className="desk">
      <header className="desk-bar" inert={view.full}>
        <Link to="/cham" className="desk-back">
          <ArrowLeft size={20} aria-hidden="true" />
          <span>{t('judging.toList')}</span>
        </Link>
        <h1 ref={heading} tabIndex={-1}>
          <span className="desk-code">{t('judging.desk.code', { code: sheet.blindCode })}</span>
          {BETWEEN_WORDS}
          {sheet.title}
        </h1>
        <div className="desk-steps">
          <StepLink sheet={before} label={t('judging.desk.before')}>
            <ChevronUp aria-hidden="true" />
          </StepLink>
          <StepLink sheet={after} label={t('judging.desk.after')}>
            <ChevronDown aria-hidden="true" />
          </StepLink>
        </div>
        <SheetProgress sheets={sheets} />
        <NightSwitch />
      </header>
      <main id="main" className="desk-main">
        <PictureStage story={story} view={view} />
        <SheetTold sheetId={sheet.id} page={view.page} onPage={view.show} />
        <DeskTools
          sheetId={sheet.id}
          caption={view.open.map((page) => captions[page]).join(' ')}
          flag={flag}
          resolved={current.flag?.resolved ?? false}
          writable={writable}
          inert={view.full}
          onFlag={work.setFlag}
          onConflict={() => {
            work.abandon();
            onSteppedBack();
          }}
        />
        <ul className="desk-hints" aria-label={t('judging.hints')}>
          {HINTS.map((hint) => (
            <li key={hint}>
              <kbd>{t(`judging.hint.${hint}.keys`)}</kbd> {t(`judging.hint.${hint}`)}
            </li>
          ))}
          {MORE_HINTS.map((hint) => (
            <li key={hint}>
              <kbd>{t(`desk.hint.${hint}.keys`)}</kbd> {t(`desk.hint.${hint}`)}
            </li>
          ))}
        </ul>
        {writable ? (
          <RubricPanel work={work} note={note} inert={view.full} />
        ) : (
          <ReadOnlyPanel
            sheet={current}
            nextId={open ? nextId : null}
            note={note}
            inert={view.full}
          />
        )}
      </main>
    </div>
  );
}

import { useEffect, useRef } from 'react';
import type { CriterionView } from '@domain/judging/sheet.ts';
import type { Id } from '@domain/kernel/ids.ts';
import { deskCommand, placeOf } from './desk-keys.ts';
import { pointsOf } from './points-entry.ts';
import type { StageView } from './stage-view.ts';

/** A digit typed anywhere begins the first criterion that is still empty. */
export function typeIntoFirstEmpty(
  criteria: readonly CriterionView[],
  texts: Readonly<Record<Id, string>>,
  setText: (criterionId: Id, text: string) => void,
  digit: string,
): void {
  const points = pointsOf(criteria, texts);
  const first = criteria.find(({ id }) => points[id] === undefined);
  if (first === undefined) return;
  setText(first.id, digit);
  const field = document.getElementById(`points-${first.id}`);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  // Focus selects what stands there; the second digit is to follow the first.
  requestAnimationFrame(() => field.setSelectionRange(3, 3));
}

type Asked = {
  readonly goTo?: (by: 1 | -1) => void;
  readonly type?: (digit: string) => void;
  readonly comment?: () => void;
};

/** Keys of the desk, wherever the focus is: pages and picture, and what else the desk offers. */
export function useDeskKeys(view: StageView, { goTo, type, comment }: Asked): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    // What is open over the desk has the keys to itself.
    if (document.querySelector('dialog[open]') !== null) return;
    if (event.key === 'Escape' && view.full) return view.leaveFull();
    const command = deskCommand(event.key, placeOf(event.target));
    if (command === null) return;
    // An enlarged picture in focus is moved by the arrows, not turned.
    const moving = event.target instanceof Element && event.target.matches('[data-zoomed]');
    if (command.kind === 'page' && moving) return;
    if (command.kind === 'type' && (type === undefined || view.full)) return;
    event.preventDefault();
    if (command.kind === 'page') view.turn(command.by);
    else if (command.kind === 'zoom') view.zoomBy(command.by);
    else if (command.kind === 'zoom-toggle') view.toggleZoom();
    else if (command.kind === 'full') view.toggleFull();
    else if (command.kind === 'spread') view.toggleSpread();
    else if (command.kind === 'comment') comment?.();
    else if (command.kind === 'entry') goTo?.(command.by);
    else type?.(command.digit);
  };
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

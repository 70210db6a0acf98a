import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { PAGE_HEIGHT_PX, PAGE_WIDTH_PX } from '@domain/story/limits.ts';
import { objectExtent } from '@domain/story/paint/objects/object.ts';
import type { SceneObject } from '@domain/story/scene.ts';
import { sceneOf } from '@domain/story/story.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { onAssets, storyAssets } from '@platform/story-assets.ts';
import { loadStoryFonts } from '@platform/story-fonts.ts';
import type { Editor } from '../editor-store.ts';
import type { Zoom } from '../engine/zoom.ts';
import { pressKey, releaseKey, RESTING_PEN } from '../tools/keyboard-pen.ts';
import { useEditor } from '../use-editor.ts';
import { measuringFitter } from './measure-text.ts';
import type { ObjectDesk } from './object-desk.ts';
import { objectKey } from './object-keys.ts';
import { movedBy, regionOf, scaledBy, turnedBy } from './object-moves.ts';
import { nameOf, sentenceOf } from './object-names.ts';
import { pictureOf } from './object-picture.ts';
import { createObjectStage } from './object-stage.ts';
import { useArtPack } from './use-art.ts';
import { objectDeskOf, useDesk } from './use-object-desk.ts';
import { WritingBox } from './writing-box.tsx';
import './object-table.css';

const percentOf = (px: number, of: number) => `${(px / of) * 100}%`;

function useStage(editor: Editor, desk: ObjectDesk, zoom: Zoom) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null) return undefined;
    const made = createObjectStage(box.current, {
      desk,
      fitter: measuringFitter,
      picture: (item, density) => pictureOf(item, storyAssets, density),
      hide: desk.hide,
      zoomed: () => zoom.store.getState().scale,
    });
    const stops = [
      editor.store.subscribe((state, before) => {
        if (state.story !== before.story || state.pageId !== before.pageId) made.update();
      }),
      desk.store.subscribe((state, before) => {
        if (state.preview !== before.preview) made.preview(state.preview);
        if (
          state.selected !== before.selected ||
          state.mode !== before.mode ||
          state.writing !== before.writing
        ) {
          made.update();
        }
      }),
      onAssets(made.update),
      zoom.store.subscribe((state, before) => {
        if (state.scale !== before.scale) made.update();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      made.destroy();
    };
  }, [editor, desk, zoom]);
  return box;
}

/** Where keys go on when the object that had the focus is let go. */
function leaveObject(button: Element): void {
  const next =
    document.getElementById('objects-aim') ??
    document.querySelector<HTMLElement>('.objects-drawer [aria-pressed="true"]');
  next?.focus();
  if (document.activeElement === button) (button as HTMLElement).blur();
}

/** One object as something that takes the focus and keys; what is seen lies below. */
function ObjectButton({
  object: { id, item },
  label,
  desk,
}: {
  object: SceneObject;
  label: string;
  desk: ObjectDesk;
}) {
  const selected = useDesk(desk, (state) => state.selected === id);
  const focusOn = useDesk(desk, (state) => state.selected === id && state.writing === null);
  const button = useRef<HTMLButtonElement>(null);
  const extent = objectExtent(item, storyAssets);

  useEffect(() => {
    // Whoever chose it with a finger goes on with keys, but never out of a field.
    const active = document.activeElement;
    const free = active === null || active.matches('body, #studio-canvas, .objects-object');
    if (focusOn && free) button.current?.focus({ preventScroll: true });
  }, [focusOn]);

  const change = (event: React.KeyboardEvent) => {
    const key = objectKey(event);
    if (key === undefined) return;
    event.preventDefault();
    desk.select(id);
    const { preview } = desk.store.getState();
    const now = preview ?? item;
    if (key.kind === 'move') desk.show(movedBy(now, key.dx, key.dy), 'moved');
    else if (key.kind === 'scale') desk.show(scaledBy(now, desk.boxOf(now), key.factor), 'bigger');
    else if (key.kind === 'turn') desk.show(turnedBy(now, key.degrees), 'turned');
    else if (key.kind === 'drop') {
      leaveObject(event.currentTarget);
      desk.drop();
    } else if (key.kind === 'duplicate') desk.duplicate();
    else if (key.kind === 'rewrite') desk.rewrite(id);
    else if (key.kind === 'flip') desk.flip();
    else if (key.kind === 'sink') desk.sink();
    else if (key.kind === 'forward') desk.reorder(1);
    else if (key.kind === 'backward') desk.reorder(-1);
    else {
      leaveObject(event.currentTarget);
      desk.select(null);
    }
  };

  return (
    <button
      ref={button}
      type="button"
      className="objects-object"
      aria-pressed={selected}
      aria-label={label}
      aria-describedby="objects-keys"
      style={{
        left: percentOf(extent.x, PAGE_WIDTH_PX),
        top: percentOf(extent.y, PAGE_HEIGHT_PX),
        width: percentOf(extent.width, PAGE_WIDTH_PX),
        height: percentOf(extent.height, PAGE_HEIGHT_PX),
      }}
      onFocus={() => desk.select(id)}
      onKeyDown={change}
      // A key held down is one gesture, and one step.
      onKeyUp={() => desk.keep()}
      onBlur={() => desk.keep()}
    />
  );
}

/** The place that keys choose for a stamp or a text. */
function Aim({ desk, label }: { desk: ObjectDesk; label: string }) {
  const [pen, setPen] = useState(() => ({ ...RESTING_PEN, ...desk.store.getState().aim }));
  const [lit, setLit] = useState(false);
  const press = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') {
      document.querySelector<HTMLElement>('.objects-drawer [aria-pressed="true"]')?.focus();
      return;
    }
    const [next, verdict] = pressKey(pen, event.key, event.shiftKey);
    if (verdict === 'ignore') return;
    event.preventDefault();
    if (verdict === 'move') {
      desk.aimAt({ x: next.x, y: next.y }, false);
      return setPen(next);
    }
    const place = { x: pen.x, y: pen.y };
    if (desk.store.getState().mode === 'stamp') desk.stampAt(place);
    else desk.writeAt(place);
  };

  return (
    // An application takes keys, whatever the rule's list of roles says.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      id="objects-aim"
      className="objects-aim"
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
      onKeyDown={press}
      onKeyUp={(event) => setPen(releaseKey(pen, event.key))}
      onFocus={() => setLit(true)}
      onBlur={() => setLit(false)}
    >
      {lit ? (
        <span
          className="objects-cross"
          style={{
            left: percentOf(pen.x, PAGE_WIDTH_PX),
            top: percentOf(pen.y, PAGE_HEIGHT_PX),
          }}
        />
      ) : null}
    </div>
  );
}

/** Lies over the paper while objects are set down or changed. */
export function ObjectTable({ editor, zoom }: { editor: Editor; zoom: Zoom }) {
  const words = useLanguage();
  const { t, locale } = words;
  const desk = objectDeskOf(editor);
  const mode = useDesk(desk, (state) => state.mode);
  const asset = useDesk(desk, (state) => state.asset);
  const said = useDesk(desk, (state) => state.said);
  const writing = useDesk(desk, (state) => state.writing);
  const scene = useEditor(editor, ({ story, pageId }) => sceneOf(story.pages.get(pageId)));
  const box = useStage(editor, desk, zoom);
  const [pack] = useArtPack();
  const known = pack.state === 'here' ? pack.value : null;
  const [, setAssets] = useState(0);
  const aims = useDesk(desk, (state) => state.aims);

  useEffect(() => {
    if (aims > 0) document.getElementById('objects-aim')?.focus();
  }, [aims]);
  useEffect(() => onAssets(() => setAssets((count) => count + 1)), []);
  useEffect(() => {
    // Measured with other letters, every line would break elsewhere.
    void loadStoryFonts().catch(() => undefined);
  }, []);
  useLayoutEffect(() => {
    const keep = () => desk.finishWriting();
    window.addEventListener('pagehide', keep);
    return () => window.removeEventListener('pagehide', keep);
  }, [desk]);

  const inHand = known?.items.find(({ id }) => id === asset)?.name[locale] ?? '';
  return (
    <>
      <p className="studio-spoken" role="status">
        {said ? sentenceOf(said, known, words) : ''}
      </p>
      <div className="objects-overlay" data-mode={mode}>
        <div ref={box} className="objects-stage" />
        {mode === 'stamp' || mode === 'text' ? (
          <Aim
            desk={desk}
            label={
              mode === 'stamp' ? t('objects.aim.stamp', { name: inHand }) : t('objects.aim.text')
            }
          />
        ) : null}
        <div role="group" aria-label={t('objects.list')}>
          {scene.objects.map((object) => (
            <ObjectButton
              key={object.id}
              object={object}
              desk={desk}
              label={t('objects.object', {
                name: nameOf(object.item, known, words),
                place: t(`objects.place.${regionOf(object.item.placement)}`),
              })}
            />
          ))}
        </div>
        <p id="objects-keys" className="studio-spoken">
          {t('objects.keys')}
        </p>
        {writing ? <WritingBox key={writing.object ?? 0} writing={writing} desk={desk} /> : null}
      </div>
    </>
  );
}

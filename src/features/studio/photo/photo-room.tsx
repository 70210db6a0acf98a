import { Button } from '@mantine/core';
import { ArrowLeft, ArrowRight, Check, ImageOff } from 'lucide-react';
import { useState } from 'react';
import type { PhotoKeeper } from '@platform/drafts/photo-keeper.ts';
import { useLanguage } from '@i18n/use-language.tsx';
import { Dialog } from '@ui/dialog.tsx';
import { Loading } from '@ui/loading.tsx';
import type { ExtraProps } from '../extra.ts';
import type { ObjectDesk } from '../objects/object-desk.ts';
import { objectDeskOf } from '../objects/use-object-desk.ts';
import { ChoosePhotos } from './choose-photos.tsx';
import { CornerEditor } from './corner-editor.tsx';
import { isConvex } from './geometry.ts';
import { photoFileOf } from './photo-files.ts';
import { type Look, PhotoResult } from './photo-result.tsx';
import { type PhotoPlace, placePhoto, placesFor } from './place-photo.ts';
import { useDeveloped, usePhotoDesk } from './use-photo-desk.ts';
import './photo-room.css';

type Step = 'corners' | 'result';

const FIRST_LOOK: Look = { brightens: true, percent: 90 };

/** What was set down last can be moved and turned at once. */
function takeInHand(desk: ObjectDesk): void {
  desk.openPanel('select');
  desk.select(desk.objects().at(-1)?.id ?? null);
}

function Room({
  editor,
  keeper,
  onClose,
}: Pick<ExtraProps, 'editor' | 'onClose'> & { keeper: PhotoKeeper }) {
  const { t } = useLanguage();
  const desk = usePhotoDesk();
  const [selected] = useState(() => objectDeskOf(editor).store.getState().selected);
  const [step, setStep] = useState<Step>('corners');
  const [look, setLook] = useState(FIRST_LOOK);
  const [wanted, setWanted] = useState<PhotoPlace | null>(null);
  const [working, setWorking] = useState(false);
  const [full, setFull] = useState(false);
  const { onDesk, quad, trouble, index, count } = desk;
  const picture = useDeveloped(desk.darkroom, step === 'result' ? quad : null, look);
  const places = placesFor(editor, selected, index > 0);
  const place = wanted !== null && places.includes(wanted) ? wanted : places[0]!;

  const further = () => {
    setStep('corners');
    setWanted(null);
    if (!desk.next()) onClose();
  };
  const accept = async () => {
    if (picture === null || quad === null) return;
    setWorking(true);
    // What is shown may still be the look before the last change.
    const strength = look.brightens ? look.percent / 100 : 0;
    const pixels = await desk.darkroom().develop({ quad, strength });
    const whole = place === 'page' || place === 'new-page';
    const hash = await keeper.keep(await photoFileOf(pixels, whole));
    const { width, height } = pixels;
    const placed = placePhoto(editor, place, { hash, width, height, selected });
    setWorking(false);
    if (!placed) {
      setFull(true);
      return;
    }
    if (place === 'object') takeInHand(objectDeskOf(editor));
    further();
  };

  if (count === 0) return <ChoosePhotos onChoose={desk.choose} />;
  if (trouble !== null) {
    return (
      <div className="photo-trouble" role="alert">
        <ImageOff size={40} aria-hidden="true" />
        <p>{t(`photo.trouble.${trouble}`)}</p>
        <Button onClick={desk.clear}>{t('photo.another')}</Button>
        {index + 1 < count ? (
          <Button variant="default" onClick={further}>
            {t('photo.skip')}
          </Button>
        ) : null}
      </div>
    );
  }
  if (onDesk === null || quad === null) return <Loading />;
  const crossed = !isConvex(quad);
  return (
    <div className="photo-room">
      {count > 1 ? (
        <p className="photo-count">{t('photo.count', { index: index + 1, count })}</p>
      ) : null}
      {step === 'corners' ? (
        <CornerEditor {...onDesk} quad={quad} onQuad={desk.moveCorners} />
      ) : (
        <PhotoResult
          picture={picture}
          look={look}
          places={places}
          place={place}
          onTurn={desk.turn}
          onLook={setLook}
          onPlace={setWanted}
        />
      )}
      <p className="photo-said" role="status">
        {crossed ? t('photo.corners.crossed') : full ? t('photo.full') : ''}
      </p>
      <div className="photo-steps">
        <Button
          variant="default"
          leftSection={<ArrowLeft size={20} aria-hidden="true" />}
          onClick={step === 'corners' ? desk.clear : () => setStep('corners')}
        >
          {t(step === 'corners' ? 'photo.another' : 'photo.corners.edit')}
        </Button>
        {step === 'corners' ? (
          <Button
            rightSection={<ArrowRight size={20} aria-hidden="true" />}
            disabled={crossed}
            onClick={() => setStep('result')}
          >
            {t('photo.next')}
          </Button>
        ) : (
          <Button
            leftSection={<Check size={20} aria-hidden="true" />}
            loading={working || picture === null}
            onClick={() => void accept()}
          >
            {t('photo.accept')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Where a drawing on paper becomes a page of the story, or a part of one. */
export function PhotoRoom({ editor, session, onClose }: ExtraProps) {
  const { t } = useLanguage();
  const keeper = session.photos;
  return (
    <Dialog title={t('photo.title')} wide onClose={onClose}>
      <div className="photo">
        <Button className="photo-close" variant="subtle" onClick={onClose}>
          {t('common.close')}
        </Button>
        {keeper === null ? (
          <p className="photo-trouble">{t('photo.unavailable')}</p>
        ) : (
          <Room editor={editor} keeper={keeper} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

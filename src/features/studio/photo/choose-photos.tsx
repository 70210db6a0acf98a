import { Button } from '@mantine/core';
import { Camera, ImageUp } from 'lucide-react';
import { useRef } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';

const TIPS = ['light', 'above', 'whole'] as const;

/** Takes photographs from the camera of a tablet, or files that are there. */
export function ChoosePhotos({
  onChoose,
}: {
  /** At least one. */
  onChoose: (files: readonly File[]) => void;
}) {
  const { t } = useLanguage();
  const camera = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const taken = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    // The same photograph can be chosen again after a failure.
    input.value = '';
    if (chosen.length > 0) onChoose(chosen);
  };
  return (
    <div className="photo-choose">
      <p>{t('photo.text')}</p>
      <ul className="photo-tips">
        {TIPS.map((tip) => (
          <li key={tip}>{t(`photo.tip.${tip}`)}</li>
        ))}
      </ul>
      <input
        ref={camera}
        hidden
        type="file"
        accept="image/*"
        capture="environment"
        aria-label={t('photo.camera')}
        onChange={(event) => taken(event.currentTarget)}
      />
      <input
        ref={files}
        hidden
        multiple
        type="file"
        accept="image/*"
        aria-label={t('photo.files')}
        onChange={(event) => taken(event.currentTarget)}
      />
      <div className="photo-ways">
        <Button
          size="lg"
          leftSection={<Camera aria-hidden="true" />}
          onClick={() => camera.current?.click()}
        >
          {t('photo.camera')}
        </Button>
        <Button
          size="lg"
          variant="default"
          leftSection={<ImageUp aria-hidden="true" />}
          onClick={() => files.current?.click()}
        >
          {t('photo.files')}
        </Button>
      </div>
    </div>
  );
}

import { Button } from '@mantine/core';
import { ImageOff } from 'lucide-react';
import { type ImgHTMLAttributes, useState } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';

/** A picture of an entry; where it does not arrive, a word that nothing is lost and another try. */
export function RetriedImage({
  lostClassName,
  alt,
  ...image
}: ImgHTMLAttributes<HTMLImageElement> & { alt: string; lostClassName: string }) {
  const { t } = useLanguage();
  const [tries, setTries] = useState(0);
  const [lost, setLost] = useState(false);
  if (lost) {
    return (
      <div className={lostClassName} role="status">
        <ImageOff aria-hidden="true" />
        <p>{t('common.reader.lost')}</p>
        <Button
          variant="default"
          onClick={() => {
            setTries(tries + 1);
            setLost(false);
          }}
        >
          {t('common.tryAgain')}
        </Button>
      </div>
    );
  }
  return <img key={tries} alt={alt} draggable={false} {...image} onError={() => setLost(true)} />;
}

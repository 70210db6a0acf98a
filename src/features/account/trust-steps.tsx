import { useLanguage } from '@i18n/use-language.tsx';
import { type Device, deviceOf } from './device.ts';

const STEPS = [1, 2, 3, 4] as const;
const DEVICES: readonly Device[] = ['android', 'apple', 'windows', 'chromebook'];

/** The steps of each kind of device, those of this one open. */
export function TrustSteps() {
  const { t } = useLanguage();
  const here = deviceOf(navigator.userAgent, navigator.maxTouchPoints);
  return (
    <>
      {DEVICES.map((device) => (
        <details key={device} open={device === here} className="trust-device">
          <summary>{t(`account.trust.${device}.name`)}</summary>
          <ol>
            {STEPS.map((step) => (
              <li key={step}>{t(`account.trust.${device}.${step}`)}</li>
            ))}
          </ol>
        </details>
      ))}
    </>
  );
}

import type { Locale } from './translate.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const TAG = { vi: 'vi-VN', en: 'en-GB' } as const;

/** Dates as `15/4/2027`, times as `17:00`, numbers as `3.260` (vi), always in Vietnam's time. */
export function createFormatters(locale: Locale) {
  const tag = TAG[locale];
  const day = new Intl.DateTimeFormat(tag, {
    timeZone: ZONE,
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  });
  const clock = new Intl.DateTimeFormat(tag, {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const twoDigits = new Intl.NumberFormat(tag, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return {
    date: (ms: number) => day.format(ms),
    time: (ms: number) => clock.format(ms),
    dateTime: (ms: number) => `${clock.format(ms)} ${day.format(ms)}`,
    integer: (value: number) => whole.format(value),
    mean: (value: number) => twoDigits.format(value),
    /** `2015-09-03` as `3/9/2015`. */
    isoDay: (isoDay: string) => {
      const [year, month, dayOfMonth] = isoDay.split('-').map(Number);
      return `${dayOfMonth}/${month}/${year}`;
    },
  };
}

export type Formatters = ReturnType<typeof createFormatters>;

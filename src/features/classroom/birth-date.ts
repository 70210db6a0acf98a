import type { IsoDay } from '@domain/kernel/ids.ts';

const TYPED = /^\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})\s*$/;

/** A day as written in Vietnam, `3/9/2015` or `03-09-2015`; null when there is no such day. */
export function dayFromText(typed: string): IsoDay | null {
  const [, day = '', month = '', year = ''] = TYPED.exec(typed) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = Date.parse(`${iso}T00:00Z`);
  // Date.parse lets 31/4 through as 1/5.
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== iso ? null : iso;
}

const [YOUNGEST, OLDEST] = [4, 20];

/** Whether a pupil of a school could have been born on that day: within 4 to 20 years. */
export function plausibleBirth(birthDate: IsoDay, thisYear: number): boolean {
  const years = thisYear - Number(birthDate.slice(0, 4));
  return years >= YOUNGEST && years <= OLDEST;
}

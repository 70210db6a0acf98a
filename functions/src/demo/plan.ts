import { LAST_CARD_NUMBER } from '@domain/classroom/card.ts';
import type { IsoDay } from '@domain/kernel/ids.ts';
import { integerBetween, type Random, randomFrom, shuffled } from '@domain/kernel/random.ts';
import { nameGiver } from './names.ts';
import { ROSTER } from './roster-content.ts';

const PUPIL_COUNT = 300;
const ENTRY_COUNT = 60;
const DRAFT_COUNT = 6;
const JUDGE_COUNT = 8;

/** Places in the lists of a plan stand in for ids, which differ from machine to machine. */
export type PlannedPupil = {
  readonly fullName: string;
  readonly birthDate: IsoDay;
  readonly classIndex: number;
  readonly cardNumber: number;
};

export type PlannedClass = {
  readonly name: string;
  readonly schoolIndex: number;
  /** Who teaches it, in `teachers`. */
  readonly teacherIndex: number;
};

export type Plan = {
  readonly classes: readonly PlannedClass[];
  readonly teachers: readonly { readonly fullName: string; readonly schoolIndex: number }[];
  readonly pupils: readonly PlannedPupil[];
  readonly judges: readonly string[];
  /** A result is signed by two. */
  readonly organisers: readonly string[];
  /** The authors of each submitted entry; the first entry is a team's. */
  readonly entries: readonly (readonly number[])[];
  /** Pupils with an unfinished draft. */
  readonly drafts: readonly number[];
};

/** The year in which the school year of a day began; a new one begins in August. */
function schoolYearOf(today: IsoDay): number {
  const year = Number(today.slice(0, 4));
  return Number(today.slice(5, 7)) >= 8 ? year : year - 1;
}

/** A day in the calendar year of birth that fits the class: six full years in class 1. */
function birthDateIn(random: Random, className: string, today: IsoDay): IsoDay {
  const year = schoolYearOf(today) - 5 - Number.parseInt(className, 10);
  const day = Date.UTC(year, 0, integerBetween(random, 1, 365));
  return new Date(day).toISOString().slice(0, 10);
}

function planTeachers(classCount: number) {
  // One teacher per school has both of its classes; the last school has one for each.
  const schoolIndexes = ROSTER.schools.map((_, index) => index);
  const last = schoolIndexes.length - 1;
  return {
    schoolOf: [...schoolIndexes, last],
    teacherOf: (classIndex: number, schoolIndex: number) =>
      classIndex === classCount - 1 ? last + 1 : schoolIndex,
  };
}

/**
 * Who is in the demo edition: the same for the same day. The first pupil (class 4A of the first
 * school, card 1) has no work; authors are spread over all classes.
 */
export function planDemo(today: IsoDay): Plan {
  const random = randomFrom(20_181_214);
  const nextName = nameGiver(random);
  const places = ROSTER.schools.flatMap((school, schoolIndex) =>
    school.classes.map((name) => ({ name, schoolIndex })),
  );
  const { schoolOf, teacherOf } = planTeachers(places.length);
  const classes = places.map((place, index) => ({
    ...place,
    teacherIndex: teacherOf(index, place.schoolIndex),
  }));
  const pupils = Array.from({ length: PUPIL_COUNT }, (_, index): PlannedPupil => {
    const classIndex = index % classes.length;
    const birthDate = birthDateIn(random, classes[classIndex]!.name, today);
    const cardNumber = Math.floor(index / classes.length) + 1;
    if (cardNumber > LAST_CARD_NUMBER) throw new RangeError('more pupils than cards');
    return { fullName: nextName(), birthDate, classIndex, cardNumber };
  });

  // The class that a visitor meets first shows a team, entries and a draft, and pupil 0 without any.
  const [, ...met] = [...pupils.keys()].filter((index) => pupils[index]!.classIndex === 0);
  const team = met.slice(0, 2);
  const alone = met.slice(2, 5);
  const drafting = met.slice(5, 6);
  const elsewhere = shuffled(
    random,
    [...pupils.keys()].filter((index) => pupils[index]!.classIndex !== 0),
  );
  const others = ENTRY_COUNT - 1 - alone.length;
  const single = shuffled(random, [...alone, ...elsewhere.slice(0, others)]);
  return {
    classes,
    teachers: schoolOf.map((schoolIndex) => ({
      fullName: nextName(random() < 0.75 ? 'girls' : 'boys'),
      schoolIndex,
    })),
    pupils,
    judges: Array.from({ length: JUDGE_COUNT }, () => nextName()),
    organisers: [nextName(), nextName()],
    entries: [team, ...single.map((index) => [index])],
    drafts: [...drafting, ...elsewhere.slice(others, others + DRAFT_COUNT - 1)],
  };
}

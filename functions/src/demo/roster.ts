import { CLASS_CODE_LENGTH, drawCode, drawPin } from '@domain/classroom/card.ts';
import type { EpochMs, Id } from '@domain/kernel/ids.ts';
import type {
  AccountTable,
  ClassTeacherTable,
  PupilTable,
  SchoolClassTable,
  UnitTable,
} from '@server/store/tables/people.ts';
import { sealCard } from '@server/usecases/classroom/make-card.ts';
import type { Deps } from '@server/usecases/deps.ts';
import type { Plan } from './plan.ts';
import { DEMO_EDITION, ROSTER } from './roster-content.ts';
import { DEMO_PASSWORD, DEMO_SIGN_INS, demoEmail } from './sign-ins.ts';

export type DemoRoster = {
  readonly editionId: Id;
  readonly provinceId: Id;
  readonly schoolIds: readonly Id[];
  readonly teacherIds: readonly Id[];
  readonly judgeIds: readonly Id[];
  readonly pupilIds: readonly Id[];
  readonly units: readonly UnitTable[];
  readonly accounts: readonly AccountTable[];
  readonly classes: readonly SchoolClassTable[];
  readonly classTeachers: readonly ClassTeacherTable[];
  readonly pupils: readonly PupilTable[];
};

type Needs = Pick<Deps, 'randomness' | 'cardSafe' | 'passwords'>;

function unitRows(newId: () => Id) {
  const provinceId = newId();
  const province: UnitTable = {
    id: provinceId,
    kind: 'province',
    parent_id: null,
    name: DEMO_EDITION.province,
  };
  const communes = ROSTER.communes.map((name): UnitTable => ({
    id: newId(),
    kind: 'commune',
    parent_id: provinceId,
    name,
  }));
  const communeIds = new Map(communes.map((commune) => [commune.name, commune.id]));
  const schools = ROSTER.schools.map(({ name, commune }): UnitTable => {
    const parentId = communeIds.get(commune);
    if (parentId === undefined) throw new Error(`${commune} is not a commune of the demo`);
    return { id: newId(), kind: 'school', parent_id: parentId, name };
  });
  return {
    provinceId,
    schoolIds: schools.map((school) => school.id),
    units: [province, ...communes, ...schools],
  };
}

function codesFor(count: number, { integer }: Deps['randomness']): string[] {
  const codes = new Set<string>([DEMO_SIGN_INS.pupil.classCode]);
  while (codes.size < count) codes.add(drawCode(integer, CLASS_CODE_LENGTH));
  return [...codes];
}

/** The rows of people and places. One password hash serves all: hashing 22 would take seconds. */
export async function writeRoster(
  deps: Needs,
  plan: Plan,
  createdAt: EpochMs,
): Promise<DemoRoster> {
  const { randomness, passwords } = deps;
  const newId = randomness.id;
  const { provinceId, schoolIds, units } = unitRows(newId);
  const editionId = newId();
  const passwordHash = passwords === null ? null : await passwords.hash(DEMO_PASSWORD);
  const account = (
    role: AccountTable['role'],
    email: string,
    fullName: string,
    schoolId: Id | null = null,
  ): AccountTable => ({
    id: newId(),
    role,
    email,
    full_name: fullName,
    school_id: schoolId,
    password_hash: passwordHash,
    disabled_at: null,
    created_at: createdAt,
  });
  const teachers = plan.teachers.map(({ fullName, schoolIndex }, index) =>
    account('teacher', demoEmail.teacher(index + 1), fullName, schoolIds[schoolIndex]!),
  );
  const judges = plan.judges.map((fullName, index) =>
    account('judge', demoEmail.judge(index + 1), fullName),
  );
  const organisers = plan.organisers.map((fullName, index) =>
    account('organiser', demoEmail.organiser(index + 1), fullName),
  );

  const codes = codesFor(plan.classes.length, randomness);
  const classes = plan.classes.map(({ name, schoolIndex }, index): SchoolClassTable => ({
    id: newId(),
    edition_id: editionId,
    school_id: schoolIds[schoolIndex]!,
    name,
    code: codes[index]!,
    last_card_number: plan.pupils.filter((pupil) => pupil.classIndex === index).length,
    created_at: createdAt,
  }));
  const pupils = plan.pupils.map((pupil, index): PupilTable => {
    const pin = index === 0 ? DEMO_SIGN_INS.pupil.pin : drawPin(randomness.integer);
    const card = sealCard(deps, pin, newId());
    return {
      id: newId(),
      class_id: classes[pupil.classIndex]!.id,
      full_name: pupil.fullName,
      birth_date: pupil.birthDate,
      card_number: pupil.cardNumber,
      pin_sealed: card.pinSealed,
      secret_sealed: card.secretSealed,
      secret_hash: card.secretHash,
      created_at: createdAt,
    };
  });
  return {
    editionId,
    provinceId,
    schoolIds,
    teacherIds: teachers.map((row) => row.id),
    judgeIds: judges.map((row) => row.id),
    pupilIds: pupils.map((row) => row.id),
    units,
    accounts: [...teachers, ...judges, ...organisers],
    classes,
    classTeachers: plan.classes.map(({ teacherIndex }, index) => ({
      class_id: classes[index]!.id,
      account_id: teachers[teacherIndex]!.id,
    })),
    pupils,
  };
}

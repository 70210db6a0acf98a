import { addPupil, listClasses, readCards, readClass } from '@contract/classroom.ts';
import { readHost } from '@contract/host.ts';
import { signInWithPassword, signInWithPin } from '@contract/session.ts';
import type { SignInCard } from '@domain/classroom/card.ts';
import { person, type Person } from './person.ts';

type Adult = 'teacher' | 'judge' | 'organiser';

/** Everybody of this role whom the demo edition lets sign in. */
export async function signInAdults(origin: string, role: Adult): Promise<Person[]> {
  const { demo } = await person(origin).ask(readHost);
  const accounts = (demo?.adults ?? []).filter((adult) => adult.role === role);
  return Promise.all(
    accounts.map(async ({ email, password }) => {
      const adult = person(origin);
      await adult.ask(signInWithPassword, { body: { email, password } });
      return adult;
    }),
  );
}

export async function signInPupil(origin: string, card: SignInCard): Promise<Person> {
  const pupil = person(origin);
  const { classCode, cardNumber, pin } = card;
  await pupil.ask(signInWithPin, { body: { classCode, cardNumber, pin } });
  return pupil;
}

/** The first class of a teacher, with as many more pupils as are needed for `count` without work. */
export async function pupilsWithoutWork(teacher: Person, count: number): Promise<SignInCard[]> {
  const { classes } = await teacher.ask(listClasses);
  const classId = classes[0]!.id;
  const { pupils } = await teacher.ask(readClass, { params: { classId } });
  const idle = pupils.filter(({ work }) => work === 'none').map(({ id }) => id);
  while (idle.length < count) {
    const added = await teacher.ask(addPupil, {
      params: { classId },
      body: { fullName: `Nguyễn Thị Sóng ${idle.length}`, birthDate: '2016-05-19' },
    });
    idle.push(added.id);
  }
  const { cards } = await teacher.ask(readCards, { params: { classId } });
  return cards.filter(({ pupilId }) => idle.includes(pupilId)).slice(0, count);
}

import * as z from 'zod/mini';
import { ConsentParty, Purpose } from '@domain/classroom/consent.ts';
import { CardNumber, SignInCard } from '@domain/classroom/card.ts';
import { Receipt } from '@domain/entry/entry.ts';
import { EpochMs, Id, IsoDay } from '@domain/kernel/ids.ts';
import { lineOfText } from '@domain/kernel/text.ts';
import { FullName } from '@domain/people/actor.ts';
import { route } from './route.ts';

export const ClassName = lineOfText(1, 30);

export const ClassSummary = z.object({
  id: Id,
  name: z.string(),
  code: z.string(),
  schoolName: z.string(),
  pupilCount: z.int(),
  submittedCount: z.int(),
});

export const PupilRow = z.object({
  id: Id,
  fullName: z.string(),
  birthDate: IsoDay,
  cardNumber: CardNumber,
  work: z.enum(['none', 'draft', 'submitted']),
  title: z.nullable(z.string()),
  /** Of the work, once it is begun. */
  entryId: z.nullable(Id),
  receipt: z.nullable(Receipt),
  cardLockedUntil: z.nullable(EpochMs),
  needsChildAssent: z.boolean(),
  /** What holds now, per purpose and party; absent lines mean no word was recorded. */
  consents: z.array(
    z.object({ purpose: Purpose, party: ConsentParty, granted: z.boolean(), recordedAt: EpochMs }),
  ),
  galleryAllowed: z.boolean(),
});
export type PupilRow = z.infer<typeof PupilRow>;

export const ClassView = z.object({
  id: Id,
  name: z.string(),
  code: z.string(),
  schoolName: z.string(),
  pupils: z.array(PupilRow),
});
export type ClassView = z.infer<typeof ClassView>;

export const listClasses = route({
  id: 'listClasses',
  method: 'get',
  path: '/api/classes',
  action: 'class.list',
  summary: "The teacher's classes",
  answer: z.object({ schoolName: z.string(), classes: z.array(ClassSummary) }),
});

export const createClass = route({
  id: 'createClass',
  method: 'post',
  path: '/api/classes',
  action: 'class.create',
  summary: 'A new class in the teacher’s school',
  body: z.object({ name: ClassName }),
  answer: ClassSummary,
});

export const readClass = route({
  id: 'readClass',
  method: 'get',
  path: '/api/classes/:classId',
  action: 'class.read',
  summary: 'The class, who has submitted, and what the slips say',
  answer: ClassView,
});

const PupilInput = z.object({ fullName: FullName, birthDate: IsoDay });

export const addPupil = route({
  id: 'addPupil',
  method: 'post',
  path: '/api/classes/:classId/pupils',
  action: 'pupil.add',
  summary: 'Add a pupil; the card is made at once',
  body: PupilInput,
  answer: PupilRow,
});

export const editPupil = route({
  id: 'editPupil',
  method: 'put',
  path: '/api/classes/:classId/pupils/:pupilId',
  action: 'pupil.edit',
  summary: 'Correct a name or a birth date',
  body: PupilInput,
  answer: PupilRow,
});

export const removePupil = route({
  id: 'removePupil',
  method: 'delete',
  path: '/api/classes/:classId/pupils/:pupilId',
  action: 'pupil.edit',
  summary: 'Take a pupil without any work off the roll',
});

export const readCards = route({
  id: 'readCards',
  method: 'get',
  path: '/api/classes/:classId/cards',
  action: 'card.print',
  summary: 'The sign-in cards of the class, with PIN and QR link',
  answer: z.object({ className: z.string(), schoolName: z.string(), cards: z.array(SignInCard) }),
});

export const unlockCard = route({
  id: 'unlockCard',
  method: 'post',
  path: '/api/classes/:classId/pupils/:pupilId/unlock',
  action: 'card.unlock',
  summary: 'Forget the failed tries of a card',
});

export const replaceCard = route({
  id: 'replaceCard',
  method: 'post',
  path: '/api/classes/:classId/pupils/:pupilId/card',
  action: 'card.replace',
  summary: 'A new card in place of one that was lost or seen; the old one and its sessions end',
});

export const recordConsents = route({
  id: 'recordConsents',
  method: 'post',
  path: '/api/classes/:classId/pupils/:pupilId/consents',
  action: 'consent.record',
  summary: 'Add what a signed paper slip says to the ledger',
  body: z.object({
    lines: z
      .array(z.object({ purpose: Purpose, party: ConsentParty, granted: z.boolean() }))
      .check(z.minLength(1), z.maxLength(12)),
  }),
  answer: PupilRow,
});

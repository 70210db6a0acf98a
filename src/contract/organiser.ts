import * as z from 'zod/mini';
import { EditionInput, EditionView, UnitName } from '@domain/contest/edition.ts';
import { EpochMs, Id } from '@domain/kernel/ids.ts';
import { AdultRole, Email, FullName } from '@domain/people/actor.ts';
import { route } from './route.ts';

export const SchoolProgress = z.object({
  schoolId: Id,
  schoolName: z.string(),
  communeName: z.string(),
  classCount: z.int(),
  pupilCount: z.int(),
  draftCount: z.int(),
  submittedCount: z.int(),
});

export const Overview = z.object({
  edition: EditionView,
  submissionEndsAt: EpochMs,
  judgingClosedAt: z.nullable(EpochMs),
  publishedAt: z.nullable(EpochMs),
  judgesPerEntry: z.int(),
  schools: z.array(SchoolProgress),
  entries: z.object({ submitted: z.int(), unassigned: z.int() }),
  sheets: z.object({ assigned: z.int(), started: z.int(), submitted: z.int() }),
  judges: z.array(
    z.object({
      judgeId: Id,
      fullName: z.string(),
      assigned: z.int(),
      started: z.int(),
      submitted: z.int(),
      lastActiveAt: z.nullable(EpochMs),
      /** Has sheets left and has been silent for days. */
      late: z.boolean(),
    }),
  ),
});
export type Overview = z.infer<typeof Overview>;

export const AccountRow = z.object({
  id: Id,
  role: AdultRole,
  email: z.string(),
  fullName: z.string(),
  schoolName: z.nullable(z.string()),
  active: z.boolean(),
  /** When the link that waits to be used ends or ended; null without one. */
  invitedUntil: z.nullable(EpochMs),
});

export const UnitRow = z.object({
  id: Id,
  kind: z.enum(['commune', 'school']),
  name: z.string(),
  parentId: z.nullable(Id),
});

export const readOverview = route({
  id: 'readOverview',
  method: 'get',
  path: '/api/organiser/overview',
  action: 'round.oversee',
  summary: 'Progress per school and per judge',
  answer: Overview,
});

export const createEdition = route({
  id: 'createEdition',
  method: 'post',
  path: '/api/organiser/edition',
  action: 'edition.set-up',
  summary: 'Set up the edition of an empty contest',
  body: EditionInput,
  answer: EditionView,
});

export const listUnits = route({
  id: 'listUnits',
  method: 'get',
  path: '/api/organiser/units',
  action: 'edition.read',
  summary: 'Communes and their schools',
  answer: z.object({ units: z.array(UnitRow) }),
});

export const addUnit = route({
  id: 'addUnit',
  method: 'post',
  path: '/api/organiser/units',
  action: 'edition.set-up',
  summary: 'Add a commune (no parent) or a school (in a commune)',
  body: z.object({ name: UnitName, parentId: z.nullable(Id) }),
  answer: UnitRow,
});

export const listAccounts = route({
  id: 'listAccounts',
  method: 'get',
  path: '/api/organiser/accounts',
  action: 'account.manage',
  summary: 'Adults who can sign in',
  answer: z.object({ accounts: z.array(AccountRow) }),
});

export const addAccount = route({
  id: 'addAccount',
  method: 'post',
  path: '/api/organiser/accounts',
  action: 'account.manage',
  summary: 'Add an adult; the answer carries the one-time link once',
  body: z
    .object({
      role: AdultRole,
      email: Email,
      fullName: FullName,
      schoolId: z.nullable(Id),
    })
    .check(z.refine((account) => (account.role === 'teacher') === (account.schoolId !== null))),
  answer: z.object({ account: AccountRow, inviteLink: z.string() }),
});

export const renewInvite = route({
  id: 'renewInvite',
  method: 'post',
  path: '/api/organiser/accounts/:accountId/invite',
  action: 'account.manage',
  summary: 'A new one-time link for an adult who lost theirs; earlier links and sessions end',
  answer: z.object({ inviteLink: z.string() }),
});

export const setAccountActive = route({
  id: 'setAccountActive',
  method: 'put',
  path: '/api/organiser/accounts/:accountId/active',
  action: 'account.manage',
  summary: 'Close an account, which ends its links and sessions, or open it again',
  body: z.object({ active: z.boolean() }),
  answer: AccountRow,
});

export const closeSubmission = route({
  id: 'closeSubmission',
  method: 'post',
  path: '/api/organiser/round/submission-end',
  action: 'round.close',
  summary: 'End submission before the announced time',
  answer: Overview,
});

export const closeJudging = route({
  id: 'closeJudging',
  method: 'post',
  path: '/api/organiser/round/judging-end',
  action: 'round.close',
  summary: 'End judging; unfinished sheets no longer count. Refused while submission is open',
  answer: Overview,
});

export const publishRound = route({
  id: 'publishRound',
  method: 'post',
  path: '/api/organiser/round/publication',
  action: 'round.publish',
  summary: 'Publish the frozen result: the gallery shows what the consents allow',
  answer: Overview,
});

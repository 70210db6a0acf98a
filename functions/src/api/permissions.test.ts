import { beforeAll, describe, expect, it } from 'vitest';
import { Role } from '@domain/people/actor.ts';
import { type ApiUnderTest, PEOPLE, startApi } from '@tests/fixtures/api.ts';
import { CONTRACT } from '@tests/fixtures/contract.ts';
import { DATABASES } from '@tests/fixtures/databases.ts';
import { ENDPOINTS } from './endpoints.ts';

const ROLES = Role.options;
const EVERYBODY = ROLES;

/** Who gets in where, written down a second time so that neither table can drift alone. */
const WHO_GETS_IN: Readonly<Record<string, readonly Role[]>> = {
  readHealth: EVERYBODY,
  readHost: EVERYBODY,
  readCertificateAuthority: EVERYBODY,
  readSession: EVERYBODY,
  signInWithPin: EVERYBODY,
  signInWithCard: EVERYBODY,
  signInWithPassword: EVERYBODY,
  signInWithIdToken: EVERYBODY,
  signOut: EVERYBODY,
  readInvite: EVERYBODY,
  acceptInvite: EVERYBODY,
  listGallery: EVERYBODY,
  readGalleryEntry: EVERYBODY,
  readGalleryPage: EVERYBODY,
  readHarbour: ['pupil'],
  openDraft: ['pupil'],
  listMissingBlobs: ['pupil'],
  putBlob: ['pupil'],
  readDraftBlob: ['pupil'],
  listDraftVersions: ['pupil'],
  readDraftCopy: ['pupil'],
  saveDraft: ['pupil'],
  submitEntry: ['pupil'],
  readOwnPage: ['pupil'],
  readOwnBook: ['pupil'],
  printEntry: ['teacher', 'organiser'],
  sendPhoto: ['pupil'],
  readDraftPhoto: ['pupil'],
  joinRecording: ['pupil'],
  openTelling: ['pupil'],
  saveTelling: ['pupil'],
  readDraftRecording: ['pupil'],
  readOwnTold: ['pupil'],
  readOwnToldSound: ['pupil'],
  readSheetTold: ['judge'],
  readSheetSound: ['judge'],
  readGalleryTold: EVERYBODY,
  readGallerySound: EVERYBODY,
  readPracticeBank: EVERYBODY,
  readDecks: EVERYBODY,
  openSweepRun: ['pupil'],
  finishSweepRun: ['pupil'],
  readBadges: ['pupil'],
  readQuizRoom: ['pupil'],
  openAttempt: ['pupil'],
  answerQuestion: ['pupil'],
  reviewAttempt: ['pupil'],
  listQuizResults: ['organiser'],
  listClasses: ['teacher'],
  createClass: ['teacher'],
  readClass: ['teacher'],
  addPupil: ['teacher'],
  editPupil: ['teacher'],
  removePupil: ['teacher'],
  readCards: ['teacher'],
  unlockCard: ['teacher'],
  replaceCard: ['teacher'],
  recordConsents: ['teacher'],
  listSheets: ['judge'],
  readSheet: ['judge'],
  readSheetPage: ['judge'],
  saveSheet: ['judge'],
  submitSheet: ['judge'],
  touchSheet: ['judge'],
  listCalibration: ['judge'],
  readReference: ['judge'],
  readReferencePage: ['judge'],
  readReferenceTold: ['judge'],
  readReferenceSound: ['judge'],
  scoreReference: ['judge'],
  readReferences: ['organiser'],
  findReferenceCandidates: ['organiser'],
  saveReferences: ['organiser'],
  readEntryPage: ['organiser'],
  listRaisedFlags: ['organiser'],
  resolveFlag: ['organiser'],
  readComments: ['pupil', 'teacher'],
  readSheetShares: ['judge'],
  readSheetFilm: ['judge'],
  readSheetPicture: ['judge'],
  readSheetPhoto: ['judge'],
  readOverview: ['organiser'],
  createEdition: ['organiser'],
  listUnits: ['organiser'],
  addUnit: ['organiser'],
  listAccounts: ['organiser'],
  addAccount: ['organiser'],
  renewInvite: ['organiser'],
  setAccountActive: ['organiser'],
  readAssignment: ['organiser'],
  previewAssignment: ['organiser'],
  assignRound: ['organiser'],
  readAssignmentRun: ['organiser'],
  listTieSubjects: ['organiser'],
  previewTie: ['organiser'],
  addTie: ['organiser'],
  removeTie: ['organiser'],
  setCapacity: ['organiser'],
  declareConflict: ['judge'],
  closeSubmission: ['organiser'],
  closeJudging: ['organiser'],
  readRanking: ['organiser'],
  publishRound: ['organiser'],
  readFlags: ['organiser'],
  readDecision: ['organiser'],
  beginFinal: ['organiser'],
  changePrize: ['organiser'],
  restorePrize: ['organiser'],
  signDecision: ['organiser'],
  freezeDecision: ['organiser'],
  reopenDecision: ['organiser'],
  readArchive: ['organiser'],
  readMinutes: ['organiser'],
  readAwardList: ['organiser'],
  readSheetsWorkbook: ['organiser'],
  readSheetsCsv: ['organiser'],
  readRatingsCsv: ['organiser'],
  listPairs: ['judge'],
  readPair: ['judge'],
  readPairPage: ['judge'],
  choosePair: ['judge'],
  readRules: ['organiser'],
  saveSettings: ['organiser'],
  saveEdition: ['organiser'],
  renameUnit: ['organiser'],
  removeUnit: ['organiser'],
};

const PARAMS: Readonly<Record<string, string>> = {
  hash: 'a'.repeat(64),
  page: '1',
  locale: 'vi',
  side: 'left',
  recording: '0',
  version: '1',
  classId: PEOPLE.class,
  pupilId: PEOPLE.pupil,
  accountId: PEOPLE.judge,
};

describe('every route of the contract', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi(await DATABASES[0]!.open());
  });

  it('is answered, and has its line in the table', () => {
    const ids = CONTRACT.map((route) => route.id).sort();
    expect(ENDPOINTS.map(({ route }) => route.id).sort()).toEqual(ids);
    expect(Object.keys(WHO_GETS_IN).sort()).toEqual(ids);
  });

  // The pupil who asks is taken off the roll last, for nobody can sign in as one who is gone.
  const last = 'removePupil';
  const routes = CONTRACT.toSorted((a, b) => Number(a.id === last) - Number(b.id === last));
  const cases = routes.flatMap((route) => ROLES.map((role) => ({ route, role })));

  it.each(cases)('$route.id lets $role in or not, as the table says', async ({ route, role }) => {
    const path = route.path.replaceAll(
      /:(\w+)/g,
      (_, name: string) => PARAMS[name] ?? 'x'.repeat(22),
    );
    const sent = route.bytes?.in ? { bytes: new Uint8Array(1) } : route.body ? { json: {} } : {};
    const cookie = await api.cookieOf(role);
    const response = await api.send(route.method.toUpperCase(), path, { ...sent, cookie });
    const text = response.headers.get('content-type')?.includes('json')
      ? await response.text()
      : '{}';
    const { code } = JSON.parse(text) as { code?: string };
    const kept = role === 'public' ? 'session.missing' : 'permission.denied';
    if (WHO_GETS_IN[route.id]?.includes(role)) {
      expect(code).not.toBe(kept);
      expect(code).not.toBe('internal');
    } else {
      expect([response.status, code]).toEqual([role === 'public' ? 401 : 403, kept]);
    }
  });
});

import type { GameBadgeTable, GameRunTable } from './tables/games.ts';
import type {
  AccountTable,
  AddressTryTable,
  AuditTable,
  ClassTeacherTable,
  ConsentTable,
  CriterionTable,
  EditionTable,
  InviteTable,
  PupilTable,
  RoundTable,
  SchoolClassTable,
  SessionTable,
  SignInFailureTable,
  UnitTable,
} from './tables/people.ts';
import type {
  BlobSenderTable,
  BlobTable,
  DraftVersionTable,
  EntryAuthorTable,
  EntryEvidenceTable,
  EntryTable,
  LeavingBlobTable,
  PhotoTable,
  RecordingTable,
  TeamTable,
  TellingVersionTable,
} from './tables/stories.ts';
import type {
  AssignmentRunTable,
  CalibrationSheetTable,
  JudgeCapacityTable,
  JudgeTieTable,
  RecusedSheetTable,
  ReferenceEntryTable,
  RoundAnchorTable,
  ScoreTable,
  SheetFlagTable,
  SheetTable,
} from './tables/judging.ts';
import type {
  DecisionTable,
  FinalPairTable,
  FinalTable,
  PrizeChangeTable,
  ResultSignatureTable,
  ResultTable,
} from './tables/decision.ts';
import type { QuizAnswerTable, QuizAttemptTable, QuizPaperTable } from './tables/quiz.ts';

export type Database = {
  unit: UnitTable;
  edition: EditionTable;
  round: RoundTable;
  criterion: CriterionTable;
  account: AccountTable;
  invite: InviteTable;
  session: SessionTable;
  sign_in_failure: SignInFailureTable;
  address_try: AddressTryTable;
  school_class: SchoolClassTable;
  class_teacher: ClassTeacherTable;
  pupil: PupilTable;
  team: TeamTable;
  entry: EntryTable;
  entry_author: EntryAuthorTable;
  draft_version: DraftVersionTable;
  blob: BlobTable;
  blob_sender: BlobSenderTable;
  leaving_blob: LeavingBlobTable;
  recording: RecordingTable;
  photo: PhotoTable;
  telling_version: TellingVersionTable;
  consent: ConsentTable;
  sheet: SheetTable;
  score: ScoreTable;
  judge_tie: JudgeTieTable;
  judge_capacity: JudgeCapacityTable;
  round_anchor: RoundAnchorTable;
  assignment_run: AssignmentRunTable;
  recused_sheet: RecusedSheetTable;
  sheet_flag: SheetFlagTable;
  reference_entry: ReferenceEntryTable;
  calibration_sheet: CalibrationSheetTable;
  result: ResultTable;
  final: FinalTable;
  final_pair: FinalPairTable;
  prize_change: PrizeChangeTable;
  result_signature: ResultSignatureTable;
  decision: DecisionTable;
  audit: AuditTable;
  quiz_paper: QuizPaperTable;
  quiz_attempt: QuizAttemptTable;
  quiz_answer: QuizAnswerTable;
  game_run: GameRunTable;
  game_badge: GameBadgeTable;
  entry_evidence: EntryEvidenceTable;
};

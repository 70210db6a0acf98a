import type { Endpoint } from './endpoint.ts';
import { bookEndpoints } from './rooms/books.ts';
import { assignmentEndpoints } from './rooms/assignment.ts';
import { classroomEndpoints } from './rooms/classroom.ts';
import { decisionEndpoints } from './rooms/decision.ts';
import { deskEndpoints } from './rooms/desk.ts';
import { evidenceEndpoints } from './rooms/evidence.ts';
import { galleryEndpoints } from './rooms/gallery.ts';
import { gamesEndpoints } from './rooms/games.ts';
import { hostEndpoints } from './rooms/host.ts';
import { judgingEndpoints } from './rooms/judging.ts';
import { organiserEndpoints } from './rooms/organiser.ts';
import { pairEndpoints } from './rooms/pairs.ts';
import { photoEndpoints } from './rooms/photo.ts';
import { pupilEndpoints } from './rooms/pupil.ts';
import { quizEndpoints } from './rooms/quiz.ts';
import { rulesEndpoints } from './rooms/rules.ts';
import { sessionEndpoints } from './rooms/session.ts';
import { tellingEndpoints } from './rooms/telling.ts';

/** Every route of the contract and what answers it. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...hostEndpoints,
  ...sessionEndpoints,
  ...pupilEndpoints,
  ...tellingEndpoints,
  ...photoEndpoints,
  ...bookEndpoints,
  ...classroomEndpoints,
  ...judgingEndpoints,
  ...evidenceEndpoints,
  ...deskEndpoints,
  ...organiserEndpoints,
  ...rulesEndpoints,
  ...assignmentEndpoints,
  ...pairEndpoints,
  ...decisionEndpoints,
  ...quizEndpoints,
  ...gamesEndpoints,
  ...galleryEndpoints,
];

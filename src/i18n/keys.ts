import type account from './locales/vi/account.json';
import type assignment from './locales/vi/assignment.json';
import type cli from './locales/vi/cli.json';
import type classroom from './locales/vi/classroom.json';
import type common from './locales/vi/common.json';
import type decision from './locales/vi/decision.json';
import type desk from './locales/vi/desk.json';
import type errors from './locales/vi/errors.json';
import type objections from './locales/vi/objections.json';
import type refusals from './locales/vi/refusals.json';
import type film from './locales/vi/film.json';
import type games from './locales/vi/games.json';
import type phrases from './locales/vi/phrases.json';
import type quiz from './locales/vi/quiz.json';
import type arcade from './locales/vi/arcade.json';
import type gallery from './locales/vi/gallery.json';
import type harbour from './locales/vi/harbour.json';
import type host from './locales/vi/host.json';
import type judging from './locales/vi/judging.json';
import type objects from './locales/vi/objects.json';
import type organiser from './locales/vi/organiser.json';
import type pairs from './locales/vi/pairs.json';
import type papers from './locales/vi/papers.json';
import type photo from './locales/vi/photo.json';
import type rules from './locales/vi/rules.json';
import type storyboard from './locales/vi/storyboard.json';
import type studio from './locales/vi/studio.json';
import type telling from './locales/vi/telling.json';
import type tools from './locales/vi/tools.json';

/** Every key of the Vietnamese catalogues, which are the source. */
export type Key = keyof (typeof account &
  typeof assignment &
  typeof cli &
  typeof classroom &
  typeof common &
  typeof decision &
  typeof desk &
  typeof errors &
  typeof objections &
  typeof refusals &
  typeof film &
  typeof gallery &
  typeof games &
  typeof quiz &
  typeof arcade &
  typeof harbour &
  typeof host &
  typeof judging &
  typeof objects &
  typeof organiser &
  typeof pairs &
  typeof phrases &
  typeof papers &
  typeof photo &
  typeof rules &
  typeof storyboard &
  typeof studio &
  typeof telling &
  typeof tools);

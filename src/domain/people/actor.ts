import * as z from 'zod/mini';
import type { Id } from '../kernel/ids.ts';
import { lineOfText } from '../kernel/text.ts';

export const AdultRole = z.enum(['teacher', 'judge', 'organiser']);
export type AdultRole = z.infer<typeof AdultRole>;

export const Role = z.enum(['public', 'pupil', 'teacher', 'judge', 'organiser']);
export type Role = z.infer<typeof Role>;

export const Email = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(254)),
    z.transform((value: string) => value.trim().toLowerCase()),
  ),
  z.string().check(z.regex(/^[^\s@\p{C}]+@[^\s@\p{C}]+\.[^\s@\p{C}]+$/u)),
);

export const FullName = lineOfText(2, 80);

/** Who asks. A pupil belongs to one class; a teacher to one school and to the classes they teach. */
export type Actor =
  | { readonly role: 'public' }
  | { readonly role: 'pupil'; readonly pupilId: Id; readonly classId: Id; readonly editionId: Id }
  | { readonly role: 'teacher'; readonly accountId: Id; readonly schoolId: Id }
  | { readonly role: 'judge'; readonly accountId: Id }
  | { readonly role: 'organiser'; readonly accountId: Id };

/** What the web app knows of who is signed in. */
export const SessionView = z.object({
  role: Role,
  displayName: z.nullable(z.string()),
});
export type SessionView = z.infer<typeof SessionView>;

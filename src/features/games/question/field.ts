import type { ReactNode } from 'react';
import type { AnswerOf, Ask, AskOf } from './draft.ts';

/** How one kind of question is answered. After judging it shows the solution and takes nothing. */
export type FieldProps<K extends Ask['kind']> = {
  readonly ask: AskOf<K>;
  readonly value: AnswerOf<K> | null;
  readonly solution: AnswerOf<K> | null;
  readonly onChange: (value: AnswerOf<K>) => void;
};
export type Field<K extends Ask['kind']> = (props: FieldProps<K>) => ReactNode;

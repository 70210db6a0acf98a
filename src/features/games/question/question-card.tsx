import type { ReactNode } from 'react';
import type { Answer, Question } from '@domain/quiz/question.ts';
import { MatchField, OrderField, SortField } from './arranging-fields.tsx';
import { MeasureField, PinField, ZoneField } from './chart-fields.tsx';
import { MultipleField, SingleField, VerdictField } from './choice-fields.tsx';
import type { Ask } from './draft.ts';
import type { Field } from './field.ts';
import { ClozeField, EstimateField } from './number-and-word-fields.tsx';
import './question.css';

/** A new kind of question is a field and a line here. */
const FIELDS: { readonly [K in Ask['kind']]: Field<K> } = {
  single: SingleField,
  multiple: MultipleField,
  order: OrderField,
  match: MatchField,
  sort: SortField,
  estimate: EstimateField,
  cloze: ClozeField,
  verdict: VerdictField,
  pin: PinField,
  zone: ZoneField,
  measure: MeasureField,
};

type AnyField = (props: {
  ask: Ask;
  value: Answer | null;
  solution: Answer | null;
  onChange: (value: Answer) => void;
}) => ReactNode;

/** A question and what answers it; with its solution it only shows. */
export function QuestionCard({
  question,
  value,
  solution = null,
  onChange,
}: {
  question: Question;
  value: Answer | null;
  solution?: Answer | null;
  onChange: (value: Answer) => void;
}) {
  // The table is exact per kind; here its row is looked up by a kind known at run time only.
  const AnswerField = FIELDS[question.ask.kind] as unknown as AnyField;
  return (
    <div className="question">
      <h2 className="question-stem" tabIndex={-1}>
        {question.stem}
      </h2>
      <AnswerField ask={question.ask} value={value} solution={solution} onChange={onChange} />
    </div>
  );
}

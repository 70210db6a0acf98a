import type { ReactNode } from 'react';

/** One of a few, side by side. */
export function Choice<Value extends string | number>({
  legend,
  name,
  values,
  chosen,
  label,
  face,
  onChoose,
}: {
  legend: string;
  name: string;
  values: readonly Value[];
  chosen: Value;
  label: (value: Value) => string;
  face?: (value: Value) => ReactNode;
  onChoose: (value: Value) => void;
}) {
  return (
    <fieldset className="studio-choice">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value} title={label(value)}>
          <input
            type="radio"
            name={name}
            checked={chosen === value}
            aria-label={label(value)}
            onChange={() => onChoose(value)}
          />
          <span aria-hidden="true">{face ? face(value) : label(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}

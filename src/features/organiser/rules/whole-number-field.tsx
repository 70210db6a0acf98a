import { TextInput } from '@mantine/core';
import { useState } from 'react';

/** A whole number to type; what is none reaches `onChange` as NaN, which no schema takes. */
export function WholeNumberField({
  label,
  description,
  value,
  disabled = false,
  onChange,
}: {
  label: string;
  description?: string;
  value: number;
  disabled?: boolean;
  onChange: (value: number) => void;
}) {
  const [text, setText] = useState<string | null>(null);
  const shown = text !== null && Object.is(wholeNumber(text), value) ? text : textOf(value);
  return (
    <TextInput
      className="whole-number"
      label={label}
      description={description}
      inputMode="numeric"
      maxLength={4}
      value={shown}
      disabled={disabled}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(wholeNumber(event.currentTarget.value));
      }}
    />
  );
}

function wholeNumber(text: string): number {
  return /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : Number.NaN;
}

function textOf(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}

/** One of a few, all in sight. */
export function ChoiceField<V extends string>({
  name,
  label,
  options,
  value,
  onChange,
}: {
  name: string;
  label: string;
  options: readonly { readonly value: V; readonly label: string; readonly about?: string }[];
  value: V;
  onChange: (value: V) => void;
}) {
  return (
    <fieldset className="choice-field">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.about === undefined ? null : <small>{option.about}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

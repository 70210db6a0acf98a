import { Button } from '@mantine/core';

type Division = { readonly id: string; readonly name: string };

/** One division at a time; with a single one there is nothing to choose. */
export function DivisionChoice<D extends Division>({
  divisions,
  chosen,
  onChoose,
  label,
}: {
  divisions: readonly D[];
  chosen: string;
  onChoose: (id: string) => void;
  label: string;
}) {
  if (divisions.length < 2) return null;
  return (
    <div className="division-choice" role="group" aria-label={label}>
      {divisions.map(({ id, name }) => (
        <Button
          key={id}
          variant={id === chosen ? 'filled' : 'default'}
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}

import { ActionIcon } from '@mantine/core';
import { ArrowUp, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLanguage } from '@i18n/use-language.tsx';

/** Rows whose order counts: each can move up or go. */
export function OrderedRows<Item>({
  items,
  keyOf,
  nameOf,
  onChange,
  children,
}: {
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** What the row is called in its buttons' labels. */
  nameOf: (item: Item, index: number) => string;
  onChange: (items: Item[]) => void;
  children: (item: Item, index: number) => ReactNode;
}) {
  const { t } = useLanguage();
  const up = (index: number) =>
    onChange(items.toSpliced(index - 1, 2, items[index]!, items[index - 1]!));
  return (
    <ol className="ordered-rows">
      {items.map((item, index) => (
        <li key={keyOf(item)}>
          <span className="ordered-place" aria-hidden="true">
            {index + 1}
          </span>
          <div>{children(item, index)}</div>
          <ActionIcon
            variant="subtle"
            size={44}
            aria-label={t('rules.moveUp', { name: nameOf(item, index) })}
            disabled={index === 0}
            onClick={() => up(index)}
          >
            <ArrowUp size={20} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size={44}
            aria-label={t('rules.remove', { name: nameOf(item, index) })}
            onClick={() => onChange(items.toSpliced(index, 1))}
          >
            <Trash2 size={20} aria-hidden="true" />
          </ActionIcon>
        </li>
      ))}
    </ol>
  );
}

/** An id that none of the items has yet. */
export function freeId(prefix: string, items: readonly { readonly id: string }[]): string {
  const taken = new Set(items.map(({ id }) => id));
  let number = items.length + 1;
  while (taken.has(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

import type { ReactNode } from 'react';
import { Waves } from './waves.tsx';
import './empty-state.css';

/** Nothing here yet, and the next step. */
export function EmptyState({
  title,
  text,
  action,
}: {
  title: string;
  text: string;
  action?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <Waves />
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  );
}

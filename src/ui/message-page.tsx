import type { ReactNode } from 'react';
import { Waves } from './waves.tsx';
import './message-page.css';

/** A page that says one thing and offers the next step. */
export function MessagePage({
  title,
  text,
  children,
}: {
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <main id="main" className="message-page">
      <h1>{title}</h1>
      {text === undefined ? null : <p>{text}</p>}
      <div className="message-page-actions">{children}</div>
      <Waves />
    </main>
  );
}

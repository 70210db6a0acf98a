import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

/** On to the next thing. It takes the focus: what was pressed before is spent, and it may lie below the fold. */
export function NextButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Button ref={button} size="lg" onClick={onClick}>
      {children}
    </Button>
  );
}

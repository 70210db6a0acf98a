import { Button, type ButtonProps } from '@mantine/core';
import { FileDown } from 'lucide-react';
import type { ReactNode } from 'react';

/** A link that looks like a button, for a file that the browser then saves. */
export function FileLink({
  href,
  fileName,
  label,
  children,
  ...rest
}: ButtonProps & {
  href: string;
  fileName: string;
  /** What a screen reader says, where the words on it do not say which file. */
  label?: string;
  children: ReactNode;
}) {
  return (
    <Button
      component="a"
      variant="default"
      leftSection={<FileDown size={18} aria-hidden="true" />}
      {...rest}
      href={href}
      download={fileName}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </Button>
  );
}

import { type ReactNode, useLayoutEffect, useRef } from 'react';
import './dialog.css';

/**
 * A modal on the browser's own `<dialog>`: focus stays inside, Escape closes. It opens when it is
 * mounted.
 */
export function Dialog({
  title,
  wide = false,
  onClose,
  children,
}: {
  title: string;
  /** Over the whole glass. */
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const box = useRef<HTMLDialogElement>(null);
  // In the layout phase: closed before React takes it away, it gives the focus back to what opened it.
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    // The first thing to press may lie far below.
    dialog?.scrollTo(0, 0);
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-label={title}
      onCancel={onClose}
    >
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}

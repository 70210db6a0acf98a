import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

/** A button that opens a small panel beside the rail; the page below stays usable. */
export function Flyout({
  className,
  label,
  name,
  face,
  children,
}: {
  className: string;
  label: string;
  /** The panel's own name, when it is not the button's. */
  name?: string;
  face: ReactNode;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    // Whoever draws on the page or presses anything else is done with the panel.
    document.addEventListener(
      'pointerdown',
      (event) => {
        if (event.target instanceof Node && place.current?.contains(event.target)) return;
        setOpen(false);
      },
      { signal, capture: true },
    );
    return () => ending.abort();
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };

  return (
    // The key closes the panel from within; the rule looks for a role that would take it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={place}
      className="studio-flyout"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.stopPropagation();
          close();
        }
      }}
    >
      <button
        ref={button}
        type="button"
        className={className}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open ? (
        <div id={id} className="studio-panel" role="group" aria-label={name ?? label}>
          {children(close)}
        </div>
      ) : null}
    </div>
  );
}

import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';

const MARGIN_PX = 8;

/** Beside a rail that stands, above one that lies along the bottom; never cut off by its scrolling. */
function place(panel: HTMLElement, button: HTMLElement): void {
  const rail = (button.closest('section') ?? button).getBoundingClientRect();
  const { innerWidth, innerHeight } = window;
  const { style } = panel;
  if (rail.width > innerWidth * 0.6) {
    style.left = `${MARGIN_PX}px`;
    style.right = `${MARGIN_PX}px`;
    style.bottom = `${innerHeight - rail.top + MARGIN_PX}px`;
    style.maxHeight = `${rail.top - 2 * MARGIN_PX}px`;
    return;
  }
  const top = button.getBoundingClientRect().top;
  style.left = `${rail.right + MARGIN_PX}px`;
  style.maxHeight = `${innerHeight - 2 * MARGIN_PX}px`;
  style.top = `${Math.max(MARGIN_PX, Math.min(top, innerHeight - panel.offsetHeight - MARGIN_PX))}px`;
}

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
  const around = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
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
        if (event.target instanceof Node && around.current?.contains(event.target)) return;
        setOpen(false);
      },
      { signal, capture: true },
    );
    return () => ending.abort();
  }, [open]);

  useLayoutEffect(() => {
    if (!open || !panel.current || !button.current) return undefined;
    const [shown, from] = [panel.current, button.current];
    const again = () => place(shown, from);
    again();
    // What is fetched late makes the panel taller.
    const observer = new ResizeObserver(again);
    observer.observe(shown);
    window.addEventListener('resize', again);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', again);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    document.getElementById(`${id}-button`)?.focus();
  };

  return (
    // The key closes the panel from within; the rule looks for a role that would take it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={around}
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
        id={`${id}-button`}
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
        <div ref={panel} id={id} className="studio-panel" role="group" aria-label={name ?? label}>
          {children(close)}
        </div>
      ) : null}
    </div>
  );
}

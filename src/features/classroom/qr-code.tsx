import { create } from 'qrcode';
import { QUIET_ZONE, qrPath } from './qr-path.ts';

/** A QR code as one path of our own: the library's SVG text would have to go in as raw HTML. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dark = (x: number, y: number) => modules.get(y, x) === 1;
  const side = modules.size + 2 * QUIET_ZONE;
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${side}v${side}h-${side}z`} fill="#ffffff" />
      <path d={qrPath({ size: modules.size, dark })} fill="#000000" />
    </svg>
  );
}

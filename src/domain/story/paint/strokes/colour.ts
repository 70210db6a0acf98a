export function cssColour(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}

export function channels(colour: number): readonly [number, number, number] {
  return [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255];
}

/** `share` of the way from one colour to another, 0 to 1. */
export function blend(from: number, to: number, share: number): number {
  const [a, b] = [channels(from), channels(to)];
  const [red, green, blue] = a.map((value, i) => Math.round(value + (b[i]! - value) * share));
  return (red! << 16) | (green! << 8) | blue!;
}

/** Degrees, percent, percent: as children's sliders say it. */
export type Hsl = { readonly hue: number; readonly saturation: number; readonly lightness: number };

export function hslOf(colour: number): Hsl {
  const [red, green, blue] = [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255].map(
    (value) => value / 255,
  ) as [number, number, number];
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const span = most - least;
  const lightness = (most + least) / 2;
  const saturation = span === 0 ? 0 : span / (1 - Math.abs(2 * lightness - 1));
  let hue = 0;
  if (span > 0 && most === red) hue = ((green - blue) / span + 6) % 6;
  else if (span > 0 && most === green) hue = (blue - red) / span + 2;
  else if (span > 0) hue = (red - green) / span + 4;
  return {
    hue: Math.round(hue * 60),
    saturation: Math.round(saturation * 100),
    lightness: Math.round(lightness * 100),
  };
}

export function colourOf({ hue, saturation, lightness }: Hsl): number {
  const light = lightness / 100;
  const reach = (saturation / 100) * Math.min(light, 1 - light);
  const channel = (offset: number) => {
    const at = (offset + hue / 30) % 12;
    return Math.round((light - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1))) * 255);
  };
  return (channel(0) << 16) | (channel(8) << 8) | channel(4);
}

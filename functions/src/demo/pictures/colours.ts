export function mixed(from: number, to: number, share: number): number {
  const channel = (shift: number) => {
    const a = (from >> shift) & 0xff;
    const b = (to >> shift) & 0xff;
    return Math.round(a + (b - a) * share) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

/** The light of a page, from the top of the sky to the nearest water. */
export interface Mood {
  readonly sky: readonly [top: number, bottom: number];
  readonly sea: readonly [far: number, near: number];
  readonly foam: number;
}

export const MOODS = {
  day: { sky: [0x7cc6f2, 0xd6effa], sea: [0x3fa9d8, 0x1478b4], foam: 0xeaf7fd },
  bright: { sky: [0x58b9ee, 0xbfe9f7], sea: [0x43c3cf, 0x0f8fb3], foam: 0xf2fffb },
  dawn: { sky: [0xffc7a6, 0xfff0c2], sea: [0x8fc7d8, 0x3b8fb5], foam: 0xfff5e2 },
  sunset: { sky: [0xe7654a, 0xffc05c], sea: [0xe08a5b, 0x3d5a96], foam: 0xffdf9c },
  violet: { sky: [0x8a5ba6, 0xffa98c], sea: [0xb57ba8, 0x3c4a8a], foam: 0xffd3c2 },
  storm: { sky: [0x4a5568, 0x8594a5], sea: [0x4b7184, 0x27485e], foam: 0xd5e2e8 },
  night: { sky: [0x16224d, 0x35508a], sea: [0x24497e, 0x122a55], foam: 0x9fc0e6 },
} as const satisfies Record<string, Mood>;

export const SKIN = [0xf4c79c, 0xe8b184, 0xf7d3ae] as const;
export const CLOTHES = [
  0xe4572e, 0xf2b233, 0x3d9a6b, 0x3a7bd5, 0xd65d9b, 0x8e6bbf, 0x2fa7a0,
] as const;
export const HULLS = [0x2f7fc1, 0xc8452f, 0x2f9169, 0xe0902f, 0x7a4a2b, 0x8e5aa8] as const;
export const RED = 0xd62b27;
export const YELLOW = 0xffd43b;
export const WHITE = 0xfdfdf8;
export const SAND = 0xf3d79b;
export const GREEN = 0x3f9d4f;
export const WOOD = 0x9c6638;
export const STEEL = 0x9fb0bb;

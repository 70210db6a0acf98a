import { between, integerBetween, pick } from '@domain/kernel/random.ts';
import { sea, sky } from './backdrop.ts';
import { type Mood, MOODS } from './colours.ts';
import { cloud, sun } from './props-sky.ts';
import type { Hand } from './hand.ts';

export type Scene = (hand: Hand) => void;

export function seaAndSky(hand: Hand, mood: Mood, horizonY: number, waveHeight = 10): void {
  sky(hand, mood, horizonY);
  sea(hand, mood, horizonY, waveHeight);
}

/** Sun and clouds anywhere but over what stands in the middle. */
export function fairWeather(hand: Hand, skyHeight: number): void {
  const { random } = hand;
  const left = random() < 0.5;
  sun(
    hand,
    left ? between(random, 150, 290) : between(random, 1310, 1450),
    between(random, 150, 200),
    between(random, 66, 96),
  );
  for (let i = 0; i < integerBetween(random, 1, 3); i += 1) {
    const x = left ? 620 + i * 400 : 180 + i * 420;
    cloud(
      hand,
      x + between(random, -90, 90),
      between(random, 90, skyHeight * 0.5),
      between(random, 0.7, 1.2),
    );
  }
}

export function dayMood(hand: Hand): Mood {
  return pick(hand.random, [MOODS.day, MOODS.bright, MOODS.day, MOODS.dawn]);
}

import { between, integerBetween, pick } from '@domain/kernel/random.ts';
import { beach, crests, sea, sky } from './backdrop.ts';
import { MOODS } from './colours.ts';
import { basketBoat, farFleet, fishingBoat, navalShip, sailingBoat } from './props-boats.ts';
import { crab, starfish } from './props-life.ts';
import { child, group } from './props-people.ts';
import {
  farIslands,
  house,
  island,
  lighthouse,
  palm,
  rocks,
  sandCastle,
  stall,
} from './props-shore.ts';
import { flag, gulls, kite, lowSun, nightSky } from './props-sky.ts';
import { dayMood, fairWeather, seaAndSky, type Scene } from './scene.ts';

export const harbour: Scene = (hand) => {
  const { random } = hand;
  const mood = pick(random, [MOODS.dawn, MOODS.day]);
  const horizonY = between(random, 470, 560);
  seaAndSky(hand, mood, horizonY);
  if (mood === MOODS.dawn)
    lowSun(hand, between(random, 400, 1200), horizonY, between(random, 80, 120), 0xffb347);
  else fairWeather(hand, horizonY);
  farIslands(hand, horizonY, 2);
  const ashore = random() < 0.5 ? 0 : 1060;
  for (let i = 0; i < 3; i += 1) {
    house(hand, {
      x: ashore + 110 + i * 190,
      y: horizonY + between(random, 20, 50),
      scale: between(random, 0.8, 1.05),
    });
  }
  crests(hand, mood, horizonY + 80, 1140, 14);
  fishingBoat(hand, {
    x: between(random, 420, 620),
    y: between(random, 790, 840),
    scale: 1.05,
    flip: random() < 0.5,
  });
  fishingBoat(hand, {
    x: between(random, 1060, 1240),
    y: between(random, 900, 1020),
    scale: between(random, 1.1, 1.55),
    flip: random() < 0.5,
  });
  gulls(hand, 4, 110, horizonY - 60);
};

export const islands: Scene = (hand) => {
  const { random } = hand;
  const mood = pick(random, [MOODS.bright, MOODS.day]);
  const horizonY = between(random, 460, 540);
  seaAndSky(hand, mood, horizonY);
  fairWeather(hand, horizonY);
  farIslands(hand, horizonY, 2);
  const x = between(random, 640, 980);
  island(hand, { x, y: between(random, 760, 830), scale: between(random, 1.35, 1.65) });
  if (random() < 0.6) house(hand, { x: x + between(random, 120, 220), y: 790, scale: 0.95 });
  crests(hand, mood, horizonY + 120, 1150, 12);
  (random() < 0.5 ? basketBoat : sailingBoat)(hand, {
    x: x > 800 ? between(random, 200, 300) : between(random, 1280, 1400),
    y: between(random, 980, 1060),
    scale: 1.15,
  });
  gulls(hand, 3, 110, 380);
};

export const beacon: Scene = (hand) => {
  const { random } = hand;
  const mood = pick(random, [MOODS.night, MOODS.violet, MOODS.day, MOODS.sunset]);
  const dark = mood !== MOODS.day;
  const horizonY = between(random, 620, 700);
  sky(hand, mood, horizonY);
  if (mood === MOODS.night) nightSky(hand, horizonY - 180);
  else if (dark) lowSun(hand, between(random, 1100, 1350), horizonY, 100, 0xffd56b);
  else fairWeather(hand, horizonY);
  sea(hand, mood, horizonY, 14);
  const x = between(random, 420, 720);
  rocks(hand, x, horizonY + 130, 240);
  lighthouse(hand, { x, y: horizonY + 100, scale: between(random, 0.95, 1.1) }, dark);
  crests(hand, mood, horizonY + 190, 1150, 12);
  fishingBoat(hand, {
    x: between(random, 1120, 1300),
    y: between(random, 920, 1040),
    scale: 0.95,
    flip: true,
  });
};

export const flagOnIsland: Scene = (hand) => {
  const { random } = hand;
  const mood = pick(random, [MOODS.bright, MOODS.day, MOODS.dawn]);
  const horizonY = between(random, 520, 580);
  seaAndSky(hand, mood, horizonY);
  fairWeather(hand, horizonY);
  crests(hand, mood, horizonY + 60, 860, 8);
  beach(hand, 900);
  palm(hand, { x: between(random, 160, 260), y: 1010, scale: 1.3 });
  if (random() < 0.6)
    palm(hand, { x: between(random, 1380, 1480), y: 980, scale: 1.1, flip: true });
  flag(hand, between(random, 660, 780), 1000, between(random, 2.1, 2.5));
  const scarf = random() < 0.6;
  group(
    hand,
    420,
    1260,
    1130,
    Array.from({ length: integerBetween(random, 2, 4) }, () => ({ scarf, wave: random() < 0.5 })),
    between(random, 0.8, 1.05),
  );
};

export const beachDay: Scene = (hand) => {
  const { random } = hand;
  const mood = pick(random, [MOODS.bright, MOODS.day]);
  const horizonY = between(random, 400, 470);
  seaAndSky(hand, mood, horizonY);
  fairWeather(hand, horizonY);
  crests(hand, mood, horizonY + 50, 690, 7);
  beach(hand, between(random, 710, 760));
  palm(hand, { x: between(random, 1340, 1460), y: 900, scale: 1.35, flip: true });
  group(
    hand,
    330,
    1180,
    1040,
    Array.from(
      { length: integerBetween(random, 2, 3) },
      () => ({ wave: random() < 0.5, hat: random() < 0.2 ? 'cone' : 'none' }) as const,
    ),
    between(random, 1.05, 1.35),
  );
  sandCastle(hand, { x: between(random, 680, 860), y: 1140, scale: 1.15 });
  crab(hand, { x: between(random, 1250, 1420), y: 1110, scale: 0.8 });
  if (random() < 0.6) kite(hand, between(random, 420, 640), 190, 240, 800);
  starfish(hand, between(random, 120, 260), 1120, 0.6);
};

export const market: Scene = (hand) => {
  const { random } = hand;
  const mood = dayMood(hand);
  seaAndSky(hand, mood, 380);
  fairWeather(hand, 380);
  farFleet(hand, 390, 4);
  beach(hand, 620);
  stall(hand, { x: between(random, 350, 420), y: 960, scale: 1.15 });
  stall(hand, { x: between(random, 1120, 1220), y: 950, scale: 1.1 });
  group(
    hand,
    600,
    960,
    1080,
    [{ hat: 'cone' }, { wave: true }, { hat: random() < 0.5 ? 'cone' : 'none' }],
    0.95,
  );
  child(hand, { x: between(random, 1390, 1470), y: 1110, scale: 0.9 }, { hat: 'cone' });
};

export const sailors: Scene = (hand) => {
  const { random } = hand;
  const mood = dayMood(hand);
  const horizonY = between(random, 500, 560);
  seaAndSky(hand, mood, horizonY);
  fairWeather(hand, horizonY);
  navalShip(hand, { x: between(random, 900, 1080), y: 720, scale: 0.95 });
  crests(hand, mood, horizonY + 130, 850, 7);
  beach(hand, 880);
  group(
    hand,
    300,
    700,
    1110,
    [
      { hat: 'sailor', uniform: true },
      { hat: 'sailor', uniform: true, wave: true },
    ],
    1.2,
  );
  group(hand, 960, 1300, 1120, [{ scarf: true, wave: true }, { scarf: true }], 0.95);
  if (random() < 0.5) palm(hand, { x: 130, y: 1000, scale: 1.2 });
};

import { between, integerBetween, pick } from '@domain/kernel/random.ts';
import { crests, sea, sky, underwater } from './backdrop.ts';
import { MOODS, WHITE } from './colours.ts';
import {
  basketBoat,
  farFleet,
  fishingBoat,
  lanternBoat,
  navalShip,
  sailingBoat,
} from './props-boats.ts';
import {
  bubbles,
  coral,
  dolphin,
  fish,
  jellyfish,
  seaweed,
  splash,
  starfish,
  turtle,
} from './props-life.ts';
import { farIslands, platform } from './props-shore.ts';
import { cloud, gulls, lightning, lightPath, lowSun, nightSky, rain } from './props-sky.ts';
import { dayMood, fairWeather, seaAndSky, type Scene } from './scene.ts';

export const fleet: Scene = (hand) => {
  const { random } = hand;
  const mood = dayMood(hand);
  const horizonY = between(random, 420, 520);
  seaAndSky(hand, mood, horizonY);
  fairWeather(hand, horizonY);
  farFleet(hand, horizonY, integerBetween(random, 3, 6));
  crests(hand, mood, horizonY + 90, 1150, 16);
  const sails = random() < 0.4;
  const boat = sails ? sailingBoat : fishingBoat;
  boat(hand, {
    x: between(random, 280, 420),
    y: between(random, 720, 800),
    scale: 0.85,
    flip: random() < 0.3,
  });
  fishingBoat(hand, {
    x: between(random, 1040, 1200),
    y: between(random, 760, 830),
    scale: 0.95,
    flip: random() < 0.3,
  });
  boat(hand, {
    x: between(random, 620, 860),
    y: between(random, 1010, 1080),
    scale: sails ? 1.25 : 1.15,
  });
  gulls(hand, 5, 100, horizonY - 40);
};

export const storm: Scene = (hand) => {
  const { random } = hand;
  const mood = MOODS.storm;
  const horizonY = between(random, 460, 540);
  seaAndSky(hand, mood, horizonY, 42);
  for (let i = 0; i < 4; i += 1) {
    cloud(
      hand,
      180 + i * 400 + between(random, -70, 70),
      between(random, 100, 220),
      between(random, 1.1, 1.6),
      pick(random, [0x5d6878, 0x707b8a, 0x4d5665]),
    );
  }
  lightning(hand, between(random, 260, 620), 240, between(random, 0.9, 1.3));
  if (random() < 0.6) lightning(hand, between(random, 1050, 1400), 230, 0.9);
  fishingBoat(hand, {
    x: between(random, 600, 1000),
    y: between(random, 820, 900),
    scale: between(random, 1, 1.7),
    turn: between(random, -0.25, 0.25),
  });
  crests(hand, mood, horizonY + 60, 1160, 20);
  rain(hand, integerBetween(random, 28, 44));
};

export const sunrise: Scene = (hand) => {
  const { random } = hand;
  const horizonY = between(random, 520, 600);
  const x = between(random, 500, 1100);
  seaAndSky(hand, MOODS.dawn, horizonY);
  lowSun(hand, x, horizonY, between(random, 130, 180), 0xffc13d);
  lightPath(hand, x, horizonY, 0xffe9a8);
  for (let i = 0; i < 2; i += 1)
    cloud(hand, 240 + i * between(random, 850, 1050), between(random, 130, 240), 0.9, 0xfff3e6);
  farFleet(hand, horizonY, 3);
  crests(hand, MOODS.dawn, horizonY + 100, 1150, 10);
  basketBoat(hand, {
    x: x > 800 ? between(random, 260, 420) : between(random, 1150, 1350),
    y: 960,
    scale: between(random, 1.1, 2),
  });
  gulls(hand, 6, 110, horizonY - 120);
};

export const sunset: Scene = (hand) => {
  const { random } = hand;
  const mood = pick(random, [MOODS.sunset, MOODS.violet]);
  const horizonY = between(random, 540, 620);
  const x = between(random, 420, 1180);
  seaAndSky(hand, mood, horizonY);
  lowSun(hand, x, horizonY, between(random, 120, 170), 0xff7a3c);
  lightPath(hand, x, horizonY, 0xffcf7a);
  farIslands(hand, horizonY, 1);
  crests(hand, mood, horizonY + 100, 1150, 10);
  const boat = pick(random, [sailingBoat, fishingBoat]);
  boat(hand, {
    x: x > 800 ? between(random, 330, 480) : between(random, 1100, 1280),
    y: between(random, 880, 980),
    scale: between(random, 1, 1.8),
    flip: x < 800,
  });
  gulls(hand, 5, 130, horizonY - 150);
};

export const reef: Scene = (hand) => {
  const { random } = hand;
  underwater(hand);
  for (let i = 0; i < 4; i += 1) seaweed(hand, 130 + i * 420 + between(random, -80, 80), 1120);
  for (let i = 0; i < integerBetween(random, 4, 6); i += 1) {
    coral(hand, {
      x: 120 + i * 280 + between(random, -60, 60),
      y: between(random, 1090, 1150),
      scale: between(random, 0.9, 1.5),
    });
  }
  const shoal = integerBetween(random, 5, 7);
  for (let i = 0; i < shoal; i += 1) {
    fish(hand, {
      x: 220 + (i % 3) * 530 + between(random, -90, 90),
      y: 240 + Math.floor(i / 3) * 270 + between(random, -60, 60),
      scale: between(random, 0.75, 1.45),
      flip: random() < 0.5,
      turn: between(random, -0.15, 0.15),
    });
  }
  if (random() < 0.5)
    turtle(hand, {
      x: between(random, 500, 1100),
      y: between(random, 820, 880),
      scale: 1.05,
      turn: between(random, -0.4, 0.2),
    });
  else
    jellyfish(hand, { x: between(random, 300, 1300), y: between(random, 780, 860), scale: 1.05 });
  starfish(hand, between(random, 300, 1300), 1130, 0.8);
  bubbles(hand, between(random, 200, 700), 900, 5);
  bubbles(hand, between(random, 900, 1400), 620, 4);
};

export const seaHouse: Scene = (hand) => {
  const { random } = hand;
  const mood = pick(random, [MOODS.day, MOODS.bright, MOODS.sunset]);
  const horizonY = between(random, 600, 680);
  seaAndSky(hand, mood, horizonY, 16);
  if (mood === MOODS.sunset) lowSun(hand, between(random, 180, 320), horizonY, 110, 0xff9a4a);
  else fairWeather(hand, horizonY * 0.7);
  platform(hand, {
    x: between(random, 720, 940),
    y: horizonY + 210,
    scale: between(random, 1.1, 1.25),
  });
  crests(hand, mood, horizonY + 120, 1150, 15);
  if (random() < 0.5)
    navalShip(hand, { x: between(random, 240, 330), y: horizonY + 170, scale: 0.5 });
  basketBoat(hand, { x: between(random, 1260, 1420), y: between(random, 1010, 1080), scale: 1.05 });
  gulls(hand, 4, 120, 380);
};

export const navy: Scene = (hand) => {
  const { random } = hand;
  const mood = dayMood(hand);
  const horizonY = between(random, 520, 600);
  seaAndSky(hand, mood, horizonY, 14);
  fairWeather(hand, horizonY);
  farIslands(hand, horizonY, 2);
  navalShip(hand, {
    x: between(random, 720, 880),
    y: between(random, 800, 860),
    scale: between(random, 1.2, 1.4),
    flip: random() < 0.4,
  });
  crests(hand, mood, horizonY + 150, 1150, 15);
  if (random() < 0.6)
    dolphin(hand, { x: between(random, 300, 1300), y: 1080, scale: 0.62, flip: random() < 0.5 });
  gulls(hand, 5, 110, 400);
};

export const dolphins: Scene = (hand) => {
  const { random } = hand;
  const mood = pick(random, [MOODS.bright, MOODS.day, MOODS.violet]);
  const horizonY = between(random, 420, 500);
  seaAndSky(hand, mood, horizonY, 14);
  if (mood === MOODS.violet) lowSun(hand, between(random, 500, 1100), horizonY, 110, 0xff9a5c);
  else fairWeather(hand, horizonY);
  farIslands(hand, horizonY, 1);
  crests(hand, mood, horizonY + 60, 1150, 13);
  const count = integerBetween(random, 2, 3);
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [
      330 + i * (count === 2 ? 720 : 470) + between(random, -60, 60),
      between(random, 660, 880),
    ];
    dolphin(hand, {
      x,
      y,
      scale: between(random, 0.85, 1.2),
      turn: between(random, -0.5, 0.1),
      flip: random() < 0.3,
    });
    splash(hand, x - 150, y + 150);
  }
  if (random() < 0.5)
    sailingBoat(hand, { x: between(random, 1200, 1400), y: horizonY + 110, scale: 0.6 });
};

export const nightFishing: Scene = (hand) => {
  const { random } = hand;
  const horizonY = between(random, 560, 640);
  seaAndSky(hand, MOODS.night, horizonY);
  nightSky(hand, horizonY);
  for (let i = 0; i < 3; i += 1)
    hand.dot(200 + i * between(random, 420, 520), horizonY + 6, { colour: 0xffe28a, px: 20 });
  crests(hand, MOODS.night, horizonY + 60, 1150, 12);
  lanternBoat(hand, {
    x: between(random, 520, 640),
    y: between(random, 860, 940),
    scale: between(random, 1.05, 1.6),
  });
  if (random() < 0.6)
    lanternBoat(hand, { x: between(random, 1180, 1300), y: between(random, 740, 800), scale: 0.8 });
};

export const rainbow: Scene = (hand) => {
  const { random } = hand;
  const mood = MOODS.day;
  const horizonY = between(random, 520, 600);
  sky(hand, mood, horizonY);
  const bow = [0xe5484d, 0xf28c38, 0xf7d046, 0x52b35f, 0x4a90d9, 0x8e63c7];
  const x = between(random, 620, 980);
  for (const [i, colour] of bow.entries()) {
    const radius = 480 - i * 34;
    const steps = Array.from({ length: 25 }, (_, step) => Math.PI + (step / 24) * Math.PI);
    hand.line(
      steps.map(
        (angle) =>
          [x + Math.cos(angle) * radius * 1.2, horizonY + Math.sin(angle) * radius] as const,
      ),
      { colour, px: 36, tool: 'brush' },
    );
  }
  cloud(hand, x - 520, horizonY - 60, 1.2, WHITE);
  cloud(hand, x + 520, horizonY - 50, 1.2, WHITE);
  sea(hand, mood, horizonY);
  crests(hand, mood, horizonY + 80, 1150, 14);
  fishingBoat(hand, {
    x: between(random, 560, 1000),
    y: between(random, 880, 960),
    scale: between(random, 1, 1.75),
    flip: random() < 0.4,
  });
  gulls(hand, 3, 100, 300);
};

import type * as Phaser from 'phaser';
import type { Art, Stage } from '../stage.ts';

export type Point = { readonly x: number; readonly y: number };

const sea = (key: string, width: number, height: number): Art => ({
  key,
  url: `/art/games/sea/${key}.svg`,
  width,
  height,
});

export const CHART_ART: readonly Art[] = [
  sea('sail-boat', 120, 120),
  sea('gull', 60, 30),
  sea('drop', 24, 24),
  sea('spark', 24, 24),
];

const SAIL_MS = 900;

/** Smaller on a phone, where a boat would hide the names of islands. */
export function sizeOnChart({ size }: Stage, widthPx: number): number {
  return widthPx * Math.min(1, Math.max(0.55, size().width / 640));
}

/** The boat: sails to where it is told, leaning into the way, with foam behind it. */
export function createBoat(stage: Stage, widthPx: number) {
  const { scene, calm, light } = stage;
  const boat = stage
    .picture('sail-boat', sizeOnChart(stage, widthPx))
    .setDepth(6)
    .setVisible(false);
  const size = boat.scaleX;
  const foam =
    calm || light
      ? null
      : scene.add
          .particles(0, 0, 'drop', {
            lifespan: 700,
            speed: { min: 5, max: 30 },
            scale: { start: 0.32, end: 0 },
            alpha: { start: 0.9, end: 0 },
            emitting: false,
          })
          .setDepth(4);
  let from: Point | null = null;
  let to: Point | null = null;
  let here: Point = { x: 0, y: 0 };
  let since = 0;
  let foamMs = 0;

  return {
    image: boat,
    at: () => here,
    /** Whether it has arrived where it was told. */
    isThere: () => since >= SAIL_MS,
    frame: (goal: Point, key: string, deltaMs: number, nowMs: number) => {
      if (boat.getData('goal') !== key) {
        from = to === null || calm ? goal : here;
        since = to === null || calm ? SAIL_MS : 0;
        boat.setData('goal', key);
      }
      to = goal;
      since = Math.min(SAIL_MS, since + deltaMs);
      const share = since / SAIL_MS;
      const eased = share * share * (3 - 2 * share);
      const start = from ?? goal;
      const next = { x: start.x + (to.x - start.x) * eased, y: start.y + (to.y - start.y) * eased };
      const moved = next.x - here.x;
      const under = share < 1;
      if (Math.abs(moved) > 0.2 && under) boat.setScale(moved < 0 ? -size : size, size);
      here = next;
      const bob = calm ? 0 : Math.sin(nowMs / 380) * 2;
      boat.setVisible(true).setPosition(here.x, here.y - boat.displayHeight * 0.36 + bob);
      boat.setRotation(
        calm ? 0 : under ? Math.sign(boat.scaleX) * 0.1 : Math.sin(nowMs / 800) * 0.04,
      );
      foamMs += deltaMs;
      if (under && foamMs > 60) {
        foamMs = 0;
        foam?.explode(2, here.x, here.y);
      }
    },
  };
}

/** Gulls that cross the sky now and then. */
export function createGulls(stage: Stage): (nowMs: number) => void {
  const { size, calm, light, picture } = stage;
  if (calm || light) return () => undefined;
  const gulls = [0, 1, 2].map((i) => ({
    image: picture('gull', sizeOnChart(stage, 34 - 6 * i))
      .setDepth(9)
      .setAlpha(0.9),
    late: i * 3100,
  }));
  return (nowMs) => {
    const { width, height } = size();
    for (const [i, { image, late }] of gulls.entries()) {
      const share = ((nowMs + late) % 16_000) / 16_000;
      image.setPosition(
        share * (width + 120) - 60,
        height * (0.12 + 0.1 * i) + Math.sin(nowMs / 700 + i) * 12,
      );
      image.setScale(image.scaleX, image.scaleX * (0.75 + 0.35 * Math.sin(nowMs / 160 + i * 2)));
    }
  };
}

/** Stars for something well done. */
export function createSparks({ scene, calm, light }: Stage) {
  if (calm || light) return null;
  const sparks: Phaser.GameObjects.Particles.ParticleEmitter = scene.add.particles(0, 0, 'spark', {
    lifespan: 800,
    speed: { min: 50, max: 240 },
    gravityY: 160,
    scale: { start: 0.6, end: 0 },
    rotate: { min: 0, max: 360 },
    emitting: false,
  });
  return sparks.setDepth(11);
}

/** Words that rise from a place and fade. */
export function riseWords(stage: Stage, text: string, { x, y }: Point, colour: string): void {
  const { scene, calm, size } = stage;
  const words = stage.words(text, 30, colour).setDepth(15);
  words.setPosition(Math.min(size().width - 70, Math.max(70, x)), Math.max(60, y - 40));
  scene.tweens.add({
    targets: words,
    y: calm ? words.y : words.y - 46,
    alpha: { from: 1, to: 0 },
    delay: 700,
    duration: 700,
    onComplete: () => words.destroy(),
  });
}

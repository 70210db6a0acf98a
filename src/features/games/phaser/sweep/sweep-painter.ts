import type * as Phaser from 'phaser';
import type { Art, Drawing, Painter, Stage } from '../stage.ts';
import { drawWater } from '../water.ts';
import { type Point, seaFrame } from './sea-frame.ts';
import type { Steering } from './steering.ts';
import type { SweepHappening, SweepRun } from './sweep-run.ts';

const THING_PX = 58;
const ANIMAL_PX = 92;
const BOAT_PX = 116;
const RING_PX = 104;

const art = (key: string, width: number, height = width, folder = ''): Art => ({
  key,
  url: `/art/games/${folder}${key}.svg`,
  width,
  height,
});

export type SweepWords = {
  /** Short words over the boat for what just happened, or null for none. */
  readonly of: (happening: SweepHappening) => { text: string; colour: string } | null;
  readonly count: (seconds: number) => string;
};

/** The sea, what drifts on it, and the boat with its net. */
export function sweepPainter(
  kinds: readonly { readonly id: string; readonly bin: number }[],
  run: SweepRun,
  steering: Steering,
  words: SweepWords,
  onHappening: (happening: SweepHappening) => void,
): Painter {
  return {
    art: [
      ...kinds.map(({ id, bin }) => art(id, bin === 0 ? 140 : 90)),
      art('net-boat', 176, 154),
      art('net-ring', 160, 160, 'sea/'),
      art('bubble', 96, 104, 'sea/'),
      art('heart', 40, 40, 'sea/'),
      art('drop', 24, 24, 'sea/'),
      art('spark', 24, 24, 'sea/'),
      art('waves', 480, 48, 'sea/'),
      art('islets', 480, 110, 'sea/'),
    ],
    begin: (stage) => begin(stage, run, steering, words, onHappening),
  };
}

type Floating = {
  readonly image: Phaser.GameObjects.Image;
  readonly heart: Phaser.GameObjects.Image | null;
};

function begin(
  stage: Stage,
  run: SweepRun,
  steering: Steering,
  words: SweepWords,
  onHappening: (happening: SweepHappening) => void,
): Drawing {
  const { scene, calm, light } = stage;
  const lively = !calm && !light;
  const water = drawWater(stage);
  let frame = seaFrame(stage.size());
  const floating = new Map<number, Floating>();

  const ring = stage.picture('net-ring', RING_PX).setDepth(5);
  const boat = stage.picture('net-boat', BOAT_PX).setDepth(8);
  const bubble = stage.picture('bubble', 60).setDepth(9).setVisible(false);
  const first = stage.picture('bottle', 38).setDepth(10).setVisible(false);
  const countdown = stage.words('', 96, '#fff8e6').setDepth(20);
  const sparks = lively
    ? scene.add
        .particles(0, 0, 'spark', {
          lifespan: 620,
          speed: { min: 60, max: 220 },
          scale: { start: 0.5, end: 0 },
          rotate: { min: 0, max: 360 },
          emitting: false,
        })
        .setDepth(11)
    : null;
  const splashes = lively
    ? scene.add
        .particles(0, 0, 'drop', {
          lifespan: 480,
          speed: { min: 30, max: 130 },
          scale: { start: 0.4, end: 0 },
          alpha: { start: 0.9, end: 0 },
          emitting: false,
        })
        .setDepth(4)
    : null;
  let wakeMs = 0;
  let faces = 1;
  let boatAt: Point = { x: 0, y: 0 };

  const widthOf = (bin: number) => (bin === 0 ? ANIMAL_PX : THING_PX) * frame.scale;
  const scaleTo = (image: Phaser.GameObjects.Image, width: number) =>
    image.setScale(width / image.width);

  function appear(id: string, bin: number): Floating {
    const image = stage.picture(id, widthOf(bin)).setDepth(6);
    // Animals are drawn looking right, and swim with the current.
    if (bin === 0) image.setFlipX(!frame.tall);
    const heart = bin === 0 ? stage.picture('heart', 26 * frame.scale).setDepth(7) : null;
    return { image, heart };
  }

  function drawThings(nowMs: number): void {
    const { drifting } = run.state();
    const seen = new Set<number>();
    for (const thing of drifting) {
      seen.add(thing.serial);
      const shown = floating.get(thing.serial) ?? appear(thing.id, thing.bin);
      floating.set(thing.serial, shown);
      const { x, y } = frame.toScreen(thing);
      const bob = calm ? 0 : Math.sin(nowMs / 420 + thing.serial) * 3;
      shown.image.setPosition(x, y + bob);
      if (!calm) shown.image.setRotation(Math.sin(nowMs / 700 + thing.serial * 2) * 0.12);
      shown.heart?.setPosition(
        x + shown.image.displayWidth * 0.42,
        y - shown.image.displayHeight * 0.42,
      );
    }
    for (const [serial, { image, heart }] of floating) {
      if (seen.has(serial)) continue;
      floating.delete(serial);
      heart?.destroy();
      // What is near was caught and goes aboard; what is far drifted out of the bay.
      const near = Math.hypot(image.x - boatAt.x, image.y - boatAt.y) < 90 * frame.scale;
      if (!near || calm) image.destroy();
      else
        scene.tweens.add({
          targets: image,
          x: boatAt.x,
          y: boatAt.y - 40 * frame.scale,
          scale: 0.1,
          duration: 220,
          onComplete: () => image.destroy(),
        });
    }
  }

  function drawBoat(nowMs: number, deltaMs: number): void {
    const { boat: where, deck, netDown } = run.state();
    const next = frame.toScreen(where);
    const moved = Math.hypot(next.x - boatAt.x, next.y - boatAt.y) > 0.4;
    if (next.x - boatAt.x < -0.4) faces = -1;
    if (next.x - boatAt.x > 0.4) faces = 1;
    boatAt = next;
    const size = (BOAT_PX * frame.scale) / boat.width;
    const bob = calm ? 0 : Math.sin(nowMs / 300) * 2;
    boat.setPosition(next.x, next.y - 14 * frame.scale + bob).setScale(size * faces, size);
    if (!calm) boat.setRotation(moved ? -0.05 * faces : Math.sin(nowMs / 600) * 0.03);
    const net = netDown || run.hands.net;
    ring.setPosition(next.x, next.y).setVisible(net);
    if (!calm) ring.setRotation(nowMs / 2600);
    const [head] = deck;
    bubble.setVisible(head !== undefined);
    first.setVisible(head !== undefined);
    if (head !== undefined) {
      const [x, y] = [next.x + 44 * frame.scale, Math.max(40, next.y - 78 * frame.scale)];
      scaleTo(bubble, 64 * frame.scale).setPosition(x, y);
      if (first.texture.key !== head.id) first.setTexture(head.id);
      scaleTo(first, 40 * frame.scale).setPosition(x, y - 4 * frame.scale);
    }
    wakeMs += deltaMs;
    if (moved && wakeMs > 90) {
      wakeMs = 0;
      splashes?.explode(2, next.x - 40 * faces * frame.scale, next.y + 20 * frame.scale);
    }
  }

  function tell(happening: SweepHappening): void {
    onHappening(happening);
    const { kind } = happening;
    if (kind === 'caught') splashes?.explode(8, boatAt.x, boatAt.y);
    if (kind === 'right') sparks?.explode(12, boatAt.x, boatAt.y - 30);
    if (lively && (kind === 'wrong' || kind === 'animal')) scene.cameras.main.shake(160, 0.006);
    const said = words.of(happening);
    if (said === null) return;
    const size = kind === 'right' ? Math.min(46, 26 + 4 * run.state().combo) : 28;
    const text = stage
      .words(said.text, size, said.colour)
      .setDepth(15)
      .setPosition(
        Math.min(stage.size().width - 80, Math.max(80, boatAt.x)),
        Math.max(70, boatAt.y - 70 * frame.scale),
      );
    scene.tweens.add({
      targets: text,
      y: calm ? text.y : text.y - 60,
      alpha: { from: 1, to: 0 },
      delay: 260,
      duration: 620,
      onComplete: () => text.destroy(),
    });
  }

  return {
    resize: () => {
      frame = seaFrame(stage.size());
      water.resize();
      scaleTo(ring, RING_PX * frame.scale);
      for (const { image, heart } of floating.values()) {
        image.destroy();
        heart?.destroy();
      }
      floating.clear();
      const { width, height } = stage.size();
      countdown.setPosition(width / 2, height / 2);
    },
    frame: (deltaMs, nowMs) => {
      steering.steer(run, frame, boatAt);
      const happened = run.advance(deltaMs);
      const { countdown: seconds, sea } = run.board.getState();
      water.frame(deltaMs, sea / 100);
      drawBoat(nowMs, deltaMs);
      drawThings(nowMs);
      for (const one of happened) tell(one);
      const said = seconds > 0 ? words.count(seconds) : '';
      if (countdown.text !== said) countdown.setText(said);
    },
  };
}

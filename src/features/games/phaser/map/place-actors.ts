import type { GeoPoint } from '@domain/kernel/sphere.ts';
import type { Drawing, Painter, Stage } from '../stage.ts';
import {
  CHART_ART,
  createBoat,
  createGulls,
  createSparks,
  riseWords,
  sizeOnChart,
} from './actors.ts';
import type { Chart } from './map-actors.tsx';

export type PlaceRound = {
  readonly at: GeoPoint;
  readonly fog: boolean;
  /** The anchor that was dropped, and where the island is once it is known. */
  readonly guess: GeoPoint | null;
  readonly goal: GeoPoint | null;
  /** What was won with it, in words; null while there is another try. */
  readonly gained: string | null;
};

const CLOUDS = 9;

/** A boat that looks for an island, its anchor, and fog. */
export function placeActors(chart: Chart<PlaceRound>): Painter {
  return {
    transparent: true,
    art: [
      ...CHART_ART,
      { key: 'anchor', url: '/art/games/sea/anchor.svg', width: 48, height: 60 },
      { key: 'fog', url: '/art/games/sea/fog.svg', width: 240, height: 110 },
    ],
    begin: (stage) => begin(stage, chart),
  };
}

function begin(stage: Stage, chart: Chart<PlaceRound>): Drawing {
  const { scene, calm } = stage;
  const lines = scene.add.graphics().setDepth(3);
  const rings = scene.add.graphics().setDepth(3);
  const anchor = stage.picture('anchor', sizeOnChart(stage, 30)).setDepth(7).setVisible(false);
  const boat = createBoat(stage, 62);
  const gulls = createGulls(stage);
  const sparks = createSparks(stage);
  const fog = Array.from({ length: CLOUDS }, () =>
    stage.picture('fog', 260).setDepth(2).setAlpha(0.75).setVisible(false),
  );
  let dropped = '';
  let droppedMs = 0;
  chart.takeOver(true);

  function drawFog(nowMs: number, wanted: boolean): void {
    const { width, height } = stage.size();
    for (const [i, cloud] of fog.entries()) {
      const drift = calm ? 0 : (nowMs / 90) * (1 + (i % 3) * 0.4);
      cloud.setVisible(wanted);
      cloud.setPosition(
        ((i * 0.37 * width + drift) % (width + 260)) - 130,
        ((i * 0.618) % 1) * height,
      );
    }
  }

  function drawDrop(round: PlaceRound, deltaMs: number): void {
    const { guess, goal, gained } = round;
    const key = guess === null ? '' : `${guess.lat} ${guess.lon} ${goal === null}`;
    if (key !== dropped) {
      dropped = key;
      droppedMs = 0;
      if (goal !== null && gained !== null) {
        const there = chart.at(goal);
        sparks?.explode(20, there.x, there.y);
        riseWords(stage, gained, there, '#ffe08a');
      }
    }
    droppedMs += deltaMs;
    lines.clear();
    rings.clear();
    anchor.setVisible(guess !== null);
    if (guess === null) return;
    const where = chart.at(guess);
    const fall = calm ? 1 : Math.min(1, droppedMs / 350);
    anchor.setPosition(where.x, where.y - 60 * (1 - fall) * (1 - fall));
    for (const [i, late] of [350, 600, 850].entries()) {
      const age = (droppedMs - late) / 900;
      if (calm || age < 0 || age > 1) continue;
      rings.lineStyle(3, 0xffffff, 1 - age).strokeCircle(where.x, where.y, 8 + 34 * age + i * 2);
    }
    if (goal === null) return;
    const there = chart.at(goal);
    lines.lineStyle(3, 0xc23c1d, 1);
    const length = Math.hypot(there.x - where.x, there.y - where.y);
    for (let done = 0; done < length; done += 16) {
      const [a, b] = [done / length, Math.min(1, (done + 9) / length)];
      lines.lineBetween(
        where.x + (there.x - where.x) * a,
        where.y + (there.y - where.y) * a,
        where.x + (there.x - where.x) * b,
        where.y + (there.y - where.y) * b,
      );
    }
  }

  return {
    resize: () => undefined,
    frame: (deltaMs, nowMs) => {
      const round = chart.round();
      const { at } = round;
      boat.frame(chart.at(at), `${at.lat} ${at.lon}`, deltaMs, nowMs);
      const { x, y } = boat.at();
      drawFog(nowMs, round.fog);
      drawDrop(round, deltaMs);
      if (round.goal === null) {
        rings.lineStyle(3, 0x0b3a5b, 0.9).strokeCircle(x, y, 15);
        rings.fillStyle(0xf2b233, 1).fillCircle(x, y, 4);
      }
      gulls(nowMs);
    },
    end: () => chart.takeOver(false),
  };
}

import type { Port, SailState } from '@domain/games/sail/sail.ts';
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

export type SailRound = {
  readonly state: SailState;
  /** Words for a letter that was handed over. */
  readonly thanks: string;
};

const STREAKS = 26;
const LETTER_PX = 34;

/** The boat on its legs, the wind it sails by, storms, and the letters that are waited for. */
export function sailActors(ports: readonly Port[], chart: Chart<SailRound>): Painter {
  return {
    transparent: true,
    art: [
      ...CHART_ART,
      { key: 'letter', url: '/art/games/sea/letter.svg', width: 60, height: 44 },
      { key: 'cloud', url: '/art/games/sea/cloud.svg', width: 200, height: 100 },
    ],
    begin: (stage) => begin(stage, ports, chart),
  };
}

const halfWay = (from: GeoPoint, to: GeoPoint): GeoPoint => ({
  lat: (from.lat + to.lat) / 2,
  lon: (from.lon + to.lon) / 2,
});

function begin(stage: Stage, ports: readonly Port[], chart: Chart<SailRound>): Drawing {
  const { scene, calm, light } = stage;
  const wind = scene.add.graphics().setDepth(2);
  const dark = scene.add.graphics().setDepth(8);
  const boat = createBoat(stage, 64);
  const gulls = createGulls(stage);
  const sparks = createSparks(stage);
  const clouds = [0, 1, 2].map((i) =>
    stage
      .picture('cloud', 120 - 18 * i)
      .setDepth(9)
      .setVisible(false),
  );
  const letters = new Map(
    ports.map((port) => [
      port.id,
      stage.picture('letter', sizeOnChart(stage, LETTER_PX)).setDepth(5).setVisible(false),
    ]),
  );
  const placeOf = new Map<string, GeoPoint>(ports.map((port) => [port.id, port]));
  let delivered = chart.round().state.delivered.length;
  let stormed = false;
  let blown = 0;
  chart.takeOver(true);

  function drawWind(state: SailState, deltaMs: number): void {
    wind.clear();
    const { to, force } = state.weather[state.turn % state.weather.length]!.wind;
    if (force === 0 || light) return;
    const { width, height } = stage.size();
    blown += calm ? 0 : (deltaMs / 1000) * (20 + 45 * force);
    const angle = (to * Math.PI) / 4;
    const [dx, dy] = [Math.sin(angle), -Math.cos(angle)];
    const long = 10 + 9 * force;
    wind.lineStyle(2, 0xffffff, 0.75);
    const wrap = (value: number, max: number) => ((value % max) + max) % max;
    for (let i = 0; i < STREAKS; i += 1) {
      const x = wrap(((i * 0.618) % 1) * width + dx * blown, width);
      const y = wrap(((i * 0.381) % 1) * height + dy * blown, height);
      wind.lineBetween(x, y, x + dx * long, y + dy * long);
    }
  }

  function drawLetters(state: SailState, nowMs: number): void {
    for (const [id, image] of letters) {
      const waits = state.letters.includes(id);
      image.setVisible(waits);
      if (!waits) continue;
      const { x, y } = chart.at(placeOf.get(id)!);
      image.setPosition(x, y - 26 + (calm ? 0 : Math.sin(nowMs / 320 + x) * 4));
    }
  }

  function drawStorm(state: SailState, nowMs: number): void {
    const storm = state.pending === 'storm';
    const { width, height } = stage.size();
    dark.clear();
    for (const [i, cloud] of clouds.entries()) {
      const { x, y } = boat.at();
      cloud.setVisible(storm);
      cloud.setPosition(
        x + (i - 1) * 62 + (calm ? 0 : Math.sin(nowMs / 500 + i) * 8),
        Math.max(40, y - 96 - (i % 2) * 22),
      );
    }
    if (storm) dark.fillStyle(0x0b2034, 0.34).fillRect(0, 0, width, height);
    if (storm && !stormed && !calm) scene.cameras.main.shake(420, 0.006);
    stormed = storm;
  }

  return {
    resize: () => undefined,
    frame: (deltaMs, nowMs) => {
      const { state, thanks } = chart.round();
      const from = placeOf.get(state.at)!;
      const bound = state.heading === null ? null : placeOf.get(state.heading)!;
      const goal = bound === null ? from : halfWay(from, bound);
      boat.frame(chart.at(goal), `${state.at} ${state.heading ?? ''}`, deltaMs, nowMs);
      if (state.delivered.length > delivered && boat.isThere()) {
        delivered = state.delivered.length;
        const { x, y } = boat.at();
        sparks?.explode(22, x, y - 20);
        riseWords(stage, thanks, { x, y }, '#ffe08a');
      }
      drawWind(state, deltaMs);
      drawLetters(state, nowMs);
      drawStorm(state, nowMs);
      gulls(nowMs);
    },
    end: () => chart.takeOver(false),
  };
}

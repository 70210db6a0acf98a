import type { Scene } from './scene.ts';
import {
  fleet,
  storm,
  sunrise,
  sunset,
  reef,
  seaHouse,
  navy,
  dolphins,
  nightFishing,
  rainbow,
} from './scenes-afloat.ts';
import {
  harbour,
  islands,
  beacon,
  flagOnIsland,
  beachDay,
  market,
  sailors,
} from './scenes-ashore.ts';

export const SCENES = {
  harbour,
  fleet,
  islands,
  beacon,
  storm,
  sunrise,
  sunset,
  reef,
  seaHouse,
  navy,
  flagOnIsland,
  beachDay,
  dolphins,
  market,
  nightFishing,
  sailors,
  rainbow,
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof SCENES;

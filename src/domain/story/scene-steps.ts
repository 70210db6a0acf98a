import { refuse } from '@domain/kernel/refusal.ts';
import type { SceneStep } from './event.ts';
import { MAX_OBJECTS } from './limits.ts';
import type { ObjectId, Scene } from './scene.ts';

function placeOf(scene: Scene, id: ObjectId): number {
  const at = scene.objects.findIndex((object) => object.id === id);
  if (at < 0) throw refuse('story.malformed');
  return at;
}

type SceneRules = {
  readonly [Kind in SceneStep['kind']]: (
    scene: Scene,
    step: Extract<SceneStep, { kind: Kind }>,
  ) => Scene;
};

const RULES: SceneRules = {
  'object-put': (scene, { object: id, item }) => {
    const { objects } = scene;
    const at = objects.findIndex((object) => object.id === id);
    if (at >= 0) return { ...scene, objects: objects.with(at, { id, item }) };
    if (objects.length >= MAX_OBJECTS) throw refuse('story.too-large');
    return { ...scene, objects: [...objects, { id, item }] };
  },
  'object-drop': (scene, { object }) => ({
    ...scene,
    objects: scene.objects.toSpliced(placeOf(scene, object), 1),
  }),
  'object-order': (scene, { object, index }) => {
    const { objects } = scene;
    if (index >= objects.length) throw refuse('story.malformed');
    const at = placeOf(scene, object);
    return { ...scene, objects: objects.toSpliced(at, 1).toSpliced(index, 0, objects[at]!) };
  },
  'background-set': (scene, { background }) => ({ ...scene, background }),
  'panels-set': (scene, { layout }) => ({ ...scene, panels: layout }),
  'layer-set': (scene, { layer, visible, opacity }) => ({
    ...scene,
    layers: scene.layers.with(layer, { visible, opacity }),
  }),
  'layer-order': (scene, { order }) => ({ ...scene, order }),
};

/** Refuses 'story.malformed' for an object that is not there, 'story.too-large' for one too many. */
export function sceneAfter(scene: Scene, step: SceneStep): Scene {
  const rule = RULES[step.kind] as (before: Scene, change: SceneStep) => Scene;
  return rule(scene, step);
}

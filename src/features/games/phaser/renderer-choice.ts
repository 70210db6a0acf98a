import { readPreference, writePreference } from '@platform/preferences.ts';

const PREFERENCE = 'games:light';
const IN_SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** True when WebGL exists but is computed by the processor, which draws slower than Canvas. */
export const isInSoftware = (gpu: string) => IN_SOFTWARE.test(gpu);

/** Canvas without WebGL, where it is computed in software, and in light mode; WebGL otherwise. */
export function chooseRenderer(gpu: string | null, light: boolean): 'webgl' | 'canvas' {
  return light || gpu === null || isInSoftware(gpu) ? 'canvas' : 'webgl';
}

let known: string | null | undefined;

/** What draws WebGL on this machine, asked once a page; null without WebGL. */
export function gpuName(): string | null {
  if (known === undefined) known = askGpu();
  return known;
}

function askGpu(): string | null {
  const gl = document.createElement('canvas').getContext('webgl');
  if (gl === null) return null;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER) as string;
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return name;
}

export const isLight = () => readPreference(PREFERENCE) === 'on';
export const setLight = (on: boolean) => writePreference(PREFERENCE, on ? 'on' : 'off');

/** Pixels of the picture per pixel of the page: more than two are not seen, and cost. */
export const pixelRatio = (light: boolean) => (light ? 1 : Math.min(2, window.devicePixelRatio));

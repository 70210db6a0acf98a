import { readPreference, writePreference } from '@platform/preferences.ts';

const PREFERENCE = 'games:sound';
/** Hertz after one another: short rising for good, falling for bad, one for a touch. */
const NOTES = {
  right: [523, 784],
  wrong: [262, 196],
  tap: [440],
  win: [523, 659, 784, 1047],
} as const;
export type Sound = keyof typeof NOTES;

let context: AudioContext | null = null;

export const isSoundOn = () => readPreference(PREFERENCE) === 'on';
export const setSoundOn = (on: boolean) => writePreference(PREFERENCE, on ? 'on' : 'off');

/** A synthesised sound, if the player has switched sounds on. Nothing is told by sound alone. */
export function sound(name: Sound): void {
  if (!isSoundOn()) return;
  context ??= new AudioContext();
  const { currentTime, destination } = context;
  for (const [at, frequency] of NOTES[name].entries()) {
    const from = currentTime + at * 0.11;
    const voice = context.createOscillator();
    const loudness = context.createGain();
    voice.type = 'triangle';
    voice.frequency.value = frequency;
    loudness.gain.setValueAtTime(0.0001, from);
    loudness.gain.exponentialRampToValueAtTime(0.16, from + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, from + 0.2);
    voice.connect(loudness).connect(destination);
    voice.start(from);
    voice.stop(from + 0.22);
  }
}

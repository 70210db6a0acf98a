import { expect, it } from 'vitest';
import { pickDeviceVoice } from './device-voices.ts';

const voice = (name: string, lang: string, localService: boolean) =>
  ({ name, lang, localService, default: false, voiceURI: name }) satisfies SpeechSynthesisVoice;

it('takes a Vietnamese voice of the device before any other, and none of the network', () => {
  const far = voice('Google Tiếng Việt', 'vi-VN', false);
  const near = voice('An', 'vi-VN', true);
  const other = voice('Samantha', 'en-US', true);
  expect(pickDeviceVoice([far, other, near])).toBe(near);
  expect(pickDeviceVoice([far, other])).toBe(other);
  expect(pickDeviceVoice([far])).toBeNull();
});

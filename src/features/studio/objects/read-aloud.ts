import type { Locale } from '@i18n/translate.ts';

/** A voice on this device itself: any other would send the words to a stranger. */
function voiceFor(locale: Locale): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in window)) return undefined;
  return window.speechSynthesis
    .getVoices()
    .find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(locale));
}

export function canReadAloud(locale: Locale): boolean {
  return voiceFor(locale) !== undefined;
}

export function readAloud(text: string, locale: Locale): void {
  const voice = voiceFor(locale);
  if (voice === undefined) return;
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(words);
}

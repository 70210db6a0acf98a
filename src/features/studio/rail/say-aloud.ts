/** A voice that lives on the device: nothing that is said leaves it. */
function voiceFor(language: string): SpeechSynthesisVoice | null {
  if (typeof speechSynthesis === 'undefined') return null;
  const voices = speechSynthesis.getVoices();
  return voices.find((voice) => voice.localService && voice.lang.startsWith(language)) ?? null;
}

/** Whether this device can speak the language by itself. */
export function canSay(language: string): boolean {
  return voiceFor(language) !== null;
}

export function sayAloud(text: string, language: string): void {
  const voice = voiceFor(language);
  if (voice === null) return;
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  words.lang = voice.lang;
  speechSynthesis.speak(words);
}

/** Voices come late in some browsers; told when there may be more. */
export function onVoices(listener: () => void): () => void {
  if (typeof speechSynthesis === 'undefined') return () => undefined;
  speechSynthesis.addEventListener('voiceschanged', listener);
  return () => speechSynthesis.removeEventListener('voiceschanged', listener);
}

import { useCallback, useEffect, useState } from 'react';

/** A voice that runs on this machine: nothing that is read aloud leaves it. Vietnamese ones first. */
export function pickDeviceVoice(
  voices: readonly SpeechSynthesisVoice[],
): SpeechSynthesisVoice | null {
  const own = voices.filter((voice) => voice.localService);
  return own.find((voice) => /^vi\b/i.test(voice.lang)) ?? own[0] ?? null;
}

function voicesHere(): readonly SpeechSynthesisVoice[] {
  return 'speechSynthesis' in window ? window.speechSynthesis.getVoices() : [];
}

/** Reads text aloud with a voice of the device; null where it has none. */
export function useDeviceVoice(): {
  readonly speaking: boolean;
  readonly read: (text: string) => void;
  readonly stop: () => void;
} | null {
  const [voice, setVoice] = useState(() => pickDeviceVoice(voicesHere()));
  const [speaking, setSpeaking] = useState(false);

  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    // Browsers know their voices a moment after the page is there.
    const onVoices = () => setVoice(pickDeviceVoice(voicesHere()));
    window.speechSynthesis.addEventListener('voiceschanged', onVoices);
    return () => {
      window.speechSynthesis.removeEventListener('voiceschanged', onVoices);
      window.speechSynthesis.cancel();
    };
  }, []);

  const stop = useCallback(() => {
    window.speechSynthesis?.cancel();
    setSpeaking(false);
  }, []);
  const read = useCallback(
    (text: string) => {
      if (voice === null) return;
      window.speechSynthesis.cancel();
      const words = new SpeechSynthesisUtterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      words.onend = () => setSpeaking(false);
      words.onerror = () => setSpeaking(false);
      setSpeaking(true);
      window.speechSynthesis.speak(words);
    },
    [voice],
  );
  return voice === null ? null : { speaking, read, stop };
}

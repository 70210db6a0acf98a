/** Why nothing can be recorded, as far as a child can do something about it. */
export type MicTrouble = 'insecure' | 'unsupported' | 'denied' | 'none' | 'busy' | 'lost';

export type Recorder = {
  /** Fulfils when the last piece has been handed out. */
  readonly stop: () => Promise<void>;
};

export type Microphone = {
  /** Hands out pieces of one recording as they come, each some seconds long. */
  readonly record: (onPiece: (bytes: Uint8Array) => void) => Recorder;
  /** How loud it is now, 0 to 1. */
  readonly level: () => number;
  readonly close: () => void;
};

/** Opus at 24 kb/s is speech as good as on the telephone of today; 180 kB a minute. */
const BITS_PER_SECOND = 24_000;
/** What a crash may cost. */
const PIECE_MS = 2_000;
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'] as const;

/** What stands in the way before a microphone is even asked for; null for nothing. */
export function troubleBefore(): MicTrouble | null {
  if (!window.isSecureContext) return 'insecure';
  const supported = typeof MediaRecorder !== 'undefined' && 'mediaDevices' in navigator;
  return supported && mediaType() !== undefined ? null : 'unsupported';
}

function mediaType(): string | undefined {
  return TYPES.find((type) => MediaRecorder.isTypeSupported(type));
}

function troubleOf(error: unknown): MicTrouble {
  if (!(error instanceof DOMException)) throw error;
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    default:
      return 'busy';
  }
}

function levelOf(stream: MediaStream): { level: () => number; close: () => void } {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const wave = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(wave);
      const power = wave.reduce((sum, sample) => sum + sample * sample, 0) / wave.length;
      // From a whisper (−50 dB) to a loud voice (−10 dB).
      const decibels = 10 * Math.log10(power + 1e-9);
      return Math.min(1, Math.max(0, (decibels + 50) / 40));
    },
    close: () => void context.close(),
  };
}

function recordFrom(stream: MediaStream, onPiece: (bytes: Uint8Array) => void): Recorder {
  const recorder = new MediaRecorder(stream, {
    mimeType: mediaType()!,
    audioBitsPerSecond: BITS_PER_SECOND,
  });
  let line = Promise.resolve();
  recorder.addEventListener('dataavailable', ({ data }) => {
    line = line.then(async () => {
      if (data.size > 0) onPiece(new Uint8Array(await data.arrayBuffer()));
    });
  });
  const stopped = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => resolve(), { once: true });
  });
  recorder.start(PIECE_MS);
  return {
    async stop() {
      // It stops by itself when the microphone is pulled out.
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      await line;
    },
  };
}

/** Asks for the microphone: one voice channel, cleaned of echo and hum where the device can. */
export async function openMicrophone(onLost: () => void): Promise<Microphone | MicTrouble> {
  const before = troubleBefore();
  if (before !== null) return before;
  const stream = await navigator.mediaDevices
    .getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } })
    .catch(troubleOf);
  if (typeof stream === 'string') return stream;
  const meter = levelOf(stream);
  const [track] = stream.getAudioTracks();
  track?.addEventListener('ended', onLost, { once: true });
  return {
    record: (onPiece) => recordFrom(stream, onPiece),
    level: meter.level,
    close() {
      track?.removeEventListener('ended', onLost);
      for (const each of stream.getTracks()) each.stop();
      meter.close();
    },
  };
}

// What every peer's page shares: the page of 1600 × 1200 at the corner of the window, one unit a px.
export const PAGE = { x: 0, y: 0, width: 1600, height: 1200 };

/** Resolves once the frame that shows what was just painted has left this thread. */
export function afterFrame() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}

/** For peers that work on in timers of their own: until it holds, and the frame after. */
export async function until(holds) {
  while (!(await holds())) await afterFrame();
  await afterFrame();
}

export function place() {
  const root = document.createElement('div');
  root.className = 'peer';
  document.body.append(root);
  return root;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Puts a peer behind the same methods as the studio; `save` and `open` speak JSON. */
export function offer({ ready, load, undo, save, open, exportPng, strokes }) {
  const saved = async () => encoder.encode(JSON.stringify(await save()));
  window.studioBench = {
    ready: async () => {
      await ready?.();
      await afterFrame();
    },
    pageRect: async () => PAGE,
    load: async (given) => {
      await load(given);
      await afterFrame();
    },
    undo: async () => {
      await undo();
      await afterFrame();
    },
    save: saved,
    /** What a careful host would store: deflated. */
    bytes: async () => {
      const stream = new Blob([await saved()]).stream();
      const packed = stream.pipeThrough(new CompressionStream('deflate-raw'));
      return (await new Response(packed).arrayBuffer()).byteLength;
    },
    restore: async (bytes) => {
      await open(JSON.parse(decoder.decode(bytes)));
      await afterFrame();
    },
    exportPng,
    strokeCount: async () => (await strokes()).length,
    lastStrokes: async (count) => (await strokes()).slice(-count),
  };
}

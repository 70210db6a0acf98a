// The peer that the address names: peer.html?fabric
const PEERS = {
  konva: () => import('./konva-demo.jsx'),
  sketch: () => import('./sketch-canvas.jsx'),
  fabric: () => import('./fabric-brush.js'),
  excalidraw: () => import('./excalidraw.jsx'),
  tldraw: () => import('./tldraw.jsx'),
};

await PEERS[location.search.slice(1)]();

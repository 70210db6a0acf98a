// How long the server takes to play a minute at sea again: whole runs, hands that change all the time.
//   node tests/bench/games-replay.mjs [--runs 200]
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '200' } } });
const load = async (file) => (await runnerImport(file)).module;
const { accountForSweep } = await load('./src/domain/games/sweep/account.ts');
const { packInputs } = await load('./src/domain/games/sweep/inputs.ts');
const { sweep, SWEEP_TICKS } = await load('./src/domain/games/sweep/sweep.ts');
const { randomFrom } = await load('./src/domain/kernel/random.ts');
const { readDecks } = await load('./content/games/compiler/read-decks.ts');

const { kinds } = readDecks().sweep;

/** Hands that go to the nearest waste and sort at once: the run lasts its whole minute. */
function record(seed) {
  let state = sweep.begin({ kinds }, randomFrom(seed));
  const moves = [];
  const sign = (from, to) => Math.sign(Math.round((to - from) / 320));
  while (!sweep.isOver(state)) {
    const { boat, drifting, deck } = state;
    const away = ({ x, y }) => Math.hypot(x - boat.x, y - boat.y);
    const [goal] = drifting.filter(({ bin }) => bin !== 0).toSorted((a, b) => away(a) - away(b));
    const move = {
      dx: goal ? sign(boat.x, goal.x) : 0,
      dy: goal ? sign(boat.y, goal.y) : 0,
      net: state.tick % 40 !== 0,
      bin: deck[0]?.bin ?? 0,
    };
    moves.push(move);
    state = sweep.play(state, move);
  }
  return packInputs(moves);
}

const runs = Array.from({ length: Number(values.runs) }, (_, seed) => ({
  seed,
  inputs: record(seed),
}));
const whole = runs.filter(({ seed, inputs }) => accountForSweep(kinds, seed, inputs).whole);
const times = whole
  .map(({ seed, inputs }) => {
    const began = performance.now();
    accountForSweep(kinds, seed, inputs);
    return performance.now() - began;
  })
  .toSorted((a, b) => a - b);
const at = (share) => times[Math.floor((times.length - 1) * share)].toFixed(1);
const bytes = runs.map(({ inputs }) => JSON.stringify(inputs).length).toSorted((a, b) => a - b);
console.log(`${whole.length} whole runs of ${SWEEP_TICKS} ticks`);
console.log(`replay: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms`);
console.log(`hands: median ${bytes[Math.floor(bytes.length / 2)]} bytes of JSON`);

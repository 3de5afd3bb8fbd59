import { randomInt } from 'node:crypto';

/** How often each thing is killed: 10 times in the gate, more when asked for. */
export const ROUNDS = Number(process.env['ROLVAST_FAULT_ROUNDS'] ?? '10');

/** Chance that can be repeated: the seed is printed, and given back in ROLVAST_FAULT_SEED. */
export function seededChance(what: string): () => number {
  const seed = Number(process.env['ROLVAST_FAULT_SEED'] ?? randomInt(2 ** 31));
  process.stderr.write(`${what}: ${ROUNDS} kills, ROLVAST_FAULT_SEED=${seed}\n`);
  let state = seed;
  // Mulberry32: small, and good enough to choose a moment.
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

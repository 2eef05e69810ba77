/** A seeded source of numbers; the same seed gives the same sequence on every machine. */
export type Random = {
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** True in about `percent` cases of a hundred. */
  chance(percent: number): boolean;
  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
};

/** Mixes whole numbers into one 32-bit number, so that neighbours give unrelated sequences. */
export function mix(...parts: number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part | 0), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** A 32-bit number from a text. */
export function textSeed(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}

/** A random source from a seed (mulberry32). */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, chance: (percent) => below(100) < percent, pick: (list) => item(list, below(list.length)) };
}

/** The element at an index that must exist; throws RangeError otherwise. */
export function item<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`Provdata: inget element på plats ${index} av ${list.length}.`);
  return found;
}

/** A shuffling of 0..size-1 that needs no memory: `at` and `indexOf` are each other's inverse. */
export type Shuffle = { at(index: number): number; indexOf(value: number): number };

/** Makes a shuffling by a four-round Feistel network over the next power of four, walking until inside. */
export function shuffle(size: number, seed: number): Shuffle {
  let bits = 1;
  while (2 ** (2 * bits) < size) bits++;
  const mask = 2 ** bits - 1;
  const keys = [1, 2, 3, 4].map((round) => mix(seed, round));
  const forward = (value: number): number => {
    let left = value >>> bits;
    let right = value & mask;
    for (const key of keys) [left, right] = [right, left ^ (mix(right, key) & mask)];
    return left * (mask + 1) + right;
  };
  const backward = (value: number): number => {
    let left = value >>> bits;
    let right = value & mask;
    for (const key of [...keys].reverse()) [left, right] = [right ^ (mix(left, key) & mask), left];
    return left * (mask + 1) + right;
  };
  const walk = (value: number, step: (value: number) => number): number => {
    if (value < 0 || value >= size) throw new RangeError(`Provdata: ${value} ligger utanför 0-${size - 1}.`);
    let found = step(value);
    while (found >= size) found = step(found);
    return found;
  };
  return { at: (index) => walk(index, forward), indexOf: (value) => walk(value, backward) };
}

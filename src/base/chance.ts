/** 2^32 divided by the golden ratio: adding it again and again comes near no number twice. */
const GOLDEN = 0x9e37_79b9

/** What stands for chance in a lead. There is no state: any lead is drawn alone, and costs no memory. */
export function chanceOf(seed: number, lead: number): number {
  return scramble(seed ^ Math.imul(lead + 1, GOLDEN))
}

/** One of the numbers below 2^24 that a chance holds; the same chance gives the same ones. */
export function drawnAt(chance: number, nth: number): number {
  return scramble(chance + Math.imul(nth + 1, GOLDEN)) >>> 8
}

/** Every bit of a number decides about every bit of what becomes of it: the last steps of MurmurHash3. */
function scramble(number: number): number {
  let mixed = number ^ (number >>> 16)
  mixed = Math.imul(mixed, 0x85eb_ca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2_ae35)
  return mixed ^ (mixed >>> 16)
}

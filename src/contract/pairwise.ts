/**
 * Rows in which every two columns show every pair of symbols exactly once: an orthogonal array of
 * strength two, by the construction of R. C. Bose over a prime field. Row `r` of prime `p` stands for
 * the line `y = a·x + b` with `a = r / p` and `b = r mod p`; a column is a point `x`, and one more column is `a`.
 */
export interface PairwiseRows {
  readonly count: number
  /** The symbol, from 0 to `symbols - 1` or beyond where the prime is larger. */
  readonly symbolAt: (row: number, column: number) => number
}

/** Rows for so many columns and symbols; none where there is no pair. */
export function pairwiseRows(columns: number, symbols: number): PairwiseRows {
  if (columns < 2 || symbols < 1) return { count: 0, symbolAt: () => 0 }
  const prime = primeFrom(Math.max(symbols, columns - 1))
  return {
    count: prime * prime,
    symbolAt: (row, column) => {
      const slope = Math.floor(row / prime)
      return column === prime ? slope : (slope * column + row) % prime
    },
  }
}

function primeFrom(least: number): number {
  let candidate = Math.max(2, least)
  while (!isPrime(candidate)) candidate += 1
  return candidate
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) {
    if (number % divisor === 0) return false
  }
  return number >= 2
}

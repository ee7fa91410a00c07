/** Figures of several rounds. Each round measures everything once, so that a busy machine is busy for all. */

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** "0.62 (0.58 to 0.66)": the median, and the least and the most. */
export function spread(numbers, digits = 2) {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return `${median(numbers).toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`
}

export function perSecond(count, milliseconds) {
  return Math.round((1000 * count) / milliseconds)
}

/** 1234567 as 1,234,567. */
export function grouped(number) {
  return Math.round(number).toLocaleString('en-US')
}

/** The items in another order in each round, so that none always runs first. */
export function rotated(items, round) {
  const start = round % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}

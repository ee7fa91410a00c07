/** A whole number for people: `12,000`. */
export function figure(count: number): string {
  return count.toLocaleString('en-US')
}

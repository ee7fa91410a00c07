/** Orders texts by code unit, so that output never depends on a machine's locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The id of a person, which is a whole number, also where it travels as a text; undefined for anything else. */
export function leadNumber(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || !/^\s*[0-9]{1,15}\s*$/.test(text)) return undefined
  return Number(text)
}

/** A value of a template with its place in the document, tokens and all. */
export interface TemplateMember {
  /** Names and positions from the root; empty for a document that is one value. */
  readonly path: readonly (string | number)[]
  /** The value as it is written in the template. */
  readonly text: string
  /** The same for values that no reader of the document could tell apart. */
  readonly meaning: string
  readonly start: number
  readonly end: number
}

/** `customer.lines[0].sku`; a name that holds other characters stands in brackets and quotes. */
export function showMemberPath(path: TemplateMember['path']): string {
  return path.reduce<string>((shown, step) => {
    if (typeof step === 'number') return `${shown}[${step}]`
    if (!/^[\p{L}\p{N}_@:$-]+$/u.test(step)) return `${shown}[${JSON.stringify(step)}]`
    return shown === '' ? step : `${shown}.${step}`
  }, '')
}

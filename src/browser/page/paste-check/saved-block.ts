/** A value on the page that is typed into Marketo, with where it goes. */
export interface SavedBlock {
  readonly block: HTMLElement
  /** The step in which it is typed. */
  readonly id: string
  /** The field on the screen; numbered where a step has several of that name. */
  readonly label: string
  readonly value: string
}

/** Every value that can be pasted back. A secret never can: its place holder stands in the text. */
export function savedBlocks(): readonly SavedBlock[] {
  const seen = new Map<string, number>()
  return [...document.querySelectorAll<HTMLElement>('[data-copy][data-check]')].flatMap((block) => {
    const { check: id = '', label = 'the value' } = block.dataset
    const value = block.querySelector('code')?.textContent ?? ''
    if (value.includes('${secret}')) return []
    const key = JSON.stringify([id, label])
    const number = (seen.get(key) ?? 0) + 1
    seen.set(key, number)
    return [{ block, id, label: number === 1 ? label : `${label} (${number})`, value }]
  })
}

interface Searched {
  readonly field: HTMLInputElement
  readonly list: HTMLElement
  readonly clear: () => void
}

/** The keys of the search: / comes to it, arrows go through what was found, Enter opens, Escape begins anew. */
export function moveByArrows({ field, list, clear }: Searched): void {
  const found = (): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('li > a')]
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return
    event.preventDefault()
    field.focus()
    field.select()
  })
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'Escape') clear()
    if (event.key === 'Enter' && field.value.trim() !== '') found()[0]?.click()
    if (event.key === 'ArrowDown') moveTo(event, found()[0])
  })
  list.addEventListener('keydown', (event) => {
    const links = found()
    const at = links.findIndex((link) => link === event.target)
    if (at === -1) return
    if (event.key === 'ArrowDown') moveTo(event, links[at + 1])
    if (event.key === 'ArrowUp') moveTo(event, links[at - 1] ?? field)
    if (event.key === 'Escape') moveTo(event, field)
  })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select')
}

function moveTo(event: Event, element: HTMLElement | undefined): void {
  if (element === undefined) return
  event.preventDefault()
  element.focus()
}

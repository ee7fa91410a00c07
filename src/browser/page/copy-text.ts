/** Takes the text of an element along, byte for byte; false where the browser lets no script do it. */
export async function copyText(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent)
    return true
  } catch {
    // No secure context, or no permission: the older way may still be open.
    return copyByCommand(element.textContent)
  }
}

/** Selects all of an element, for the reader to copy by hand. */
export function selectText(element: HTMLElement): void {
  const range = document.createRange()
  range.selectNodeContents(element)
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

/** The event carries the very text: a selection would be copied as the browser draws it. */
function copyByCommand(text: string): boolean {
  let isTaken = false
  const take = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    isTaken = event.clipboardData !== null
  }
  document.addEventListener('copy', take)
  try {
    return document.execCommand('copy') && isTaken
  } finally {
    document.removeEventListener('copy', take)
  }
}

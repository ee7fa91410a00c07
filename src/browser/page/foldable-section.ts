import { makeButton } from './make.ts'

/** A section that can be folded to its heading. */
export interface FoldableSection {
  readonly section: HTMLElement
  /** Through which door its readers come: `operate`, `change` or `both`. */
  readonly door: string
  /** Folds it, with a button that opens it; or opens it for good. */
  setFoldable(isFoldable: boolean): void
  unfold(): void
  /** Opens it until what is returned is called. */
  unfoldForNow(): () => void
}

export function foldableSections(): readonly FoldableSection[] {
  return [...document.querySelectorAll<HTMLElement>('main .section[data-door]')].map(foldable)
}

function foldable(section: HTMLElement): FoldableSection {
  const heading = section.querySelector('h2')
  const parts = [...section.children].filter(
    (part): part is HTMLElement => part instanceof HTMLElement && part !== heading && !part.hidden,
  )
  const isFolded = (): boolean => section.dataset['folded'] !== undefined
  const setFolded = (fold: boolean): void => {
    // The browser's own search still looks into what is hidden like this.
    for (const part of parts) {
      if (fold) part.setAttribute('hidden', 'until-found')
      else part.removeAttribute('hidden')
    }
    if (fold) section.dataset['folded'] = ''
    else delete section.dataset['folded']
    button.textContent = fold ? 'Show this section' : 'Fold this section'
    button.setAttribute('aria-expanded', String(!fold))
  }
  const button = makeButton('', { class: 'fold-button' }, () => setFolded(!isFolded()))
  heading?.after(button)
  section.addEventListener('beforematch', () => setFolded(false))
  return {
    section,
    door: section.dataset['door'] ?? 'both',
    setFoldable(isFoldable) {
      setFolded(isFoldable)
      button.hidden = !isFoldable
    },
    unfold: () => setFolded(false),
    unfoldForNow() {
      const wasFolded = isFolded()
      setFolded(false)
      return () => setFolded(wasFolded)
    },
  }
}

import { foldableSections, type FoldableSection } from '../foldable-section.ts'
import { makeButton } from '../make.ts'
import type { PageFeature } from '../page-feature.ts'

const DOOR_KEY = 'hookbook:door'

/**
 * Whoever comes in by a door sees its sections; the others are folded to their headings, can be opened
 * one by one, are found by the browser's own search, and open by themselves when a link leads there.
 */
export const DOORS: PageFeature = {
  start(page) {
    const sections = foldableSections()
    const links = [...document.querySelectorAll<HTMLElement>('nav.doors a[id^="door-"]')]
    const choose = (door: string): void => {
      for (const link of links) markChosen(link, doorOf(link) === door)
      everything.hidden = door === ''
      for (const section of sections) section.setFoldable(door !== '' && isOther(section, door))
    }
    const everything = makeButton('Show all sections', { id: 'door-all' }, () => {
      page.store.remove(DOOR_KEY)
      choose('')
      page.say('All sections are open')
    })
    for (const link of links) {
      link.addEventListener('click', () => {
        page.store.write(DOOR_KEY, doorOf(link))
        choose(doorOf(link))
      })
    }
    document.querySelector('nav.contents')?.append(everything)
    choose(page.store.read(DOOR_KEY) ?? '')
    openWhereLinksLead(sections)
    openForPrint(sections)
  },
}

function doorOf(link: HTMLElement): string {
  return link.id.slice('door-'.length)
}

function isOther({ door }: FoldableSection, chosen: string): boolean {
  return door !== 'both' && door !== chosen
}

function markChosen(element: HTMLElement, isChosen: boolean): void {
  if (isChosen) element.setAttribute('aria-current', 'true')
  else element.removeAttribute('aria-current')
}

/** A link into a folded section opens it first: on this page, from another one, or by going back. */
function openWhereLinksLead(sections: readonly FoldableSection[]): void {
  const open = (hash: string): Element | null => {
    const target = document.getElementById(idOf(hash))
    for (const { section, unfold } of sections) if (section.contains(target)) unfold()
    return target
  }
  const openCurrent = (): void => {
    if (location.hash !== '') open(location.hash)?.scrollIntoView()
  }
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a[href^="#"]') : null
    if (link !== null) open(link.getAttribute('href') ?? '')
  })
  addEventListener('hashchange', openCurrent)
  openCurrent()
}

/** An address may be typed by hand: what is no escape stays as it is. */
function idOf(hash: string): string {
  const id = hash.slice(1)
  return /%(?![0-9a-f]{2})/i.test(id) ? id : decodeURIComponent(id)
}

/** Paper cannot be unfolded. */
function openForPrint(sections: readonly FoldableSection[]): void {
  let refold: readonly (() => void)[] = []
  addEventListener('beforeprint', () => {
    refold = sections.map((section) => section.unfoldForNow())
  })
  addEventListener('afterprint', () => refold.forEach((again) => again()))
}

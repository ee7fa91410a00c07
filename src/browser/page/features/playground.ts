import type { PageFeature } from '../page-feature.ts'
import type { PageParts } from '../page-parts.ts'
import type { startPlayground } from '../playground/panel.ts'
import { runPackedScript } from '../unpack-script.ts'

declare global {
  /** What the packed script puts there. */
  var hookbookPlayground: typeof startPlayground | undefined
}

/** How far below the screen it begins to work: it takes a moment, and most readers never come near. */
const NEAR = '600px'

/** Values to try, and the requests that they become. */
export const PLAYGROUND: PageFeature = {
  start(page) {
    const section = document.getElementById('playground')
    if (section === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        unpack(section, page).catch(reportError)
      },
      { rootMargin: NEAR },
    )
    observer.observe(section)
  },
}

async function unpack(section: HTMLElement, { data, say }: PageParts): Promise<void> {
  await runPackedScript('playground-script')
  globalThis.hookbookPlayground?.(section, data.playground, say)
}

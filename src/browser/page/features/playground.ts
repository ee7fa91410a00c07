import { startPlayground } from '../playground/panel.ts'
import type { PageFeature } from '../page-feature.ts'

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
        startPlayground(section, page.data.playground, page.say)
      },
      { rootMargin: NEAR },
    )
    observer.observe(section)
  },
}

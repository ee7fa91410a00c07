import { addCopyButton } from '../copy-button.ts'
import type { PageFeature } from '../page-feature.ts'

/** A button beside every value that is taken along. */
export const COPYING: PageFeature = {
  start({ say }) {
    for (const block of document.querySelectorAll<HTMLElement>('[data-copy]')) {
      const code = block.querySelector<HTMLElement>('code')
      if (code !== null) addCopyButton(block, code, say)
    }
  },
}

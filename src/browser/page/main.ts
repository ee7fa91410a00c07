import { FEATURES } from './features.ts'
import { readPageParts } from './page-parts.ts'

const page = readPageParts()

for (const feature of FEATURES) {
  try {
    feature.start(page)
  } catch (error) {
    // One thing that fails takes nothing else along; the browser's console shows it.
    reportError(error)
  }
}

import type { PageData } from '../browser/page-data.ts'

/** The data of a page as the text of a `<script type="application/json">`: nothing in it can end the element. */
export function pageDataScript(data: PageData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

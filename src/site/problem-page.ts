import { h } from 'hastscript'
import { htmlDocument } from './html-document.ts'
import type { SiteAssets } from './render-site.ts'

/** What is shown in the place of pages that cannot be made: the report, as it would stand on a terminal. */
export function problemPage(report: string, { plainCss, liveScript }: SiteAssets): string {
  const title = 'These pages cannot be shown'
  return htmlDocument({
    title,
    data: {},
    css: plainCss,
    script: liveScript,
    body: [
      h('header.page-header', [h('h1', title)]),
      h('main#main.problem', [
        h(
          'p',
          'Something is wrong with the definition. The pages come back as soon as it is mended.',
        ),
        h('pre', { tabIndex: 0 }, [h('code', report)]),
      ]),
    ],
  })
}

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { PageModel } from './page-model.ts'

/** Where the script of the page puts the playground; without scripts it says how to see as much. */
export function playgroundSection({ program, runbook }: PageModel): readonly Element[] {
  const { compiled, sample } = runbook.context
  if (compiled.webhooks.length === 0) return []
  const lead = sample?.name ?? 'plain'
  const command = `hookbook fire ${program.id.value} --env ${program.environment.id.value} --lead ${lead} --dry-run`
  return [
    h('section#playground', { ariaLabelledBy: 'playground-title' }, [
      h('h3#playground-title', 'Playground'),
      h(
        'p',
        'Type values and see the request that Marketo would send, under each Request Token Encoding, and whether the contract takes it. ' +
          'Everything is computed on this page by the code of hookbook; nothing is sent. The values to begin with are those of an invented lead.',
      ),
      h('p', { dataWithoutScript: '' }, [
        'It needs scripts, and a browser of 2023 or later. Without them, the sample above is what one lead becomes, and ',
        h('code', command),
        ' shows it for another one.',
      ]),
    ]),
  ]
}

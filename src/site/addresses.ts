import { bodyFormatNamed } from '../marketo/body-formats/body-formats.ts'
import type { RunbookInput } from '../render/render-runbook.ts'
import type { Addresses } from './links.ts'
import { sampleBlock, templateBlock } from './reference-values.ts'

/** The name of the page of an environment; all pages of a program stand in one folder. */
export function pageFile(environment: string): string {
  return `${environment}.html`
}

/** The name of a program's contract as a page. */
export const CONTRACT_FILE = 'contract.html'

/** Where the links of a runbook lead on the site. A payload's file is the block that holds it. */
export function siteAddresses(runbook: RunbookInput): Addresses {
  const known = new Map([
    ['../contract.md', CONTRACT_FILE],
    ...runbook.otherEnvironments.map(
      (id) => [`../${id}/runbook.md`, encodeURI(pageFile(id))] as const,
    ),
    ...payloadBlocks(runbook),
  ])
  return (path) => known.get(path)
}

function payloadBlocks({
  context,
  folderOf,
}: RunbookInput): readonly (readonly [string, string])[] {
  return context.compiled.webhooks.flatMap((webhook) => {
    const extension = bodyFormatNamed(webhook.bodyFormat).fileExtension
    const file = `${folderOf(webhook)}/${webhook.id}`
    return [
      [`${file}.template.${extension}`, `#${templateBlock(webhook)}`] as const,
      [`${file}.sample.${extension}`, `#${sampleBlock(webhook)}`] as const,
    ]
  })
}

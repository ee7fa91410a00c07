import type { CompiledProgram } from '../compile/compiled-program.ts'
import type { OutputFile } from '../render/output-file.ts'
import { renderContract } from '../render/render-contract.ts'
import { runbookInput, type RenderInput } from '../render/render-program.ts'
import { CONTRACT_FILE, pageFile } from './addresses.ts'
import { latestText } from './latest.ts'
import { renderContractPage } from './render-contract-page.ts'
import { NEVER_ATTESTED } from './page-model.ts'
import { renderPage } from './render-page.ts'
import type { SitePage } from './site-page.ts'

/** What pages carry in them. */
export interface SiteAssets {
  readonly css: string
  /** Of pages that are no runbooks. */
  readonly plainCss: string
  readonly pageScript: string
  readonly playgroundScript: string
  /** A part of the playground, for pages whose webhooks send XML. */
  readonly xmlScript: string
  readonly indexScript: string
  /** Of pages that are served while somebody edits; empty for pages that are built. */
  readonly liveScript: string
}

/** What the pages of a program are made from. */
export interface SiteInput extends RenderInput {
  /** Credentials that were typed into definitions: no page shows one. */
  readonly hidden: readonly string[]
  /** What the ledger says of an environment, in a few words; nothing where there is none. */
  readonly attested?: (environment: string) => string | undefined
}

/** The page of a program in one environment. */
export function sitePage(
  compiled: CompiledProgram,
  input: SiteInput,
  assets: SiteAssets,
): SitePage {
  const runbook = runbookInput(compiled, input)
  const script = joinScripts(assets.pageScript, assets.liveScript)
  const environment = compiled.program.environment.id.value
  const attested = input.attested?.(environment) ?? NEVER_ATTESTED
  return {
    file: pagePath(input.family.id, environment),
    html: renderPage({ ...assets, runbook, script, hidden: input.hidden, attested }),
    runbook,
    attested,
  }
}

/** Where the page of an environment stands on the site. */
export function pagePath(program: string, environment: string): string {
  return `${program}/${pageFile(environment)}`
}

/** What all environments of a program share: its contract, and what is true of each of them today. */
export function sharedFiles(
  { family, compiled, sample, pages }: RenderInput,
  { plainCss, liveScript }: SiteAssets,
): readonly OutputFile[] {
  const [first] = compiled
  if (first === undefined) return []
  const contract = renderContractPage({
    program: family.id,
    title: first.program.title.value,
    markdown: renderContract(compiled, sample, pages.templates),
    css: plainCss,
    script: liveScript,
  })
  return [
    { path: `${family.id}/${CONTRACT_FILE}`, content: contract },
    { path: `${family.id}/latest.json`, content: latestText(compiled) },
  ]
}

/** Each script ends on a line of its own. */
export function joinScripts(...scripts: readonly string[]): string {
  return scripts.filter((script) => script !== '').join('\n;')
}

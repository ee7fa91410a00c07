import pico from 'picocolors'
import { stableJson } from '../../base/stable-json.ts'
import { summarizeToken } from '../../contract/proof/token-summary.ts'
import type { TokenProof } from '../../contract/proof/token-proof.ts'
import { printableJson } from '../../report/printable-json.ts'
import type { CommandContext } from '../command.ts'
import { deploymentsToShow } from '../deployments-to-show.ts'
import { TOKEN_COLUMNS } from '../describe-token.ts'
import { EXIT } from '../exit-codes.ts'
import { openProject } from '../open-project.ts'
import { isColored } from '../print-report.ts'
import { isShownAsJson } from '../shown-format.ts'
import { proveProgram, type ProvenWebhook } from '../prove-program.ts'

type Colors = ReturnType<typeof pico.createColors>

/** Prints every token of a program with its place and its proof. */
export async function showTokens(
  name: string,
  environment: string | undefined,
  context: CommandContext,
): Promise<number> {
  const workspace = openProject(context)
  const { id, deployments } = deploymentsToShow(workspace, name, environment)
  const proven = proveProgram(id, deployments)
  const { stdout } = context.host
  if (isShownAsJson(context, 'the table of tokens'))
    stdout.write(printableJson(stableJson({ webhooks: proven.map(summarize) })))
  else stdout.write(proven.map((each) => tableOf(each, coloursFor(context))).join('\n'))
  return EXIT.clean
}

function summarize({ program, webhook, environments, proofs }: ProvenWebhook): unknown {
  return { program, webhook: webhook.id, environments, tokens: proofs.map(summarizeToken) }
}

function coloursFor(context: CommandContext): Colors {
  return pico.createColors(isColored(context))
}

function tableOf(
  { program, webhook, environments, proofs }: ProvenWebhook,
  colors: Colors,
): string {
  const title = `${program}, webhook ${webhook.id} in ${environments.join(', ')}`
  if (proofs.length === 0) return `${title}: no tokens\n`
  const rows = proofs.map((proof) => TOKEN_COLUMNS.map(([, textOf]) => textOf(proof)))
  const heads = TOKEN_COLUMNS.map(([head]) => head)
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]): string =>
    cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  const lines = [
    colors.bold(title),
    colors.dim(line(heads).trimEnd()),
    ...proofs.map((proof, nth) => paint(proof, colors)(line(rows[nth] ?? []).trimEnd())),
    '',
    ...footOf(program, webhook.id, proofs),
  ]
  return `${lines.join('\n')}\n`
}

function paint({ verdict }: TokenProof, colors: Colors): (text: string) => string {
  if (verdict.status === 'refuted') return colors.red
  return verdict.status === 'unknown' ? colors.yellow : (text) => text
}

/** How many of each verdict, and where to read on. */
function footOf(
  program: string,
  webhook: string,
  proofs: readonly TokenProof[],
): readonly string[] {
  const counts = (['proven', 'refuted', 'unknown'] as const).map((status) => {
    return `${proofs.filter(({ verdict }) => verdict.status === status).length} ${status}`
  })
  const worst =
    proofs.find(({ verdict }) => verdict.status === 'refuted') ??
    proofs.find(({ verdict }) => verdict.status === 'unknown') ??
    proofs[0]
  const { namespace = '', name = '' } = worst?.use.token ?? {}
  return [
    `${counts.join(', ')}`,
    `more: hookbook explain "${program}/${webhook}/${namespace}.${name}"`,
  ]
}

import { nearest } from '../../base/nearest.ts'
import { visibleText } from '../../base/visible-text.ts'
import { compileProgram } from '../../compile/compile-program.ts'
import type { TokenProof } from '../../contract/proof/token-proof.ts'
import { tokenName } from '../../contract/token-name.ts'
import { tokensOf } from '../../emulate/fixture-situation.ts'
import type { Deployment, ProgramFamily, Workspace } from '../../model/workspace.ts'
import { UsageError, type CommandContext } from '../command.ts'
import { describeProof } from '../describe-proof.ts'
import { EXIT } from '../exit-codes.ts'
import {
  checkEnvironment,
  openProject,
  selectDeployments,
  selectPrograms,
  unknown,
} from '../open-project.ts'
import { proveProgram } from '../prove-program.ts'

/** True for what can be no id of a rule: `PROGRAM/WEBHOOK/lead.First Name`, or the end of it. */
export function isTokenPath(text: string): boolean {
  return /[/.{]/.test(text)
}

/** Prints the proof of a token in words, wherever it stands in the webhook. */
export async function explainToken(
  text: string,
  environment: string | undefined,
  context: CommandContext,
): Promise<number> {
  const workspace = openProject(context)
  checkEnvironment(workspace, environment)
  const { family, webhook, token } = findToken(text, environment, workspace)
  const proven = proveProgram(family.id, selectDeployments(family, environment))
  const pages = proven
    .filter((each) => each.webhook.id === webhook)
    .flatMap((each) =>
      each.proofs
        .filter(({ use }) => isSameName(tokenName(use), token))
        .map((proof: TokenProof) => describeProof(proof, each, workspace.files)),
    )
  context.host.stdout.write([...new Set(pages)].join('\n'))
  return EXIT.clean
}

interface FoundToken {
  readonly family: ProgramFamily
  readonly webhook: string
  /** As the definition spells it: `lead.First Name`. */
  readonly token: string
}

/** The one token that is meant; a path may leave out what goes without saying. */
function findToken(
  text: string,
  environment: string | undefined,
  workspace: Workspace,
): FoundToken {
  const { before, name } = splitPath(text)
  const [programName, webhookId] = before
  const families =
    programName === undefined ? workspace.programs : selectPrograms(workspace, [programName])
  const all = families.flatMap((family) => tokensIn(family, selectDeployments(family, environment)))
  const webhooks = [...new Set(all.map(({ webhook }) => webhook))]
  if (webhookId !== undefined && !webhooks.includes(webhookId))
    throw new UsageError(unknown(`webhook of ${programName ?? ''}`, webhookId, webhooks))
  const known = all.filter(({ webhook }) => webhook === (webhookId ?? webhook))
  const [found, ...more] = known.filter(({ token }) => isSameName(token, name))
  if (found === undefined) throw new UsageError(suggest(name, known))
  if (more.length > 0) {
    const paths = [found, ...more].map((each) => `"${pathOf(each)}"`)
    throw new UsageError(
      `"${visibleText(name)}" stands in several webhooks; say ${paths.join(' or ')}`,
    )
  }
  return found
}

/** `program/webhook/lead.Name`; the name of a token may hold a slash, and the braces of a template may stay. */
function splitPath(text: string): { readonly before: readonly string[]; readonly name: string } {
  const namespace = /(?:^|\/)(\{\{)?[a-z]+\./i.exec(text)
  const start = namespace === null ? text.lastIndexOf('/') + 1 : namespace.index
  const name = text.slice(start).replace(/^\/|\{\{|\}\}$|:default=.*$/g, '')
  const before = text.slice(0, start).split('/')
  return { before: before.filter((part) => part !== ''), name: name.trim() }
}

/** Every token of a program once for each webhook, whatever the environment. */
function tokensIn(
  family: ProgramFamily,
  deployments: readonly Deployment[],
): readonly FoundToken[] {
  const tokens = deployments.flatMap(({ program }) =>
    compileProgram(program).webhooks.flatMap((webhook) =>
      tokensOf(webhook).map((use) => ({ family, webhook: webhook.id, token: tokenName(use) })),
    ),
  )
  return [...new Map(tokens.map((found) => [pathOf(found), found])).values()]
}

function pathOf({ family, webhook, token }: FoundToken): string {
  return `${family.id}/${webhook}/${token}`
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** A slip of the finger, or a name that was typed half. */
function suggest(name: string, known: readonly FoundToken[]): string {
  const names = [...new Set(known.map(({ token }) => token))]
  const meant = nearest(name, names)
  const halves = names.filter((each) => each.toLowerCase().includes(name.toLowerCase()))
  const found = meant === undefined ? halves : [meant]
  if (found.length === 0) return unknown('token', visibleText(name), names)
  const list = found.map((each) => `"${each}"`).join(' or ')
  return `there is no token "${visibleText(name)}"; did you mean ${list}?`
}

import { fingerprint } from '../base/fingerprint.ts'
import { plainValue } from '../source/print-yaml.ts'
import type { MappingNode, SourceNode } from '../source/source-node.ts'
import type { DecodeContext } from './decode/decoder.ts'
import { nodeAt } from './layers/merge-nodes.ts'
import type { Environment, Subscription } from './project.ts'
import { substitute, type Substitution, type Variable } from './substitute.ts'

/** Substitutes all variables of a program merged for an environment, the computed revision stamp included. */
export function substituteVariables(
  merged: MappingNode,
  environment: Environment,
  subscription: Subscription,
  context: DecodeContext,
): SourceNode {
  const built = builtIns(merged, environment, subscription)
  const silent: DecodeContext = { report: () => undefined }
  const unstamped = substitute(merged, variablesOf(merged, environment, built), silent)
  const stamp = revisionStamp(merged, withoutStampedHeaders(unstamped, merged))
  const stamped = new Map([...built, ['revisionStamp', stamp]])
  return substitute(merged, variablesOf(merged, environment, stamped), context)
}

/** Names that are known without `vars`. */
function builtIns(
  merged: MappingNode,
  environment: Environment,
  subscription: Subscription,
): ReadonlyMap<string, string> {
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['environment', environment.id.value],
    ['subscription', subscription.id.value],
    ['workspace', environment.workspace?.value],
    ['region', environment.region?.value],
    ['businessUnit', environment.businessUnit?.value],
    ['munchkin', subscription.munchkin?.value],
    ['alerts.email', scalarAt(merged, ['alerts', 'email'])],
    ['alerts.escalation', scalarAt(merged, ['alerts', 'escalation'])],
    ['owner', scalarAt(merged, ['owner'])],
    ['revisionStamp', ''],
  ]
  return new Map(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

function variablesOf(
  merged: MappingNode,
  environment: Environment,
  built: ReadonlyMap<string, string>,
): Substitution {
  const vars = nodeAt(merged, ['vars'])
  const own = vars?.kind === 'mapping' ? vars.entries : []
  const lookup = (name: string, open: readonly string[]): Variable | undefined => {
    const entry = own.find(({ key }) => key.text.value === name)
    if (entry === undefined) {
      const text = built.get(name)
      return text === undefined ? undefined : { status: 'set', text }
    }
    if (entry.value.kind !== 'scalar') return undefined
    if (entry.value.value === null) {
      const reason = `the variable "${name}" is not set for the environment "${environment.id.value}"`
      return {
        status: 'unset',
        at: entry.value.text.value === '' ? entry.key.at : entry.value.at,
        reason,
      }
    }
    if (open.includes(name)) {
      return {
        status: 'unset',
        at: entry.value.at,
        reason: `the variable "${name}" refers to itself`,
      }
    }
    return expand(entry.value.text.value, [...open, name])
  }
  const expand = (text: string, open: readonly string[]): Variable => {
    let problem: Variable | undefined
    const expanded = text.replace(/\$\{([^{}]*)\}/g, (reference, name: string) => {
      const variable = lookup(name, open)
      if (variable?.status === 'set') return variable.text
      problem ??= variable
      return reference
    })
    return problem ?? { status: 'set', text: expanded }
  }
  return {
    lookup: (name) => lookup(name, []),
    names: [...own.map(({ key }) => key.text.value), ...built.keys()],
  }
}

/** `<id>.<revision>-<fingerprint>`: lets an endpoint tell which revision of a definition is live. */
function revisionStamp(merged: MappingNode, meaning: unknown): string {
  const id = scalarAt(merged, ['id']) ?? ''
  const revision = scalarAt(merged, ['revision']) ?? ''
  return `${id}.${revision}-${fingerprint(meaning).slice(0, 7)}`
}

/** The fingerprint is of everything but the headers that carry it. */
function withoutStampedHeaders(substituted: SourceNode, written: SourceNode): unknown {
  if (substituted.kind === 'sequence') return plainValue(substituted)
  if (substituted.kind === 'scalar' || written.kind !== 'mapping') return plainValue(substituted)
  return Object.fromEntries(
    substituted.entries.flatMap(({ key, value }, index) => {
      const before = written.entries[index]?.value
      const isStamp = before?.kind === 'scalar' && before.text.value.includes('${revisionStamp}')
      if (isStamp || before === undefined) return []
      return [[key.text.value, withoutStampedHeaders(value, before)]]
    }),
  )
}

function scalarAt(node: SourceNode, path: readonly string[]): string | undefined {
  const found = nodeAt(node, path)
  return found?.kind === 'scalar' && found.value !== null ? found.text.value : undefined
}

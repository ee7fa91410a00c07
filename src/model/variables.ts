import { fingerprint } from '../base/fingerprint.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import { plainValue } from '../source/print-yaml.ts'
import type { MappingEntry, MappingNode, SourceNode } from '../source/source-node.ts'
import type { DecodeContext } from './decode/decoder.ts'
import { nodeAt } from './layers/merge-nodes.ts'
import type { Environment, Subscription } from './project.ts'
import { substitute, unsetVariable, type Substitution, type Variable } from './substitute.ts'

/** A program merged for one environment, its variables not yet substituted. */
export interface MergedProgram {
  readonly merged: MappingNode
  readonly environment: Environment
  readonly subscription: Subscription
}

/** A program with the variables of its environment, the computed revision stamp among them. */
export interface ProgramVariables {
  readonly program: MergedProgram
  readonly substitution: Substitution
}

export function variablesFor(program: MergedProgram, stamp: () => string): ProgramVariables {
  return { program, substitution: variablesOf(program, stamp) }
}

/** A definition with all variables replaced. */
export interface SubstitutedProgram {
  readonly merged: MappingNode
  readonly substituted: SourceNode
  /** What the variables that stand in it were replaced by; undefined for one without a value. */
  readonly replaced: ReadonlyMap<string, string | undefined>
}

export function substituteVariables(
  { program: { merged }, substitution }: ProgramVariables,
  context: DecodeContext,
): SubstitutedProgram {
  const replaced = new Map<string, string | undefined>()
  const lookup = (name: string): Variable | undefined => {
    const variable = substitution.lookup(name)
    replaced.set(name, variable?.status === 'set' ? variable.text : undefined)
    return variable
  }
  const substituted = substitute(merged, { ...substitution, lookup }, context)
  return { merged, substituted, replaced }
}

/** Whether substituting would give the same; never where something would be reported. */
export function isSubstitutedAlike(
  { program, substitution }: ProgramVariables,
  { merged, replaced }: SubstitutedProgram,
): boolean {
  if (program.merged !== merged) return false
  return [...replaced].every(([name, text]) => {
    const variable = substitution.lookup(name)
    return variable?.status === 'set' && variable.text === text
  })
}

/**
 * `<id>.<revision>-<fingerprint>`: lets an endpoint tell which revision of a definition is live.
 * The environments of a subscription share its webhooks and so the stamp, which covers them all.
 */
export function revisionStamp(programs: readonly MergedProgram[]): string {
  const [first] = programs
  if (first === undefined) return ''
  const id = scalarAt(first.merged, ['id']) ?? ''
  const revision = scalarAt(first.merged, ['revision']) ?? ''
  return `${id}.${revision}-${fingerprint(programs.map(meaningOf)).slice(0, 7)}`
}

function meaningOf(program: MergedProgram): unknown {
  const silent: DecodeContext = { report: () => undefined }
  const unstamped = substitute(
    program.merged,
    variablesOf(program, () => ''),
    silent,
  )
  return withoutStampedHeaders(unstamped, program.merged)
}

/** Variables without a value, whether or not anything uses them yet. */
export function unsetVariables({
  program: { merged },
  substitution: { lookup },
}: ProgramVariables): readonly Diagnostic[] {
  const vars = nodeAt(merged, ['vars'])
  const own = vars?.kind === 'mapping' ? vars.entries : []
  return own.flatMap(({ key, value }) => {
    const variable = lookup(key.text.value)
    const isNull = value.kind === 'scalar' && value.value === null
    return isNull && variable?.status === 'unset' ? [unsetVariable(variable)] : []
  })
}

/** Names that are known without `vars`. */
function builtIns(
  { merged, environment, subscription }: MergedProgram,
  stamp: () => string,
): ReadonlyMap<string, () => string> {
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
  ]
  const set = entries.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, () => value] as const],
  )
  // It costs more than all others together, and few definitions use it.
  return new Map([...set, ['revisionStamp', stamp]])
}

function variablesOf(program: MergedProgram, stamp: () => string): Substitution {
  const built = builtIns(program, stamp)
  const vars = nodeAt(program.merged, ['vars'])
  const own = vars?.kind === 'mapping' ? vars.entries : []
  const lookup = (name: string, open: readonly string[]): Variable | undefined => {
    const entry = own.find(({ key }) => key.text.value === name)
    if (entry === undefined) {
      const text = built.get(name)
      return text === undefined ? undefined : { status: 'set', text: text() }
    }
    if (entry.value.kind !== 'scalar') return undefined
    if (entry.value.value === null) return notSet(entry, program.environment)
    if (open.includes(name)) return circle(own, open.slice(open.indexOf(name)))
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
    mayHoldSecret: false,
  }
}

function notSet({ key, value }: MappingEntry, environment: Environment): Variable {
  const isWritten = value.kind === 'scalar' && value.text.value !== ''
  return {
    status: 'unset',
    at: isWritten ? value.at : key.at,
    reason: `the variable "${key.text.value}" is not set for the environment "${environment.id.value}"`,
    help: 'set it in an overlay, or here',
  }
}

/** Said of the first variable of the circle, from wherever the circle was entered. */
function circle(own: readonly MappingEntry[], names: readonly string[]): Variable | undefined {
  const first = own.find(({ key }) => names.includes(key.text.value))
  if (first === undefined) return undefined
  return {
    status: 'unset',
    at: first.value.at,
    reason: `the variable "${first.key.text.value}" refers to itself`,
    help: 'write a value that does not lead back to this variable',
  }
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

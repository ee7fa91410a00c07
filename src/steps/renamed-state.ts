import type { KnownState } from './pending-steps.ts'
import type { StepContext } from './step-context.ts'

/** Ids that only our definition knows: the screens show names. */
const KINDS = ['webhook', 'campaign'] as const

/**
 * The known state under the ids of the definition. A webhook or campaign that has another id and is
 * called the same on the screens is the same one: a new id changes nothing in Marketo.
 */
export function renamedState(known: KnownState, context: StepContext): KnownState {
  const renames = KINDS.flatMap((kind) => renamesOf(kind, known, context))
  if (renames.length === 0) return known
  const idOf = (id: string): string => {
    const found = renames.find(({ from }) => id.startsWith(from))
    return found === undefined ? id : found.to + id.slice(found.from.length)
  }
  const moved = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...map].map(([id, value]) => [idOf(id), value]))
  const names = new Map([...known.names].map(([id, name]) => [idOf(`${id}.`).slice(0, -1), name]))
  return { steps: moved(known.steps), old: moved(known.old), names }
}

interface Rename {
  /** The beginning of ids, with its last dot. */
  readonly from: string
  readonly to: string
}

function renamesOf(
  kind: (typeof KINDS)[number],
  known: KnownState,
  { compiled }: StepContext,
): readonly Rename[] {
  const things =
    kind === 'webhook'
      ? compiled.webhooks.map(({ id, name }) => ({ id, name }))
      : compiled.program.campaigns.map(({ id, name }) => ({ id: id.value, name: name.value }))
  const isKnown = (prefix: string): boolean =>
    [...known.steps.keys()].some((step) => step.startsWith(prefix))
  return things.flatMap(({ id, name }): readonly Rename[] => {
    if (isKnown(`${kind}.${id}.`)) return []
    const earlier = [...known.names]
      .filter(([old, oldName]) => old.startsWith(`${kind}.`) && oldName === name)
      .map(([old]) => old.slice(kind.length + 1))
      .find((old) => isKnown(`${kind}.${old}.`) && things.every((thing) => thing.id !== old))
    if (earlier === undefined) return []
    const own = { from: `${kind}.${earlier}.`, to: `${kind}.${id}.` }
    if (kind === 'campaign') return [own]
    return [own, { from: `endpoint.${earlier}.`, to: `endpoint.${id}.` }]
  })
}

import { FAULTS, faultsOf } from '../../receiver/faults.ts'
import type { FaultPlan } from '../../receiver/service/fault-plan.ts'
import type { ServedWebhook } from '../../receiver/service/served-webhook.ts'
import { UsageError } from '../command.ts'
import { unknown } from '../open-project.ts'
import type { ServeWords } from './serve-words.ts'

/** The faults that were asked for; none is the rule. */
export function chooseFaults(
  { fault, faultEvery, faultHeader }: ServeWords,
  webhooks: readonly ServedWebhook[],
): FaultPlan {
  const mayAsk = faultHeader === true
  if (fault === undefined) {
    if (faultEvery !== 1) throw new UsageError('--fault-every is for a fault: add --fault')
    return { regular: undefined, mayAsk }
  }
  const found = FAULTS.find(({ id }) => id === fault)
  if (found === undefined) {
    const ids = FAULTS.map(({ id }) => id)
    throw new UsageError(unknown('fault', fault, ids).replace(/; known: .*/, '; see --list-faults'))
  }
  if (!webhooks.some(({ webhook }) => faultsOf(webhook).includes(found))) {
    throw new UsageError(`no served webhook has answers in ${found.only}, as "${fault}" needs them`)
  }
  return { regular: { fault: found, every: faultEvery }, mayAsk }
}

/** Every fault with what the endpoint does, a line each. */
export function faultLines(): string {
  const width = Math.max(...FAULTS.map(({ id }) => id.length))
  return FAULTS.map(({ id, summary }) => `${id.padEnd(width)}  the endpoint ${summary}\n`).join('')
}

/** What is told of faults when serving begins. */
export function faultWords({ regular, mayAsk }: FaultPlan): readonly string[] {
  const often = regular?.every === 1 ? 'every request' : `every ${regular?.every}th request`
  return [
    ...(regular === undefined ? [] : [`${often} has the fault "${regular.fault.id}"`]),
    ...(mayAsk ? ['a request has the fault that it names in x-hookbook-fault'] : []),
  ]
}

import { describeAct } from '../campaign/describe-act.ts'
import type { Diagnostic, Related } from '../diagnostic/finding.ts'
import type { BreakingRun, GuaranteeResult } from './guarantee-result.ts'
import { SENTENCES, type Promised } from './promise.ts'
import type { ReadPromises } from './read-promises.ts'
import { tellRun } from './tell-run.ts'

/** What there is to say of guarantees: those that do not hold, and those of which nobody knows. */
export function guaranteeFindings(
  results: readonly GuaranteeResult[],
  { unknown }: ReadPromises,
): readonly Diagnostic[] {
  return [...results.flatMap(findingOf), ...unknown.map(unknownSentence)]
}

function findingOf(result: GuaranteeResult): readonly Diagnostic[] {
  const { promise } = result
  switch (result.status) {
    case 'proven':
      return []
    case 'refuted': {
      const run = tellRun(result.run, result.model)
      return [
        {
          rule: 'guarantee-holds',
          severity: 'error',
          at: promise.at,
          message: `"${promise.words}" does not hold`,
          label: `a run of ${run.steps.length} steps breaks it`,
          effect: effectOf(result.run),
          run,
          related: placesOf(result),
          help: result.run.help ?? HELP[promise.kind],
          ...(result.assumptions.length === 0 ? {} : { assumptions: result.assumptions }),
        },
      ]
    }
    case 'unknown':
      return [
        {
          rule: 'guarantee-decided',
          severity: 'info',
          at: promise.at,
          message: `nobody knows whether "${promise.words}" holds`,
          effect: result.because,
          ...(result.run === undefined ? {} : { run: tellRun(result.run, result.model) }),
          help: 'it is neither proven nor refuted: look at it with "hookbook simulate lead"',
        },
      ]
  }
}

/** Where the run ends, and the webhook that is called last. */
function placesOf({
  run: { acts },
  model,
}: Extract<GuaranteeResult, { readonly status: 'refuted' }>): readonly Related[] {
  const last = acts.findLast(({ at }) => at !== undefined)?.at
  const called = acts.findLast((act) => act.kind === 'called')
  const webhook = called === undefined ? undefined : model.webhooks.get(called.webhook)
  return [
    ...(last === undefined ? [] : [{ at: last, message: 'the last step' }]),
    ...(webhook === undefined ? [] : [{ at: webhook.at, message: 'the webhook' }]),
  ]
}

/** For those who see no more: the call, or what came of it, and how that breaks the promise. */
function effectOf({ acts, breach, isAtRest }: BreakingRun): string {
  const called = isAtRest === true ? acts.findLast(({ kind }) => kind === 'called') : undefined
  const last = called ?? acts.at(-1)
  return [...(last === undefined ? [] : [describeAct(last)]), breach].join(', ')
}

/** What mends it, where there is no better word. */
const HELP: Readonly<Record<Promised['kind'], string>> = {
  never:
    'let a campaign of its own set the value, started by the change of the field that proves the success',
  'never-without-success':
    'let a campaign of its own set the value, started by what only a success writes',
  'failures-alerted':
    'add a campaign on "Webhook is Called" that hears every failure, every time, and sends an alert',
  'no-loop': 'count the attempts in a score, and let a filter end them',
  'nobody-stuck': 'let a campaign move on who was called for, and another keep who was not',
  'retries-help':
    'repeat only after ends that may pass: let the retry campaign wait for their Error Types, and alert on all others',
  'resending-safe':
    'name members under "idempotency: {key: [...]}" that stay the same when the call is repeated, such as the id',
}

function unknownSentence({ sentence, meant }: ReadPromises['unknown'][number]): Diagnostic {
  return {
    rule: 'guarantee-known',
    severity: 'warning',
    at: sentence.at,
    message: `"${sentence.value}" is no guarantee that can be checked`,
    effect: 'nobody looks whether it holds',
    help:
      meant === undefined
        ? `these can be: ${Object.keys(SENTENCES).join('; ')}; or {never: {field, is}, unless: {field, is}}`
        : `did you mean "${meant}"?`,
  }
}

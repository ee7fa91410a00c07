import type { TokenUse } from '../../compile/compiled-program.ts'
import type { AssumptionSet } from '../../marketo/assumptions/assumption.ts'
import { encodingNamed } from '../../marketo/encodings/encodings.ts'
import type { EncodingName } from '../../marketo/encodings/encoding.ts'
import type { TokenValue } from '../../marketo/token-value.ts'
import { showValue } from '../../marketo/tokens/show-value.ts'
import { agreesWith, restingOn } from '../resting-on.ts'
import type { Setting } from './setting.ts'
import type { TokenDomain } from './token-domain.ts'
import type { Refutation, Verdict } from './token-proof.ts'

export interface TokenQuestion {
  readonly use: TokenUse
  readonly domain: TokenDomain
  /** Every world in which something is sent. */
  readonly worlds: readonly AssumptionSet[]
  /** The worlds that differ for a value of this token, one of each kind. */
  readonly worldsFor: (value: TokenValue) => readonly AssumptionSet[]
  readonly encodingIn: (world: AssumptionSet) => EncodingName
  /** Undefined where nothing that stands in the token's place makes the rest readable. */
  readonly settingIn: (world: AssumptionSet) => Setting | undefined
  /** What to say of such a place. */
  readonly unreadable: string
}

/** Tries every deciding value in every world that differs for it, and keeps the smallest that breaks something. */
export function proveToken(question: TokenQuestion): Verdict {
  const { domain, use } = question
  const refutations = domain.values.map((value) => refutationBy(value, question))
  const found = refutations.flatMap((refutation) => refutation ?? [])
  const isEveryValue = domain.kind !== 'fixed' && found.length === domain.values.length
  const smallest = found.toSorted(bySize)[0]
  if (smallest !== undefined && !isOnlyPossible(domain, refutations)) {
    return { ...smallest, isEveryValue }
  }
  if (smallest !== undefined) return { status: 'unknown', reason: onlyPossible(smallest) }
  const blind = question.worlds.filter((world) => question.settingIn(world) === undefined)
  if (blind.length > 0) return { status: 'unknown', reason: blindly(question, blind) }
  if (use.field === undefined) {
    return { status: 'unknown', reason: `there is no token ${use.token.raw}` }
  }
  return { status: 'proven' }
}

type Found = Omit<Refutation, 'isEveryValue'>

function refutationBy(value: TokenValue, question: TokenQuestion): Found | undefined {
  const { use, encodingIn, settingIn } = question
  const worlds = question.worldsFor(value)
  const broken = worlds.flatMap((world) => {
    const shown = showValue(use.field, value, use.token, world)
    const encoded = encodingNamed(encodingIn(world)).encode(shown, world)
    const reason = settingIn(world)?.(encoded, shown)
    return reason === undefined ? [] : [{ world, reason, sent: encoded }]
  })
  const assumptions = restingOn(
    worlds,
    broken.map(({ world }) => world),
  )
  const example = broken.find(({ world }) => agreesWith(world, assumptions))
  if (example === undefined) return undefined
  return { status: 'refuted', value, reason: example.reason, sent: example.sent, assumptions }
}

/** Unset before set, short before long, what breaks anyway before what takes an assumption, simple before odd. */
function bySize(a: Found, b: Found): number {
  return sizeOf(a.value) - sizeOf(b.value) || a.assumptions.length - b.assumptions.length
}

function sizeOf(value: TokenValue): number {
  return value === null ? 0 : [...String(value)].length
}

/** True when the sample is safe and only another name, which somebody may choose in Marketo, is not. */
function isOnlyPossible({ kind }: TokenDomain, refutations: readonly unknown[]): boolean {
  return kind === 'open' && refutations[0] === undefined
}

function onlyPossible({ value, reason }: Found): string {
  const spelled = value === null ? 'an unset one' : JSON.stringify(value)
  return `the definition does not say what it is, and with ${spelled} ${reason}`
}

function blindly(question: TokenQuestion, blind: readonly AssumptionSet[]): string {
  const resting = restingOn(question.worlds, blind)
  const under = resting.length === 0 ? '' : ` under ${resting.join(', ')}`
  return `${question.unreadable}, whatever stands there${under}`
}

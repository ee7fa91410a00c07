import type { Header } from '../../model/webhook.ts'
import type { Change, Consequence, Draft } from '../change.ts'
import type { ProgramSide, WebhookPair } from '../comparison.ts'
import { additive, endpointFirst, retyped } from '../consequence.ts'
import { differenceOf, type Written } from '../difference.ts'
import { matchItems } from '../match-items.ts'
import { about } from './about.ts'

/** What differs in the custom headers; names are compared without regard to case, as HTTP does. */
export function compareHeaders(pair: WebhookPair): readonly Draft[] {
  const { base, head } = pair
  const { kept, added, removed } = matchItems(base.defined.headers, head.defined.headers, [nameOf])
  return [
    ...kept.flatMap(([from, to]) => compareHeader(pair, from, to)),
    ...added.flatMap((header) => compareHeader(pair, undefined, header)),
    ...removed.flatMap((header) => compareHeader(pair, header, undefined)),
  ]
}

function compareHeader(
  pair: WebhookPair,
  from: Header | undefined,
  to: Header | undefined,
): readonly Draft[] {
  const difference = differenceOf(writtenOf(from), writtenOf(to))
  const name = (to ?? from)?.name.value ?? ''
  if (difference === undefined) return compareSpelling(pair, from, to)
  const isSecret = from?.kind === 'secret' || to?.kind === 'secret'
  return [
    {
      ...about(pair.id, `header.${name.toLowerCase()}`, 'headers'),
      kind: isSecret ? 'secret' : 'header',
      what: isSecret ? `secret in the header ${name}` : `header ${name}`,
      ...difference,
      ...(isStampOnly(pair, from, to) ? STAMPED : follows(difference.motion, isSecret, name)),
    },
  ]
}

const STAMPED = retyped('human', 'it carries the revision of the definition')

/** The same header for HTTP, another text in the dialog. */
function compareSpelling(
  { id }: WebhookPair,
  from: Header | undefined,
  to: Header | undefined,
): readonly Draft[] {
  const difference = differenceOf(from?.name, to?.name)
  if (difference === undefined) return []
  const name = to?.name.value ?? ''
  return [
    {
      ...about(id, `header.${name.toLowerCase()}.name`, 'headers'),
      kind: 'header',
      what: 'spelling of a header',
      ...difference,
      motion: 'renamed',
      ...retyped('human', 'HTTP tells no capitals apart in names of headers'),
    },
  ]
}

/** Who receives a header that he does not know ignores it. Source: RFC 9110, section 5.1. */
function follows(motion: Change['motion'], isSecret: boolean, name: string): Consequence {
  if (isSecret) return endpointFirst('the endpoint must accept both until Marketo has followed')
  if (motion === 'added' && name.toLowerCase() !== 'content-type') {
    return additive('an endpoint leaves headers alone that it does not know')
  }
  return endpointFirst(
    motion === 'removed'
      ? 'the endpoint must do without it before Marketo leaves it out'
      : 'the endpoint must accept the new value before Marketo sends it',
  )
}

/** `lead-sync.7-1a2b3c4`, which changes with every change of the definition. */
function isStampOnly(
  { programs }: WebhookPair,
  from: Header | undefined,
  to: Header | undefined,
): boolean {
  if (from?.kind !== 'text' || to?.kind !== 'text') return false
  const before = withoutStamp(from.value.value, programs.base)
  const after = withoutStamp(to.value.value, programs.head)
  return before !== undefined && before === after
}

/** Undefined where the value carries no stamp. */
function withoutStamp(value: string, { compiled }: ProgramSide): string | undefined {
  const { id, revision } = compiled.program
  const [before, after] = value.split(`${id.value}.${revision.value}-`)
  if (after === undefined || !/^[0-9a-f]{7}(?![0-9a-f])/.test(after)) return undefined
  return `${before}${after.slice(7)}`
}

function writtenOf(header: Header | undefined): Written | undefined {
  if (header === undefined) return undefined
  if (header.kind === 'text') return header.value
  const { format, secret } = header
  return { value: format.value.replaceAll('${secret}', `\${${secret.value}}`), at: secret.at }
}

function nameOf({ name }: Header): string {
  return name.value.toLowerCase()
}

import { visibleText } from '../base/visible-text.ts'
import { CONTEXT_LAWS } from '../contract/proof/token-contexts.ts'
import { repairToken } from '../contract/proof/repair-token.ts'
import type { TokenProof } from '../contract/proof/token-proof.ts'
import { assumptionNamed } from '../marketo/assumptions/assumptions.ts'
import { encodingNamed } from '../marketo/encodings/encodings.ts'
import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import { locate, showPlace } from '../report/locate.ts'
import type { SourceFile } from '../source/source-file.ts'
import { spellValue } from './describe-token.ts'
import type { ProvenWebhook } from './prove-program.ts'

type Row = readonly [label: string, text: string]

/** The proof of one token in words: its place, the law there, what the encoding does, and why that is safe or not. */
export function describeProof(
  proof: TokenProof,
  { program, webhook, environments }: ProvenWebhook,
  files: readonly SourceFile[],
): string {
  const { use, part, placed, encodings, verdict } = proof
  const { title, law } = CONTEXT_LAWS[placed.context]
  const rows: readonly Row[] = [
    ['in', environments.join(', ')],
    ['at', showPlace(locate(use.at, files))],
    ['place', `${part}, ${title}`],
    ['law', `what stands there ${law}`],
    ['value', describeValue(proof)],
    ...encodings.map((name): Row => ['encoding', `${name}: ${encodingNamed(name).summary}`]),
    ['verdict', verdict.status],
    ...reasonRows(proof),
    ...repairRow(repairToken(proof, webhook)),
    ['confirm', `hookbook test ${program} --webhook ${webhook.id}`],
  ]
  const head = `${visibleText(use.token.raw)} in ${program}, webhook ${webhook.id}`
  return `${[head, '', ...rows.map(([label, text]) => `${label.padEnd(9)} ${text}`)].join('\n')}\n`
}

function describeValue({ use, domain }: TokenProof): string {
  const { field } = use
  if (field === undefined)
    return 'Marketo knows no such token: nothing stands there, or the default'
  const { title, maxLength } = fieldTypeNamed(field.type)
  if (domain.kind === 'fixed') return `${title}, the same for every lead`
  const length = field.length ?? maxLength
  const limit = length === undefined ? '' : ` of at most ${length} characters`
  const set = field.isAlwaysSet ? 'always set' : 'may be unset'
  const source = domain.kind === 'open' ? ', chosen in Marketo' : ''
  return `${title}${limit}, ${set}${source}`
}

function reasonRows(proof: TokenProof): readonly Row[] {
  const { verdict } = proof
  switch (verdict.status) {
    case 'proven':
      return [['because', provenBecause(proof)]]
    case 'unknown':
      return [['because', visibleText(verdict.reason)]]
    case 'refuted': {
      const { value, isEveryValue, reason, sent, assumptions } = verdict
      const every = isEveryValue ? ', and with every other value' : ''
      return [
        ['breaks', `when it is ${spellValue(value)}${every}`],
        ['sent', sent === '' ? 'nothing in its place' : `${visibleText(sent)} in its place`],
        ['because', reason],
        ...assumptions.map((spelled): Row => ['assumes', describeAssumption(spelled)]),
      ]
    }
  }
}

function provenBecause({ domain, assumptions }: TokenProof): string {
  const values =
    domain.kind === 'fixed'
      ? 'that value keeps the law'
      : `all ${domain.values.length} values that decide keep the law`
  if (assumptions.length === 0) return `${values}; nothing that is assumed matters here`
  return `${values}, under every value of ${assumptions.join(', ')}`
}

/** `id: value`, with the question that nobody has answered. */
function describeAssumption(spelled: string): string {
  const question = assumptionNamed(spelled.split(':')[0] ?? '')?.question
  return question === undefined ? spelled : `${spelled} (${question})`
}

function repairRow(repair: string | undefined): readonly Row[] {
  return repair === undefined ? [] : [['repair', repair]]
}

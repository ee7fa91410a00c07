import { spanWithin } from '../../base/located-text.ts'
import { showMemberPath, type TemplateMember } from '../../marketo/body-formats/template-member.ts'
import { MEMBER_READERS } from '../../marketo/body-formats/template-members.ts'
import { parseTemplate } from '../../marketo/tokens/parse-template.ts'
import type { Draft, Motion } from '../change.ts'
import type { WebhookPair, WebhookSide } from '../comparison.ts'
import { additive, endpointFirst, retyped } from '../consequence.ts'
import { differenceOf } from '../difference.ts'
import { about } from './about.ts'
import { matchMembers } from './match-members.ts'
import { addedFollows, removedFollows, renamedFollows } from './payload-follows.ts'

/** What differs in the template: value by value where both are documents of the same format, else as texts. */
export function comparePayload(pair: WebhookPair): readonly Draft[] {
  const { id, base, head } = pair
  const difference = differenceOf(base.defined.template, head.defined.template)
  if (difference === undefined) return compareSpelling(pair)
  const [before, after] = [membersOf(base), membersOf(head)]
  const isSameFormat = base.compiled.bodyFormat === head.compiled.bodyFormat
  if (before === undefined || after === undefined || !isSameFormat) {
    const consequence = endpointFirst('the endpoint reads another body')
    return [
      {
        ...about(id, 'payload', 'dialog'),
        kind: 'payload',
        what: 'Template',
        ...difference,
        ...consequence,
      },
    ]
  }
  const drafts = compareMembers(pair, before, after)
  if (drafts.length > 0) return drafts
  return [
    {
      ...about(id, 'payload', 'dialog'),
      kind: 'payload',
      what: 'layout of the Template',
      ...difference,
      ...retyped('human', 'the same values in the same places, written in another way'),
    },
  ]
}

/** The text is the same, and what is typed for it is not: an assumption was pinned. */
function compareSpelling({ id, base, head }: WebhookPair): readonly Draft[] {
  const written = ({ defined, compiled }: WebhookSide): Parameters<typeof differenceOf>[0] =>
    defined.template === undefined || compiled.typedTemplate === undefined
      ? undefined
      : { value: compiled.typedTemplate, at: defined.template.at }
  const difference = differenceOf(written(base), written(head))
  if (difference === undefined) return []
  return [
    {
      ...about(id, 'payload', 'dialog'),
      kind: 'payload',
      what: 'what is typed for the Template',
      ...difference,
      ...retyped('human', 'Marketo is now taken to read backslashes in another way'),
    },
  ]
}

function membersOf({ compiled, defined }: WebhookSide): readonly TemplateMember[] | undefined {
  const text = defined.template?.value
  if (text === undefined) return []
  return MEMBER_READERS[compiled.bodyFormat](parseTemplate(text))
}

function compareMembers(
  pair: WebhookPair,
  before: readonly TemplateMember[],
  after: readonly TemplateMember[],
): readonly Draft[] {
  const { kept, renamed, added, removed } = matchMembers(before, after)
  return [
    ...kept.flatMap(([from, to]) =>
      from.meaning === to.meaning ? [] : [valueDraft(pair, from, to)],
    ),
    ...renamed.map(([from, to]) => renamedDraft(pair, from, to)),
    ...added.map((member) => ({
      ...memberDraft(pair, 'added', undefined, member),
      ...addedFollows(pair, member.path),
    })),
    ...removed.map((member) => ({
      ...memberDraft(pair, 'removed', member, undefined),
      ...removedFollows(pair, member.path),
    })),
  ]
}

type MemberDraft = Omit<Draft, 'actors' | 'impact' | 'rollout' | 'because'>

function memberDraft(
  { id, base, head }: WebhookPair,
  motion: Motion,
  from: TemplateMember | undefined,
  to: TemplateMember | undefined,
): MemberDraft {
  const path = showMemberPath((to ?? from)?.path ?? [])
  const place = (side: WebhookSide, member: TemplateMember | undefined): Draft['at'] =>
    member === undefined || side.defined.template === undefined
      ? undefined
      : spanWithin(side.defined.template, member.start, member.end)
  return {
    ...about(id, path === '' ? 'payload' : `payload.${path}`, 'dialog'),
    kind: 'payload',
    motion,
    what: path === '' ? 'payload' : `payload field ${path}`,
    before: from?.text,
    after: to?.text,
    at: place(head, to),
    wasAt: place(base, from),
  }
}

function valueDraft(pair: WebhookPair, from: TemplateMember, to: TemplateMember): Draft {
  const draft = memberDraft(pair, 'changed', from, to)
  const withoutDefault = ({ meaning }: TemplateMember): string =>
    meaning.replace(/:default=[^{}]*(?=\}\})/g, '')
  const isDefault = withoutDefault(from) === withoutDefault(to)
  const consequence = isDefault
    ? additive('it differs for leads without a value only')
    : endpointFirst('the endpoint finds another value in this place')
  return { ...draft, ...consequence }
}

function renamedDraft(pair: WebhookPair, from: TemplateMember, to: TemplateMember): Draft {
  const [before, after] = [showMemberPath(from.path), showMemberPath(to.path)]
  const isMoved = parentOf(from) !== parentOf(to)
  return {
    ...memberDraft(pair, isMoved ? 'moved' : 'renamed', from, to),
    before,
    after,
    ...renamedFollows(pair, from.path, to.path, isMoved ? 'place' : 'name'),
  }
}

function parentOf({ path }: TemplateMember): string {
  return JSON.stringify(path.slice(0, -1))
}

import type { TemplateMember } from '../../marketo/body-formats/template-member.ts'
import { matchItems, type Identity } from '../match-items.ts'

/** Which values of two templates are the same, by place or by what stands there. */
export interface MemberMatching {
  /** In the same place. */
  readonly kept: readonly (readonly [TemplateMember, TemplateMember])[]
  /** The same value under another name, or somewhere else. */
  readonly renamed: readonly (readonly [TemplateMember, TemplateMember])[]
  readonly added: readonly TemplateMember[]
  readonly removed: readonly TemplateMember[]
}

/**
 * A renamed field is told by its token: the same one stands under another name beside the same
 * neighbours. A fixed value such as `true` stands in many places, so it must also keep its position.
 */
export function matchMembers(
  before: readonly TemplateMember[],
  after: readonly TemplateMember[],
): MemberMatching {
  const byPath: Identity<TemplateMember> = ({ path }) => JSON.stringify(path)
  const { kept, added, removed } = matchItems(before, after, [byPath])
  const others = matchItems(removed, added, [
    () => undefined,
    (member) => besideNeighbours(member, removed.includes(member) ? before : after),
    withSameParent,
    withSameName,
  ])
  return { kept, renamed: others.kept, added: others.added, removed: others.removed }
}

function besideNeighbours(member: TemplateMember, all: readonly TemplateMember[]): string {
  const siblings = all.filter((each) => parentOf(each) === parentOf(member))
  return JSON.stringify([parentOf(member), member.meaning, siblings.indexOf(member)])
}

function withSameParent(member: TemplateMember): string | undefined {
  return hasToken(member) ? JSON.stringify([parentOf(member), member.meaning]) : undefined
}

function withSameName(member: TemplateMember): string | undefined {
  return hasToken(member) ? JSON.stringify([member.path.at(-1), member.meaning]) : undefined
}

function parentOf({ path }: TemplateMember): string {
  return JSON.stringify(path.slice(0, -1))
}

function hasToken({ text }: TemplateMember): boolean {
  return text.includes('{{')
}

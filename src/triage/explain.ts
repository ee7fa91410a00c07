import { callCodeOf } from '../marketo/call-codes.ts'
import { causeNamed, type Cause } from './cause.ts'
import type { Group } from './groups.ts'

/** What a group's cause means and what to do; for a status that is known by itself, what that one means. */
export function explain({ cause: id, status }: Pick<Group, 'cause' | 'status'>): Cause {
  const cause = causeNamed(id)
  const code = id === 'refused' ? callCodeOf(Number(status)) : undefined
  if (code === undefined) return cause
  return { ...cause, title: code.title, means: code.cause, repair: code.repair }
}

import type { RequestCheck } from '../check.ts'

export const structureIsFixed: RequestCheck = {
  id: 'structure-is-fixed',
  summary: 'no value adds, removes or moves a member of the body',
  cause: 'escaping',
  check: (rendered, plain) => {
    const actual = rendered.leaves
    const expected = plain.leaves
    if (actual === undefined || expected === undefined) return undefined
    const added = [...actual.keys()].filter((member) => !expected.has(member))
    const missing = [...expected.keys()].filter((member) => !actual.has(member))
    if (added.length === 0 && missing.length === 0) return undefined
    const changes = [
      ...(added.length === 0 ? [] : [`with ${added.length} more members than it should have`]),
      ...(missing.length === 0 ? [] : [`without ${missing.join(', ')}`]),
    ]
    return {
      use: undefined,
      message: 'the value changes the structure of the body',
      received: `a document ${changes.join(' and ')}`,
    }
  },
}

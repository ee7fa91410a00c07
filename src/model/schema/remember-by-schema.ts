import type { ContractSchema } from '../webhook.ts'

/**
 * The same function, which does not work out again what it was asked of the same schema: programs of one
 * endpoint share it. Where a schema refers to other files, these would have to be the same as well.
 */
export function rememberBySchema<Asked, Found>(
  work: (contract: ContractSchema, asked: Asked) => Found,
): (contract: ContractSchema, asked: Asked) => Found {
  const answers = new WeakMap<object, Map<string, { readonly found: Found }>>()
  return (contract, asked) => {
    const { schema, path, referenced } = contract
    if (typeof schema !== 'object' || Object.keys(referenced).length > 0) {
      return work(contract, asked)
    }
    const known = answers.get(schema) ?? new Map<string, { readonly found: Found }>()
    answers.set(schema, known)
    const key = JSON.stringify([path, asked])
    const answer = known.get(key) ?? { found: work(contract, asked) }
    known.set(key, answer)
    return answer.found
  }
}

import type { TokenPart } from './parse-template.ts'

/**
 * The key under which a situation holds a token's value: `lead.email address`.
 * Adobe's own pages mix the case of token names (`program.Name`, `program.name`), so names are compared without it.
 */
export function tokenKey({ namespace, name }: TokenPart): string {
  return `${namespace}.${name}`.toLowerCase()
}

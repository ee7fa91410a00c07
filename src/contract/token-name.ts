import type { TokenUse } from '../compile/compiled-program.ts'

/** `lead.First Name`, as the definition spells it. */
export function tokenName({ token }: TokenUse): string {
  return `${token.namespace}.${token.name}`
}

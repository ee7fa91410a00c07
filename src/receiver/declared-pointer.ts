import type { ContractSchema } from '../model/webhook.ts'

/** A JSON Pointer into an answer, in which members that the schema does not name are left out: they could be a lead's. */
export function declaredPointer(pointer: string, contract: ContractSchema | undefined): string {
  const names = new Set<string>()
  if (contract !== undefined) {
    collectNames(contract.schema, names)
    for (const schema of Object.values(contract.referenced)) collectNames(schema, names)
  }
  return pointer
    .split('/')
    .map((segment) => (isDeclared(segment, names) ? segment : '…'))
    .join('/')
}

function isDeclared(segment: string, names: ReadonlySet<string>): boolean {
  const name = segment.replaceAll('~1', '/').replaceAll('~0', '~')
  return segment === '' || /^\d{1,4}$/.test(segment) || names.has(name)
}

/** The keys of every `properties`, wherever it stands. */
function collectNames(schema: unknown, into: Set<string>): void {
  if (typeof schema !== 'object' || schema === null) return
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties' && typeof value === 'object' && value !== null) {
      for (const name of Object.keys(value)) into.add(name)
    }
    collectNames(value, into)
  }
}

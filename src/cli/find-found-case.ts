import type { FoundFile } from '../model/load-found-cases.ts'
import { UsageError } from './command.ts'
import type { FoundFolder } from './found-folder.ts'
import { unknown } from './open-project.ts'

/** The found case that an id names; its first characters are enough where they name one case only. */
export function findFoundCase(wanted: string, { cases, folder }: FoundFolder): FoundFile {
  const named = cases.filter(({ found }) => found.id.startsWith(wanted.toLowerCase()))
  const [first, second] = named
  const ids = named.map(({ found }) => found.id)
  if (second !== undefined) {
    throw new UsageError(`"${wanted}" begins ${ids.length} found cases: ${ids.join(', ')}`)
  }
  if (first !== undefined && wanted !== '') return first
  if (cases.length === 0) {
    throw new UsageError(`there is no found case under ${folder}; "hookbook test" keeps what fails`)
  }
  throw new UsageError(
    unknown(
      'found case',
      wanted,
      cases.map(({ found }) => found.id),
    ),
  )
}

import { rememberFor } from '../base/remember-for.ts'
import type { Span } from '../base/span.ts'
import { distinctPrograms } from '../model/distinct-programs.ts'
import type { DefinedProgram } from '../model/program.ts'
import type { ProgramFamily, Workspace } from '../model/workspace.ts'
import { secretsByReference } from './rules/secrets-by-reference.ts'
import {
  credentialsOfHeader,
  credentialsOfHome,
  credentialsOfWebhook,
  type TypedCredential,
} from './typed-credentials.ts'

/** What no output may show: credentials that stand in definitions. */
export interface Hidden {
  readonly places: readonly Span[]
  /** Longest first, so that none is hidden only in part. */
  readonly texts: readonly string[]
}

/** A shorter text stands in too many places that have nothing to do with it: it is hidden only where it was typed. */
const LEAST_LENGTH = 6

/** Everything that `secrets-by-reference` points at; nothing where the project has switched the rule off. */
export function hiddenTexts({ project, programs, diagnostics }: Workspace): Hidden {
  const instead = diagnostics.filter(({ rule }) => rule === 'secret-from-environment')
  const isOff = project?.severities[secretsByReference.id] === 'off'
  const credentials = isOff ? [] : programs.flatMap((family) => credentialsOf(family))
  const texts = new Set(credentials.flatMap((credential) => credential.texts))
  return {
    places: [...instead, ...credentials.filter(({ isHere }) => isHere)].map(({ at }) => at),
    texts: [...texts]
      .filter((text) => text.length >= LEAST_LENGTH)
      .sort((a, b) => b.length - a.length),
  }
}

/** Whatever is printed is asked about. */
const credentialsOf: (family: ProgramFamily) => readonly TypedCredential[] = rememberFor((family) =>
  distinctPrograms(family).flatMap(credentialsIn),
)

function credentialsIn(program: DefinedProgram): readonly TypedCredential[] {
  return [
    ...credentialsOfHome(program),
    ...program.webhooks.flatMap((webhook) => [
      ...credentialsOfWebhook(webhook),
      ...webhook.headers.flatMap((header) => [...credentialsOfHeader(header, program)]),
    ]),
  ]
}

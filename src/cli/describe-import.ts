import { characterName } from '../base/character-name.ts'
import { visibleText } from '../base/visible-text.ts'
import type { Diagnostic } from '../diagnostic/finding.ts'
import type { DifferentByte } from '../emulate/first-different-byte.ts'
import type { ImportedDefinition } from '../import/import-definition.ts'
import type { ImportProof } from '../import/prove-import.ts'
import type { Project } from '../model/project.ts'
import { countBySeverity } from '../diagnostic/severity.ts'
import { plural } from '../report/summary.ts'

export interface ImportSurroundings {
  /** The file that is written; undefined where the definition is only printed. */
  readonly written: string | undefined
  /** What lint says of it. */
  readonly findings: readonly Diagnostic[] | undefined
  readonly project: Project | undefined
}

/** What became of a request, in lines: the proof first, then what a person has to look at. */
export function describeImport(
  imported: ImportedDefinition,
  { written, findings, project }: ImportSurroundings,
): readonly string[] {
  return [
    ...(written === undefined ? [] : [written]),
    describeProof(imported.proof),
    '',
    'Not known, guessed or left out:',
    ...imported.told.map((sentence) => `- ${visibleText(sentence)}`),
    ...(findings === undefined
      ? []
      : describeFindings(findings, written === undefined ? undefined : imported.id)),
    ...describeSecrets(imported, project),
  ]
}

function describeProof(proof: ImportProof): string {
  switch (proof.status) {
    case 'same':
      return proof.bytes === 0
        ? 'rendered again, the same request; it has no body'
        : `rendered again, the same ${plural(proof.bytes, 'byte')}`
    case 'not-rendered':
      return `not rendered again: ${visibleText(proof.reason)}`
    case 'different':
      return describeDifference(proof.at)
  }
}

/** Which byte, and the two characters by their names: nothing else of what was sent is shown. */
export function describeDifference({
  part,
  byte,
  line,
  column,
  expected,
  found,
}: DifferentByte): string {
  const place = part === 'the body' ? ` (line ${line}, column ${column})` : ''
  const name = (character: string | undefined): string =>
    character === undefined ? 'nothing more' : characterName(character)
  return `rendered again, ${visibleText(part)} differs at byte ${byte + 1}${place}: ${name(expected)} was seen, ${name(found)} is rendered`
}

function describeFindings(
  findings: readonly Diagnostic[],
  where: string | undefined,
): readonly string[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const { warning } = countBySeverity(findings)
  if (errors.length + warning === 0) return ['', 'Lint finds nothing wrong with it.']
  const counts = [
    ...(errors.length === 0 ? [] : [plural(errors.length, 'error')]),
    ...(warning === 0 ? [] : [plural(warning, 'warning')]),
  ]
  const inPlace = where === undefined ? '' : `; hookbook lint ${where} shows them in place`
  const colon = errors.length === 0 ? '.' : ':'
  const lines = new Set(errors.map(({ rule, message }) => `- ${rule}: ${visibleText(message)}`))
  return ['', `Lint finds ${counts.join(' and ')}${inPlace}${colon}`, ...lines]
}

/** What to add to the project for secrets that it does not know; values come from the environment. */
function describeSecrets(
  { secrets }: ImportedDefinition,
  project: Project | undefined,
): readonly string[] {
  const known = new Set(project?.secrets.map(({ id }) => id.value))
  const missing = secrets.filter((id) => !known.has(id))
  if (missing.length === 0) return []
  const stages = project?.subscriptions.map(({ id }) => id.value) ?? ['production']
  return [
    '',
    'Add to the project file, under "secrets":',
    ...missing.flatMap((id) => {
      const name = id.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
      const from = stages.map((stage) => `${stage}: "env:${name}_${variable(stage)}"`).join(', ')
      return [`  ${id}:`, `    from: {${from}}`]
    }),
  ]
}

function variable(stage: string): string {
  return stage.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
}

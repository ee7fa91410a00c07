import { compileProgram } from '../../src/compile/compile-program.ts'
import type { Diagnostic } from '../../src/diagnostic/finding.ts'
import { guaranteeFindings } from '../../src/guarantee/guarantee-findings.ts'
import type { GuaranteeResult } from '../../src/guarantee/guarantee-result.ts'
import { proveGuarantees } from '../../src/guarantee/prove-guarantees.ts'
import { readPromises } from '../../src/guarantee/read-promises.ts'
import type { Workspace } from '../../src/model/workspace.ts'
import { fixtureWorkspace } from '../support/fixture-workspace.ts'

export interface ProvenDesign {
  readonly workspace: Workspace
  readonly results: readonly GuaranteeResult[]
  readonly findings: readonly Diagnostic[]
}

/** Proves the guarantees of a program that is given as its text. */
export function proveDesign(
  text: string,
  files: Readonly<Record<string, string>> = {},
): ProvenDesign {
  const workspace = fixtureWorkspace(text, files)
  const [program] = workspace.programs.flatMap(({ deployments }) =>
    deployments.map((deployment) => deployment.program),
  )
  if (program === undefined || workspace.diagnostics.length > 0)
    throw new Error(workspace.diagnostics.map(({ message }) => message).join('\n') || 'no program')
  const read = readPromises(program)
  const results = proveGuarantees(read.promises, {
    compiled: compileProgram(program),
    elsewhere: [],
  })
  return { workspace, results, findings: guaranteeFindings(results, read) }
}

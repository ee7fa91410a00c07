import type { ErrorObject } from 'ajv'
import type { ContractSchema } from '../model/webhook.ts'
import { isKeywords } from '../model/schema/schema-node.ts'
import { runCompiler } from './schema-compiler.ts'
import { describeViolation } from './schema-violation.ts'

/** One demand of a schema that a value does not meet. */
export interface SchemaRefusal {
  /** JSON Pointer of the value that is wrong. */
  readonly path: string
  readonly keyword: string
  /** What the keyword demands, as far as it decides here. */
  readonly demand: unknown
  /** What is wrong, without the value. */
  readonly message: string
}

export type RefusalCheck =
  | {
      readonly status: 'compiled'
      readonly refusalsOf: (value: unknown) => readonly SchemaRefusal[]
    }
  | { readonly status: 'invalid'; readonly reason: string }

const CHOICES: readonly string[] = ['anyOf', 'oneOf', 'contains', 'propertyNames', 'not']

/** Everything that a schema has against a value; of a choice that fails, not what each of its branches says. */
export function schemaRefusals(contract: ContractSchema): RefusalCheck {
  const compiled = runCompiler(contract, { allErrors: true, verbose: true })
  if (compiled.status === 'invalid') return compiled
  const { validate } = compiled
  const refusalsOf = (value: unknown): readonly SchemaRefusal[] => {
    if (validate(value)) return []
    const errors = validate.errors ?? []
    return errors.filter((error) => !isToldElsewhere(error, errors)).map(refusalOf)
  }
  return { status: 'compiled', refusalsOf }
}

/** The validator tells of each branch, and then of the choice; and of a condition beside what follows from it. */
function isToldElsewhere(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  return error.keyword === 'if' || errors.some((choice) => isBranchOf(choice, error))
}

function isBranchOf(choice: ErrorObject, error: ErrorObject): boolean {
  return (
    choice !== error &&
    CHOICES.includes(choice.keyword) &&
    error.instancePath.startsWith(choice.instancePath) &&
    branchPaths(choice).some((path) => error.schemaPath.startsWith(`${path}/`))
  )
}

/** Where the branches of a choice are written: below it, or behind a reference. */
function branchPaths({ schemaPath, schema }: ErrorObject): readonly string[] {
  const branches: readonly unknown[] = Array.isArray(schema) ? schema : [schema]
  const references = branches.flatMap((branch) =>
    isKeywords(branch) && typeof branch['$ref'] === 'string' ? [branch['$ref']] : [],
  )
  return [
    schemaPath,
    ...references,
    ...references.map((reference) => reference.replace(/^[^#]+/, '')),
  ]
}

function refusalOf(error: ErrorObject): SchemaRefusal {
  const { instancePath, keyword } = error
  return { path: instancePath, keyword, demand: demandOf(error), message: describeViolation(error) }
}

function demandOf({ keyword, params, schema }: ErrorObject): unknown {
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
    case 'dependencies':
      return params['missingProperty']
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return params['additionalProperty'] ?? params['unevaluatedProperty']
    case 'propertyNames':
      return params['propertyName']
    case 'false schema':
      return false
    default:
      return schema
  }
}

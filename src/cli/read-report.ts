import { readFileSync } from 'node:fs'
import { packageFile } from '../host/package-file.ts'
import type { JsonSchema } from '../model/webhook.ts'
import { compileSchema } from '../receiver/json-schema.ts'
import type { SchemaCheck } from '../receiver/schema-violation.ts'
import { UsageError, type CommandContext } from './command.ts'

const SCHEMA: JsonSchema = JSON.parse(
  readFileSync(packageFile('schemas/report.schema.json'), 'utf8'),
)

/** The published schema of json reports. */
export function reportCheck(): SchemaCheck {
  const nowhere = { file: '', start: 0, end: 0 }
  const compiled = compileSchema({ at: nowhere, path: '', schema: SCHEMA, referenced: {} })
  if (compiled.status === 'invalid') throw new Error(compiled.reason)
  return compiled.check
}

/** A file with a json report; the published schema has been held against it. */
export function readReport(name: string, check: SchemaCheck, { host }: CommandContext): object {
  const text = host.files.readText(name)
  if (text === undefined) throw new UsageError(`there is no report "${name}"`)
  const document = parse(text)
  const [violation] = document === undefined ? [] : check(document)
  if (typeof document === 'object' && document !== null && violation === undefined) return document
  const reason = violation === undefined ? 'it is not JSON' : place(violation)
  throw new UsageError(`"${name}" is no json report of this version of hookbook: ${reason}`)
}

function place({ path, message }: ReturnType<SchemaCheck>[number]): string {
  return `${path === '' ? 'it' : `"${path.slice(1)}"`} ${message}`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { visit } from 'jsonc-parser'
import type { BodyFormat, BodyReading } from './body-format.ts'
import { tooDeepAt } from './json-depth.ts'
import { readJsonTemplate } from './read-json-template.ts'

/** JSON as a strict receiver reads it. Source: RFC 8259. */
export const jsonBody: BodyFormat = {
  name: 'json',
  title: 'JSON',
  mediaTypes: ['application/json', 'text/json'],
  fileExtension: 'json',
  readTemplate: readJsonTemplate,
  readBody: readJson,
}

/**
 * Reads JSON; a key that stands twice makes it unreadable, because readers disagree which one counts.
 * The words and offsets of problems are ours: those of the engine differ from version to version.
 */
export function readJson(text: string): BodyReading {
  const deep = tooDeepAt(text)
  if (deep !== undefined) return unreadable({ reason: 'it is nested too deeply', offset: deep })
  const value = parse(text)
  // The engine's parser is fast and the visitor is not: a sound body with as many keys as it shows has no flaw.
  if (value !== BROKEN && countKeys(value) === (text.match(/"\s*:/g)?.length ?? 0)) {
    return { status: 'read', value }
  }
  const flaw = firstFlaw(text)
  if (flaw !== undefined) return unreadable(flaw)
  return value === BROKEN
    ? unreadable({ reason: 'it is not JSON', offset: 0 })
    : { status: 'read', value }
}

interface Flaw {
  readonly reason: string
  readonly offset: number
}

function unreadable(flaw: Flaw): BodyReading {
  return { status: 'unreadable', ...flaw }
}

/** No JSON value is this. */
const BROKEN = Symbol('broken')

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return BROKEN
  }
}

function firstFlaw(text: string): Flaw | undefined {
  const flaws: Flaw[] = []
  const keys: Set<string>[] = []
  visit(
    text,
    {
      onObjectBegin: () => void keys.push(new Set()),
      onObjectEnd: () => void keys.pop(),
      onObjectProperty: (name, offset) => {
        if (keys.at(-1)?.has(name) === true)
          flaws.push({ reason: `the key "${name}" stands twice`, offset })
        keys.at(-1)?.add(name)
      },
      onError: (_code, offset) => void flaws.push({ reason: 'it is not JSON', offset }),
    },
    { disallowComments: true, allowTrailingComma: false },
  )
  return flaws.sort((a, b) => a.offset - b.offset)[0]
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  return Object.values(value).reduce((sum: number, member) => sum + countKeys(member), own)
}

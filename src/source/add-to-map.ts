import { isMap } from '../base/json-value.ts'
import { parseYaml } from './parse-yaml.ts'
import { plainValue } from './print-yaml.ts'
import type { SourceFile } from './source-file.ts'
import type { MappingEntry, SourceNode } from './source-node.ts'

/** A key with a map of texts, on one line. */
export interface AddedEntry {
  readonly key: string
  readonly value: Readonly<Record<string, string>>
}

export type AddedToMap =
  | { readonly status: 'added'; readonly text: string }
  | { readonly status: 'refused'; readonly reason: string }

/**
 * A file with entries added to a map at its top, which is made where there is none. Text is only put in:
 * comments and layout stay, and what is read afterwards is compared with what shall be.
 */
export function addToMap(
  file: SourceFile,
  name: string,
  entries: readonly AddedEntry[],
): AddedToMap {
  const { root, diagnostics } = parseYaml(file)
  if (root?.kind !== 'mapping' || diagnostics.length > 0 || isFlow(root, file))
    return { status: 'refused', reason: `"${file.path}" cannot be read, or is one map in braces` }
  const own = root.entries.find(({ key }) => key.text.value === name)
  if (own?.value.kind === 'sequence' || (own?.value.kind === 'scalar' && own.value.value !== null))
    return { status: 'refused', reason: `"${name}" of "${file.path}" is no map` }
  const plain = { path: file.path, text: file.text.replaceAll('\r\n', '\n') }
  const text = file.text.includes('\r\n')
    ? insertAsUsual(plain, name, entries).replaceAll('\n', '\r\n')
    : insert(file, name, own, entries)
  const read = parseYaml({ path: file.path, text })
  const isAsMeant =
    read.diagnostics.length === 0 &&
    read.root !== undefined &&
    JSON.stringify(plainValue(read.root)) === JSON.stringify(wanted(root, name, entries))
  return isAsMeant
    ? { status: 'added', text }
    : { status: 'refused', reason: `"${name}" of "${file.path}" is written in a form of its own` }
}

/** A file of Windows: its line ends are kept, also in what is put in. */
function insertAsUsual(file: SourceFile, name: string, entries: readonly AddedEntry[]): string {
  const { root } = parseYaml(file)
  const own =
    root?.kind === 'mapping' ? root.entries.find(({ key }) => key.text.value === name) : undefined
  return insert(file, name, own, entries)
}

function insert(
  { text, path }: SourceFile,
  name: string,
  own: MappingEntry | undefined,
  entries: readonly AddedEntry[],
): string {
  if (own === undefined) {
    const lineBreak = text.endsWith('\n') || text === '' ? '' : '\n'
    return `${text}${lineBreak}\n${name}:\n${lines(entries, '  ')}`
  }
  const { key, value } = own
  if (value.kind === 'mapping' && value.entries.length > 0) {
    if (!isFlow(value, { path, text })) {
      const first = value.entries[0]?.key.at.start ?? 0
      const indent = text.slice(text.lastIndexOf('\n', first - 1) + 1, first)
      return insertAfterLine(text, value.at.end, lines(entries, indent))
    }
    const end = value.at.end - 1
    const more = entries.map((entry) => `, ${line(entry)}`).join('')
    return text.slice(0, end) + more + text.slice(end)
  }
  const start = key.at.end + 1
  const isWritten = value.kind !== 'scalar' || value.text.value !== ''
  const emptied = isWritten ? text.slice(0, start) + text.slice(value.at.end) : text
  return insertAfterLine(emptied, start, lines(entries, '  '))
}

function insertAfterLine(text: string, from: number, added: string): string {
  const isAfter = text[from - 1] === '\n'
  const found = isAfter ? from - 1 : text.indexOf('\n', from)
  if (found === -1) return `${text}\n${added}`
  return text.slice(0, found + 1) + added + text.slice(found + 1)
}

function lines(entries: readonly AddedEntry[], indent: string): string {
  return entries.map((entry) => `${indent}${line(entry)}\n`).join('')
}

function line({ key, value }: AddedEntry): string {
  const members = Object.entries(value).map(([name, text]) => `${name}: ${scalar(text)}`)
  return `${key}: {${members.join(', ')}}`
}

/** A word of letters is a text in YAML 1.2, unless it is one of three; JSON is YAML. */
function scalar(text: string): string {
  const isPlain = /^[a-z][a-z0-9-]*$/.test(text) && !/^(?:true|false|null)$/.test(text)
  return isPlain ? text : JSON.stringify(text)
}

function isFlow({ at }: SourceNode, { text }: SourceFile): boolean {
  return text[at.start] === '{'
}

function wanted(root: SourceNode, name: string, entries: readonly AddedEntry[]): unknown {
  const before = plainValue(root)
  if (!isMap(before)) return before
  const own = isMap(before[name]) ? before[name] : {}
  const added = Object.fromEntries(entries.map(({ key, value }) => [key, value]))
  return { ...before, [name]: { ...own, ...added } }
}

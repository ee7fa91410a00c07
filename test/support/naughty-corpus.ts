import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The Big List of Naughty Strings, by M. Woolf: a second opinion on what breaks programs. */
export const NAUGHTY_CORPUS: readonly string[] = readCorpus()

function readCorpus(): readonly string[] {
  const path = createRequire(import.meta.url).resolve('big-list-of-naughty-strings')
  const list: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (!Array.isArray(list) || !list.every((text) => typeof text === 'string'))
    throw new Error(`${path} is no list of texts`)
  return list
}

/** Reads the planted definitions: a head that says what is wrong, `---`, and the webhook itself. */
import { readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const FOLDER = join(dirname(dirname(fileURLToPath(import.meta.url))), 'planted', 'definitions')
const SEPARATOR = '\n---\n'

/** Every case with its broken and its clean text, sorted by id. */
export function plantedDefinitions() {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readCase(join(FOLDER, name)))
}

function readCase(file) {
  return parseCase(basename(file, '.yaml'), readFileSync(file, 'utf8'))
}

export function parseCase(id, text) {
  const cut = text.indexOf(SEPARATOR)
  const head = parse(text.slice(0, cut))
  const broken = text.slice(cut + SEPARATOR.length)
  const clean = head.clean.reduce((twin, edit) => replaced(twin, edit, id), broken)
  return { ...head, id, broken, clean }
}

/** An edit of the head: what is wrong, and what is right in its place. */
function replaced(text, [wrong, right], id) {
  if (text.split(wrong).length !== 2) throw new Error(`${id}: "${wrong}" must occur exactly once`)
  return text.replace(wrong, () => right)
}

import { Document, isMap, isScalar, Scalar, visit } from 'yaml'
import { formatYaml } from './format/format-yaml.ts'

/** Plain data that is to become a definition. Members that are undefined are left out. */
export type YamlData = string | number | boolean | null | readonly YamlData[] | YamlMap

export interface YamlMap {
  readonly [key: string]: YamlData | undefined
}

/** A remark above a key. */
export interface YamlNote {
  readonly path: readonly string[]
  readonly text: string
}

/** A new file in the one layout of definitions: texts of several lines as blocks, remarks where they belong. */
export function writeYaml(data: YamlMap, notes: readonly YamlNote[]): string {
  const document = new Document(data, { keepUndefined: false, aliasDuplicateObjects: false })
  visit(document, {
    Scalar: (key, scalar) => {
      if (key !== 'key' && typeof scalar.value === 'string') chooseStyle(scalar, scalar.value)
    },
  })
  for (const { path, text } of notes) addNote(document, path, text)
  const written = document.toString({ lineWidth: 0 })
  const formatted = formatYaml({ path: 'new.yaml', text: written })
  return formatted.status === 'formatted' ? formatted.text : written
}

/** A block shows a text as it is; what a block would not give back letter by letter stands in quotes. */
function chooseStyle(scalar: Scalar, text: string): void {
  if (!text.includes('\n')) return
  const isPlainText = !/[^\n\P{Cc}]|[\u2028\u2029\ufeff]/u.test(text)
  scalar.type =
    isPlainText && /^\S/.test(text) && !/[ \t]\n|\n{2}$/.test(text)
      ? Scalar.BLOCK_LITERAL
      : Scalar.QUOTE_DOUBLE
}

function addNote(document: Document, path: readonly string[], text: string): void {
  const owner = document.getIn(path.slice(0, -1))
  const map = path.length === 1 ? document.contents : owner
  if (!isMap(map)) return
  for (const { key } of map.items) {
    if (isScalar(key) && key.value === path.at(-1)) key.commentBefore = ` ${text}`
  }
}

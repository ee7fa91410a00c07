import { existsSync, readFileSync } from 'node:fs'
import { packageFile } from './package-file.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** Where browsers are usually found, by platform: `assets/browser-places.json`, which the tests' set-up reads too. */
type Places = Readonly<Record<string, readonly string[]>>

/** The browsers that are there: the one that `HOOKBOOK_BROWSER` names and no other, or else all that are found. */
export function browserPaths(variables: Variables, platform: string): readonly string[] {
  const { HOOKBOOK_BROWSER: named, CHROME_PATH: preferred } = variables
  if (isSet(named)) return [named]
  const places = readPlaces()
  const usual = (places[platform] ?? places['linux'] ?? []).flatMap((place) =>
    expand(place, variables),
  )
  return [...(isSet(preferred) ? [preferred] : []), ...usual].filter((path) => existsSync(path))
}

function readPlaces(): Places {
  return JSON.parse(readFileSync(packageFile('assets/browser-places.json'), 'utf8'))
}

/** `%NAME%` stands for a variable; a place whose variable is not set is none. */
function expand(place: string, variables: Variables): readonly string[] {
  const [, name, rest = ''] = /^%([^%]+)%(.*)$/.exec(place) ?? []
  if (name === undefined) return [place]
  const folder = variables[name]
  return isSet(folder) ? [folder + rest] : []
}

function isSet(text: string | undefined): text is string {
  return text !== undefined && text !== ''
}

import type { Pattern } from './pattern.ts'
import { PATTERNS } from './patterns.ts'

/** The pattern of that name; the command line has let through no other one. */
export function patternNamed(name: string): Pattern {
  const pattern = PATTERNS.find((each) => each.name === name)
  if (pattern === undefined) throw new Error(`no pattern ${name}`)
  return pattern
}

/** All files of a pattern, with an endpoint of its own for each sandbox. */
export function patternFiles(
  { name, files, sandboxVars }: Pattern,
  sandboxes: readonly string[],
): Readonly<Record<string, string>> {
  const overlays = sandboxes.map((id) => [
    `programs/${name}/overlays/${id}.yaml`,
    `apiVersion: hookbook/v1\nkind: Overlay\nsubscription: ${id}\nvars: ${sandboxVars}\n`,
  ])
  return { ...files, ...Object.fromEntries(overlays) }
}

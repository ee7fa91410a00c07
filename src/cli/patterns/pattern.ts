/** A program that is known to work: what `init --pattern` writes. */
export interface Pattern {
  readonly name: string
  /** What it is for, in one line. */
  readonly summary: string
  /** What overlays of sandboxes set, as YAML: they have an endpoint of their own. */
  readonly sandboxVars: string
  /** By path from the folder of the project. The program's folder has the pattern's name. */
  readonly files: Readonly<Record<string, string>>
}

/** How much is printed of each section that is not done by hand. */
export interface Extent {
  /** How many rows tables have. */
  readonly rows: number
  /** Of how many findings the lead, the request and the commands are shown. */
  readonly details: number
  /** Of how many broken contracts it is shown what worked before. */
  readonly witnesses: number
  readonly hasTests: boolean
  readonly hasEndpointSteps: boolean
  /** What is not there, in words. */
  readonly leftOut: readonly string[]
}

const WHOLE: Extent = {
  rows: 200,
  details: 50,
  witnesses: 50,
  hasTests: true,
  hasEndpointSteps: true,
  leftOut: [],
}

/** What goes, in this order: what can be looked up elsewhere goes first. */
const CUTS: readonly (Partial<Extent> & { readonly without?: string })[] = [
  { details: 10 },
  { details: 0, without: 'details of findings' },
  { hasTests: false, without: 'the table of contract tests' },
  { witnesses: 5 },
  { witnesses: 0, without: 'what breaks contracts' },
  { rows: 50 },
  { hasEndpointSteps: false, without: "steps of the endpoint's owner" },
  { rows: 20 },
  { rows: 5 },
  { rows: 0, without: 'rows of tables' },
]

/** From the whole to the least, each with everything that was cut before. */
export const EXTENTS: readonly Extent[] = CUTS.reduce<readonly Extent[]>(
  (before, { without, ...cut }) => {
    const last = before.at(-1) ?? WHOLE
    const leftOut = without === undefined ? last.leftOut : [...last.leftOut, without]
    return [...before, { ...last, ...cut, leftOut }]
  },
  [WHOLE],
)

/** Small, whatever a comment holds. */
export const LEAST: Extent = EXTENTS.at(-1) ?? WHOLE

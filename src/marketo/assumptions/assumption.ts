/** Something that no source settles: it has a name, possible values, and verdicts say when they rest on it. */
export interface Assumption {
  readonly id: string
  /** The question in one sentence. */
  readonly question: string
  /** The likeliest value first; `fire` and samples use it when nothing is pinned. */
  readonly values: readonly [string, ...string[]]
  /** What is known, and from where. */
  readonly evidence: string
  readonly source: string
}

/** One value for each assumption id: a possible world. */
export type AssumptionSet = Readonly<Record<string, string>>

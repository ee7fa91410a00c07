import type { Span } from '../base/span.ts'

/** error: Marketo would do the wrong thing. warning: likely wrong. info: worth knowing. */
export type Severity = 'error' | 'warning' | 'info'

/** A second place that a reader needs in order to understand a finding. */
export interface Related {
  readonly at: Span
  readonly message: string
}

/** A replacement that can be applied without a human decision. */
export interface Fix {
  readonly title: string
  readonly edits: readonly { readonly at: Span; readonly text: string }[]
}

/** A part `[start, end)` of a text, in UTF-16 units. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** What a failed contract check carries so that anybody can see the failure again. */
export interface Counterexample {
  /** The smallest lead that fails, by token name; only fields that the definition reads. */
  readonly lead: Readonly<Record<string, string | number | boolean | null>>
  /** The rendered request, secrets masked. */
  readonly request: string
  /** Where in it the token that is to blame came to stand; empty stretches where it shows nothing. */
  readonly marked?: readonly Stretch[]
  /** What the endpoint would read, or why it could not. */
  readonly received: string
  /** A complete command line that reproduces this failure. */
  readonly replay: string
  /** Under which it is kept as a found case, or would be; undefined where only the same run shows it again. */
  readonly id?: string
  /** Where it is kept; undefined for a failure that is not. */
  readonly kept?: Kept
  /** An equivalent curl line, secrets masked. */
  readonly curl: string
}

/** The lead that found something, and what it is a case of: the parts of a run are put together by it. */
export interface Origin {
  /** Its number among the leads of its webhook. */
  readonly lead: number
  readonly cause: string
}

/** The found case of a failure: new in this run, open since an earlier one, or fixed and failing again. */
export interface Kept {
  readonly file: string
  readonly as: 'new' | 'open' | 'fixed'
}

/** A mapping of which some values do not fit the field: a rule and a test may both tell of the same. */
export interface Misfit {
  /** Where the definition names the field. */
  readonly field: Span
  readonly because: 'type' | 'length'
}

/** What worked before and does not work now, as a comparison of contracts shows it. */
export interface ContractEvidence {
  /** What an approval names: the same for the same break in a later commit. */
  readonly fingerprint: string
  /** The smallest lead that shows it, by token name; undefined for an answer of the endpoint. */
  readonly lead?: Counterexample['lead']
  /** The request, or the answer, that was valid. */
  readonly before: string
  /** What stands in its place now. */
  readonly after: string
}

/** A run of campaigns that shows a finding: what happens to one person, step by step. */
export interface ToldRun {
  readonly steps: readonly RunStep[]
  /** How it ends badly. */
  readonly breach: string
}

export interface RunStep {
  readonly sentence: string
  /** What in the definition makes it happen. */
  readonly at?: Span
}

/** What a lint rule or a contract check has to say; it does not know its own rule or severity. */
export interface Finding {
  readonly at: Span
  /** What is wrong, with the actual value in "quotes"; lower case, no final period. */
  readonly message: string
  /** The words beside the underline. */
  readonly label?: string
  /** What Marketo, the endpoint or a lead would experience. */
  readonly effect?: string
  /** What to do, with the exact text to type. */
  readonly help?: string
  /** The places that set the values which make this wrong. */
  readonly setBy?: readonly Related[]
  readonly related?: readonly Related[]
  readonly fix?: Fix
  /** The assumptions (`id: value`) under which this arises, where it does not always arise. */
  readonly assumptions?: readonly string[]
  readonly counterexample?: Counterexample
  readonly evidence?: ContractEvidence
  readonly run?: ToldRun
  readonly origin?: Origin
  readonly misfit?: Misfit
}

/** A finding with the rule that made it and how serious it is. */
export interface Diagnostic extends Finding {
  /** A lint rule's, contract check's or source check's id: stable, never reused. */
  readonly rule: string
  readonly severity: Severity
}

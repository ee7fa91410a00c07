/** One request on the page of a receiver: words and texts, nothing is worked out there. */
export interface CallView {
  readonly number: number
  /** In milliseconds since the epoch. */
  readonly at: number
  /** `POST /v1/leads`, as it came. */
  readonly title: string
  /** Whose endpoint it reached; undefined where no route led to one. */
  readonly webhook: { readonly id: string; readonly program: string } | undefined
  readonly end: 'done' | 'repeated' | 'refused' | 'fault'
  /** How it ended, in words. */
  readonly words: string
  /** `200`, `never answered`, `closed`. */
  readonly answered: string
  readonly demands: readonly DemandView[]
  readonly marketo: MarketoView
  readonly request: WireView
  /** Undefined where nothing went out. */
  readonly answer: WireView | undefined
}

/** Something that the contract demands of a request. */
export interface DemandView {
  readonly name: string
  readonly state: 'met' | 'broken' | 'not-looked-at'
  /** What is wrong, a line each. */
  readonly faults: readonly string[]
}

/** What Marketo would make of the answer. */
export interface MarketoView {
  readonly words: string
  readonly updates: readonly UpdateView[]
  /** Campaigns that hear of the call. */
  readonly campaigns: string | undefined
}

export interface UpdateView {
  /** Response Attribute. */
  readonly path: string
  /** Marketo Field. */
  readonly field: string
  readonly isWritten: boolean
  readonly words: string
}

/** What went over the wire: as text, with what nobody could see spelled out, and byte by byte. */
export interface WireView {
  readonly text: string
  readonly bytes: string
  /** A sentence where not all of it is shown. */
  readonly note: string | undefined
}

/** What the page is told when it opens: the calls so far, oldest first. */
export const CALLS_EVENT = 'calls'

/** What the page is told when another call has come. */
export const CALL_EVENT = 'call'

/** Where the page listens. */
export const CALLS_PATH = '/-/calls'

/** So many calls are kept for the page; older ones are in the captures file, if there is one. */
export const CALLS_SHOWN = 100

/** Who says what to whom, in order. */
export interface SequenceDiagram {
  readonly title: string
  readonly description: string
  readonly participants: readonly string[]
  readonly messages: readonly Message[]
}

export interface Message {
  readonly from: string
  readonly to: string
  readonly text: string
  /** An answer is drawn with a broken line. */
  readonly isAnswer: boolean
}

/** In which states a lead can be, and what moves it on. */
export interface StateDiagram {
  readonly title: string
  readonly description: string
  /** Each state once; the first is where it begins. */
  readonly states: readonly string[]
  readonly transitions: readonly Transition[]
}

export interface Transition {
  readonly from: string
  readonly to: string
  readonly text: string
}

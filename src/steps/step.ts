/** Who acts: the endpoint's owner, the REST API, or a person at Marketo's screens. */
export type Actor = 'receiver' | 'api' | 'human'

/** One act. A step may move from human to api without changing its id. */
export interface Step {
  /** Stable: `webhook.crm-lead-sync.headers`. */
  readonly id: string
  readonly actor: Actor
  readonly title: string
  /** Ids of the steps that must be done before. */
  readonly needs: readonly string[]
  /** Where the reader is before the act: a menu path on the screen; empty outside Marketo. */
  readonly place: readonly string[]
  readonly does: readonly StepAct[]
  /** What the reader sees when it worked. */
  readonly expect: string
  /** What to do when it did not. */
  readonly otherwise: string
  readonly undo: string
}

/** One movement within a step. */
export type StepAct =
  | { readonly kind: 'click'; readonly label: string }
  | {
      readonly kind: 'enter'
      readonly label: string
      readonly value: string
      /** For the reader's highlighting: `json`, `text`. */
      readonly language: string
    }
  | { readonly kind: 'choose'; readonly label: string; readonly value: string }
  | {
      readonly kind: 'secret'
      readonly label: string
      /** Holds `${secret}` where the secret goes. */
      readonly format: string
      readonly secret: string
      readonly from: string
    }
  | { readonly kind: 'do'; readonly words: readonly Word[] }

/** A piece of a sentence: plain text, or words that stand on the screen exactly like that. */
export type Word = string | { readonly onScreen: string }

/** Words of the screen, or a name that is looked for there. */
export function onScreen(text: string): Word {
  return { onScreen: text }
}

/** `1 flow step`, `2 flow steps`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

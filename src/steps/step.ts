import type { Actor } from '../marketo/actor.ts'
import type { ScreenId } from '../marketo/screens/screen.ts'
import type { Sentence } from './words.ts'

/**
 * One act: what one person, or one request, does and can undo. A dialog with its fields is one act,
 * because it is saved as a whole. A step may move from human to api without changing its id.
 */
export interface Step {
  /** Stable: `webhook.crm-lead-sync.headers`. */
  readonly id: string
  readonly actor: Actor
  /** The act in a few words; the heading of the step. */
  readonly does: string
  /** Ids of the steps that must be done before. */
  readonly needs: readonly string[]
  /** Where the reader is before the act: a menu path on the screen; empty outside Marketo. */
  readonly where: readonly string[]
  /** The dialog or tab in which it is done; undefined outside Marketo, and for a mere look. */
  readonly screen: ScreenId | undefined
  /** The act itself, movement by movement, in the order of the screen. */
  readonly movements: readonly Movement[]
  /** The request that does the same, for the REST API; undefined where only the screen can. */
  readonly request: ApiRequest | undefined
  /** What the reader sees when it worked. */
  readonly expect: Sentence
  /** What to do when it did not. */
  readonly ifNot: Sentence
  /** How anybody can see later that it is still so; empty for a look that has no second place. */
  readonly verify: Sentence
  readonly undo: Sentence
  /** Words of the screen that no page of the vendor states: to be verified in the reader's own picker. */
  readonly toVerify: readonly string[]
  /** Other spellings of words on the screen: `Template` may stand there as `Payload Template`. */
  readonly alsoCalled: Readonly<Record<string, string>>
  /**
   * What the act leaves behind and none of its movements types or chooses, by a name of our own: an
   * endpoint's contract, how filters are joined. It counts in the step's fingerprint.
   */
  readonly sets: Readonly<Record<string, string>>
  /** The act in a few words where the thing is there already: `Edit the webhook`. Undefined where the words are the same. */
  readonly edits: string | undefined
}

/** One movement within an act. */
export type Movement =
  | { readonly kind: 'click'; readonly label: string }
  | { readonly kind: 'tick'; readonly label: string }
  | {
      readonly kind: 'enter'
      readonly label: string
      readonly value: string
      /** For the reader's highlighting: `json`, `text`. */
      readonly language: string
    }
  /** A word of a menu. */
  | { readonly kind: 'choose'; readonly label: string; readonly value: string }
  /** A field that stays as it is: empty. */
  | { readonly kind: 'leave'; readonly label: string }
  | {
      readonly kind: 'secret'
      readonly label: string
      /** Holds `${secret}` where the secret goes. */
      readonly format: string
      readonly secret: string
      /** What it is and from whom it is fetched; never its value. */
      readonly from: Sentence
    }
  /** A trigger, filter or flow step that is brought onto the page, with its settings. */
  | {
      readonly kind: 'add'
      readonly what: 'trigger' | 'filter' | 'flow step' | 'choice'
      readonly name: string
      readonly settings: readonly RuleSetting[]
    }
  /** A text to take along: a message, a request's body. */
  | {
      readonly kind: 'copy'
      readonly words: Sentence
      readonly value: string
      readonly language: string
    }
  | { readonly kind: 'do'; readonly words: Sentence }

/** One setting of a rule on the screen. */
export interface RuleSetting {
  /** Empty where the rule itself holds the value: a filter by field. */
  readonly label: string
  readonly operator: string | undefined
  /** Undefined where the operator takes none. */
  readonly value: string | undefined
}

/** A call of Marketo's REST API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** JSON, or the pairs of a form; undefined without a body. */
  readonly body: string | undefined
}

/** A value that the reader takes from the page, with the label where it goes. */
export interface CopyValue {
  readonly label: string
  readonly value: string
  readonly language: string
}

/** What a step needs besides what every step must say. */
type Optional = 'needs' | 'screen' | 'request' | 'toVerify' | 'alsoCalled' | 'sets' | 'edits'

/** A step with nothing in the place of what it does not state. */
export function step(parts: Omit<Step, Optional> & Partial<Pick<Step, Optional>>): Step {
  return {
    needs: [],
    screen: undefined,
    request: undefined,
    toVerify: [],
    alsoCalled: {},
    sets: {},
    edits: undefined,
    ...parts,
  }
}

/** Every value that a step puts into Marketo, in the order of the screen; never a secret. */
export function valuesOf({ movements }: Step): readonly CopyValue[] {
  return movements.flatMap(movementValues)
}

function movementValues(movement: Movement): readonly CopyValue[] {
  switch (movement.kind) {
    case 'enter':
    case 'choose':
      return [copyValue(movement.label, movement.value, languageOf(movement))]
    case 'secret':
      return [copyValue(`${movement.label}, with the secret ${movement.secret}`, movement.format)]
    case 'add':
      return [
        copyValue(`Add the ${movement.what}`, movement.name),
        ...movement.settings.flatMap((setting) => settingValues(movement.name, setting)),
      ]
    case 'copy':
    case 'click':
    case 'tick':
    case 'leave':
    case 'do':
      return []
  }
}

function settingValues(
  rule: string,
  { label, operator, value }: RuleSetting,
): readonly CopyValue[] {
  const place = label === '' ? rule : `${rule}, ${label}`
  return [
    ...(operator === undefined ? [] : [copyValue(`${place}, operator`, operator)]),
    ...(value === undefined ? [] : [copyValue(place, value)]),
  ]
}

function languageOf(movement: Extract<Movement, { kind: 'enter' | 'choose' }>): string {
  return movement.kind === 'enter' ? movement.language : 'text'
}

function copyValue(label: string, value: string, language = 'text'): CopyValue {
  return { label, value, language }
}

export function enter(label: string, value: string, language = 'text'): Movement {
  return { kind: 'enter', label, value, language }
}

export function choose(label: string, value: string): Movement {
  return { kind: 'choose', label, value }
}

export function click(label: string): Movement {
  return { kind: 'click', label }
}

export function act(words: Sentence): Movement {
  return { kind: 'do', words }
}

import type { Screen, ScreenId } from '../marketo/screens/screen.ts'
import { screenNamed } from '../marketo/screens/screens.ts'
import type { Step } from './step.ts'

/** Where a step takes place, and what is doubtful about the words of that screen. */
export type ScreenParts = PathParts & Pick<Step, 'screen'>

/** The way to a screen on which nothing is changed. */
export type PathParts = Pick<Step, 'where' | 'toVerify' | 'alsoCalled'>

/** The path of a screen with names in the place of its angle brackets, and its doubtful labels. */
export function screenParts(
  id: ScreenId,
  names: Readonly<Record<string, string>> = {},
): ScreenParts {
  const { path, inferred, alsoCalled } = screenNamed(id)
  return {
    screen: id,
    where: withoutRepeats(path.map((part) => nameIn(part, names))),
    toVerify: inferred,
    alsoCalled,
  }
}

/** Only the words that the path shows: for steps that look and change nothing. */
export function pathParts(id: ScreenId, names: Readonly<Record<string, string>> = {}): PathParts {
  const { path, inferred, alsoCalled } = screenNamed(id)
  const isShown = (label: string): boolean => path.includes(label)
  return {
    where: withoutRepeats(path.map((part) => nameIn(part, names))),
    toVerify: inferred.filter(isShown),
    alsoCalled: Object.fromEntries(Object.entries(alsoCalled).filter(([label]) => isShown(label))),
  }
}

/** The button that ends a screen. */
export function confirmOf(id: ScreenId): string {
  return screenNamed(id).confirm
}

function nameIn(part: Screen['path'][number], names: Readonly<Record<string, string>>): string {
  const name = /^<(.+)>$/.exec(part)?.[1]
  return name === undefined ? part : (names[name] ?? `the ${name}`)
}

/** A campaign that stands in no program stands directly under Marketing Activities. */
function withoutRepeats(path: readonly string[]): readonly string[] {
  return path.filter((part, index) => part !== path[index - 1])
}

import type { Argument, Command, Option } from 'commander'

/** What could stand in the place of the word that is being typed. */
export type AskedFor =
  /** A value of an option or an argument, behind what is typed already: `--env=`. */
  | { readonly kind: 'value'; readonly of: Option | Argument; readonly prefix: string }
  | { readonly kind: 'options'; readonly options: readonly Option[] }
  | { readonly kind: 'commands'; readonly commands: readonly Command[] }
  | { readonly kind: 'nothing' }

const NOTHING: AskedFor = { kind: 'nothing' }

/** Follows the words through the command line's own declarations; the last word is the one that is being typed. */
export function askedFor(program: Command, words: readonly string[]): AskedFor {
  const before = words.slice(0, -1)
  const typed = words.at(-1) ?? ''
  let command = program
  let position = 0
  for (let nth = 0; nth < before.length; nth++) {
    const word = before[nth] ?? ''
    const option = optionNamed(word, command)
    if (option !== undefined) {
      if (takesValue(option) && nth === before.length - 1) return valueOf(option, '')
      if (takesValue(option)) nth += 1
      continue
    }
    if (word.startsWith('-')) continue
    const below = command.commands.find((each) => each.name() === word)
    if (below === undefined) position += 1
    else [command, position] = [below, 0]
  }
  return askedAt(command, position, typed)
}

function askedAt(command: Command, position: number, typed: string): AskedFor {
  const [, name = '', prefix] = /^(--[^=]+)(?==)/.exec(typed) ?? []
  const assigned = name === '' ? undefined : optionNamed(name, command)
  if (assigned !== undefined) return valueOf(assigned, prefix ?? `${name}=`)
  if (typed.startsWith('-')) return { kind: 'options', options: optionsOf(command) }
  const commands = command.commands.filter((each) => !isHidden(each))
  if (commands.length > 0) return position === 0 ? { kind: 'commands', commands } : NOTHING
  const argument = command.registeredArguments[position] ?? lastVariadic(command)
  return argument === undefined ? NOTHING : valueOf(argument, '')
}

function valueOf(of: Option | Argument, prefix: string): AskedFor {
  return { kind: 'value', of, prefix }
}

function lastVariadic({ registeredArguments }: Command): Argument | undefined {
  const last = registeredArguments.at(-1)
  return last?.variadic === true ? last : undefined
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional
}

/** A command's own options, and those that all commands take. */
function optionsOf(command: Command): readonly Option[] {
  const all = [command, ...(command.parent === null ? [] : parentsOf(command))]
  return all.flatMap(({ options }) => options.filter(({ hidden }) => !hidden))
}

function parentsOf(command: Command): readonly Command[] {
  return command.parent === null ? [] : [command.parent, ...parentsOf(command.parent)]
}

function optionNamed(word: string, command: Command): Option | undefined {
  return optionsOf(command).find(({ long, short }) => word === long || word === short)
}

/** The library hides a command in its help, and has no public word for that. */
function isHidden(command: Command): boolean {
  const shown = command.parent?.createHelp().visibleCommands(command.parent) ?? []
  return !shown.includes(command)
}

import type { Command } from 'commander'
import { visibleText } from '../../base/visible-text.ts'
import type { CommandContext } from '../command.ts'
import { askedFor, type AskedFor } from '../completion/asked-for.ts'
import { listValues, type Candidate } from '../completion/list-values.ts'
import { VALUE_SOURCES } from '../completion/value-sources.ts'
import { EXIT } from '../exit-codes.ts'

/** A shell puts a completed word on its line as it stands: nothing may be in it that a shell obeys. */
const HARMLESS = /^[\w@%+:,./-]+$/

const MOST_ABOUT = 70

/** Prints a line for each word that could be meant; nothing where files are, or nobody knows. */
export async function completeWords(
  command: Command,
  words: readonly string[],
  context: CommandContext,
): Promise<number> {
  const typed = words.filter((word) => word !== '=')
  const current = words.at(-1) === '=' ? [...typed, ''] : typed
  const asked = askedFor(command.parent ?? command, current)
  const prefix = asked.kind === 'value' ? asked.prefix : ''
  const started = (current.at(-1) ?? '').slice(prefix.length)
  const config = configIn(current) ?? context.options.config
  const options = { ...context.options, config }
  const candidates = await candidatesFor(asked, { ...context, options })
  const lines = candidates
    .filter(({ value }) => value.startsWith(started) && HARMLESS.test(value))
    .map(({ value, about }) => `${prefix}${value}\t${inFewWords(about)}\n`)
  context.host.stdout.write([...new Set(lines)].join(''))
  return EXIT.clean
}

async function candidatesFor(
  asked: AskedFor,
  context: CommandContext,
): Promise<readonly Candidate[]> {
  switch (asked.kind) {
    case 'nothing':
      return []
    case 'commands':
      return asked.commands.map((each) => ({ value: each.name(), about: each.description() }))
    case 'options':
      return asked.options.map(({ long, short, description }) => ({
        value: long ?? short ?? '',
        about: description,
      }))
    case 'value': {
      const { of } = asked
      if (of.argChoices !== undefined) return of.argChoices.map((value) => ({ value, about: '' }))
      const source = VALUE_SOURCES['long' in of ? (of.long ?? '') : of.name()]
      return source === undefined ? [] : listValues(source, context)
    }
  }
}

function inFewWords(about: string): string {
  const plain = visibleText(about.replaceAll(/\s+/g, ' '))
  return plain.length > MOST_ABOUT ? `${plain.slice(0, MOST_ABOUT - 1)}…` : plain
}

/** The project file, where it is named on the line that is being typed. */
function configIn(words: readonly string[]): string | undefined {
  const nth = words.slice(0, -1).indexOf('--config')
  const assigned = words.find((word) => word.startsWith('--config='))
  return assigned?.slice('--config='.length) ?? (nth === -1 ? undefined : words[nth + 1])
}

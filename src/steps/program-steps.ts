import { screenNamed } from '../marketo/screens/dialogs.ts'
import type { Program } from '../model/program.ts'
import { onScreen, type Step } from './step.ts'

/** The Marketo program and its My Tokens; nothing where the campaigns stand in none. */
export function programSteps({ home, title, environment }: Program): readonly Step[] {
  if (home === undefined) return []
  const template = home.template?.value
  const folder = home.folder?.value ?? 'Marketing Activities'
  const workspace = environment.workspace?.value ?? environment.id.value
  const clone: Step = {
    id: 'program.clone',
    actor: 'api',
    title:
      template === undefined
        ? `Create the program for ${title.value}`
        : `Clone the program ${template}`,
    needs: [],
    place: ['Marketing Activities', workspace],
    does: [
      {
        kind: 'do',
        words:
          template === undefined
            ? ['Create a program in the folder ', onScreen(folder), '.']
            : ['Clone ', onScreen(template), ' into the folder ', onScreen(folder), '.'],
      },
    ],
    expect: `The program stands in ${folder}, with its campaigns inactive.`,
    otherwise: 'A program name is unique in the whole subscription: add the region to it.',
    undo: 'Delete the program as long as nobody has been through its campaigns.',
  }
  const screen = screenNamed('my-tokens')
  if (home.tokens.length === 0) return [clone]
  return [
    clone,
    {
      id: 'program.tokens',
      actor: 'api',
      title: 'Set the My Tokens of the program',
      needs: ['program.clone'],
      place: screen.path,
      does: home.tokens.flatMap(({ name, type, value }) => [
        { kind: 'choose', label: 'Token type', value: type.value } as const,
        { kind: 'enter', label: 'Token Name', value: name.value, language: 'text' } as const,
        { kind: 'enter', label: 'Value', value: value.value, language: 'text' } as const,
        { kind: 'click', label: screen.confirm } as const,
      ]),
      expect: `${home.tokens.length === 1 ? 'The token is' : 'The tokens are'} listed as local to this program.`,
      otherwise: 'An inherited token of the same name has to be overridden here.',
      undo: 'Set the earlier value.',
    },
  ]
}

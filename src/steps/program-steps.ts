import { slug } from '../base/slug.ts'
import type { MyToken } from '../model/program.ts'
import { listsOf } from './campaign-roles.ts'
import { confirmOf, pathParts, screenParts } from './on-screen.ts'
import { act, choose, click, enter, step, type Step } from './step.ts'
import { campaignHome, programName, type StepContext } from './step-context.ts'
import { code, onScreen, say, sentences } from './words.ts'

/** The Marketo program; nothing where the campaigns stand in none. */
export function programSteps({ compiled }: StepContext): readonly Step[] {
  const { home, environment } = compiled.program
  if (home === undefined) return []
  const name = programName(compiled.program)
  const template = home.template?.value
  const folder = home.folder?.value ?? 'Marketing Activities'
  const workspace = environment.workspace?.value ?? 'the workspace'
  const common = {
    id: 'program.clone',
    actor: 'api',
    edits: `Rename or move the program ${name}`,
    expect: sentences(
      say`The tree shows ${onScreen(name)} in ${onScreen(folder)}.`,
      template === undefined ? undefined : say`Its campaigns are inactive.`,
    ),
    ifNot: say`A program name is unique in the whole subscription. If this one is taken, somebody has begun before you: look at that program first.`,
    verify: say`The tree shows it at any time.`,
    undo: say`Delete the program, as long as nobody has been through its campaigns.`,
  } as const
  if (template === undefined)
    return [
      step({
        ...common,
        does: `Create the program ${name}`,
        ...screenParts('new-program', { workspace }),
        movements: [
          choose('Folder', folder),
          enter('Name', name),
          act(
            say`Leave the program type and the channel to the habits of your team: webhooks do not depend on them.`,
          ),
          click(confirmOf('new-program')),
        ],
        request: { method: 'POST', path: '/rest/asset/v1/programs.json', body: undefined },
      }),
    ]
  return [
    step({
      ...common,
      does: `Clone the program ${template}`,
      ...screenParts('clone-program', { workspace, template }),
      movements: [
        enter('Program Name', name),
        choose('Folder', folder),
        click(confirmOf('clone-program')),
      ],
      request: {
        method: 'POST',
        path: '/rest/asset/v1/program/{id}/clone.json',
        body: undefined,
      },
    }),
  ]
}

/** One step for each My Token: each is saved by itself. */
export function tokenSteps({ compiled }: StepContext): readonly Step[] {
  const { program } = compiled
  return (program.home?.tokens ?? []).map((token) => tokenStep(token, programName(program)))
}

function tokenStep({ name, type, value }: MyToken, program: string): Step {
  const body = new URLSearchParams({
    name: name.value,
    type: type.value,
    value: value.value,
    folderType: 'Program',
  })
  return step({
    id: `program.token.${slug(name.value)}`,
    actor: 'api',
    does: `Set the My Token ${name.value}`,
    needs: ['program.clone'],
    ...screenParts('my-tokens', { program }),
    movements: [
      choose('Token type', type.value),
      enter('Token Name', name.value),
      enter('Value', value.value),
      click(confirmOf('my-tokens')),
    ],
    request: {
      method: 'POST',
      path: '/rest/asset/v1/folder/{id}/tokens.json',
      body: body.toString(),
    },
    expect: say`The token ${onScreen(name.value)} is listed as local to this program, with this value.`,
    ifNot: say`A token of the same name may come from the folder above: override it here.`,
    verify: say`${code('GET /rest/asset/v1/folder/{id}/tokens.json?folderType=Program')} shows the value.`,
    undo: say`Set the earlier value, or delete the token if there was none.`,
  })
}

/** The static lists that flows add people to. */
export function listSteps({ compiled }: StepContext): readonly Step[] {
  const { program } = compiled
  return listsOf(program.campaigns).map((name) =>
    step({
      id: `list.${slug(name)}`,
      actor: 'api',
      does: `Have the static list ${name}`,
      ...pathParts('list', { list: name }),
      movements: [
        act(
          say`Look whether the list is there. If not, create a static list with exactly this name:`,
        ),
        enter('Name', name),
      ],
      request: {
        method: 'POST',
        path: '/rest/asset/v1/staticLists.json',
        body: new URLSearchParams({ name }).toString(),
      },
      expect: say`The list is there, and the flow step ${onScreen('Add to List')} offers it.`,
      ifNot: say`A smart list cannot be added to: it has to be a static one, in a workspace that ${onScreen(campaignHome(program))} can see.`,
      verify: say`The tree of lists shows it at any time.`,
      undo: say`Leave it: an empty list does no harm.`,
    }),
  )
}

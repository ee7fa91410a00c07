import { slug } from '../base/slug.ts'
import { campaignHome, programName, type StepContext } from './step-context.ts'

/**
 * What the screens call the things of a program, by the beginning of their steps' ids: enough to find
 * them when the definition is gone.
 */
export function thingNames({ compiled }: StepContext): Readonly<Record<string, string>> {
  const { program, webhooks } = compiled
  const { campaigns, fields, home, launchpoint } = program
  return Object.fromEntries([
    ...webhooks.map(({ id, name }) => [`webhook.${id}`, name]),
    ...campaigns.map(({ id, name }) => [`campaign.${id.value}`, name.value]),
    ...fields.map(({ rest, displayName }) => [`field.${rest.value}`, displayName.value]),
    ...(home?.tokens ?? []).map(({ name }) => [`program.token.${slug(name.value)}`, name.value]),
    ['program', home === undefined ? campaignHome(program) : programName(program)],
    ...(launchpoint === undefined ? [] : [['access.service', launchpoint.service.value]]),
  ])
}

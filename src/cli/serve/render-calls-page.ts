import { leadsTo, shownPath } from '../../receiver/service/leads-to.ts'
import { receivedPage } from '../../site/received/received-page.ts'
import type { LeadFixture } from '../../model/lead-fixture.ts'
import { readReceivedAssets } from '../docs/read-assets.ts'
import type { Served } from './choose-served.ts'

/** The page as it is before anything has come. */
export function renderCallsPage(
  { environment, webhooks }: Served,
  origin: string,
  leads: readonly LeadFixture[],
): string {
  const endpoints = webhooks.map(({ compiled, webhook }) => ({
    method: webhook.method,
    path: shownPath(webhook),
    webhook: `${webhook.id} of ${compiled.program.id.value}`,
  }))
  const tryLine = tryLineOf({ environment, webhooks }, origin, leads)
  return receivedPage({ environment, origin, endpoints, tryLine, ...readReceivedAssets() })
}

/** The call of a fixture lead, to an endpoint whose path is known without one. */
function tryLineOf(
  { environment, webhooks }: Served,
  origin: string,
  leads: readonly LeadFixture[],
): string | undefined {
  const lead = leads.find(({ name }) => name === 'plain') ?? leads[0]
  // Where it listens at all addresses of the machine, this one is among them.
  const here = origin.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:')
  const served = webhooks.find(({ webhook }) => leadsTo(webhook)(shownPath(webhook)))
  if (lead === undefined || served === undefined) return undefined
  const { compiled, webhook } = served
  return `hookbook fire ${compiled.program.id.value} --webhook ${webhook.id} --lead ${lead.name} --env ${environment} --to ${here}${shownPath(webhook)}`
}

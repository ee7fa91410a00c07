import { afterAll, beforeAll, expect, test } from 'vitest'
import { readExchange } from '../../../src/emulate/read-exchange.ts'
import { nodeHost } from '../../../src/host/node-host.ts'
import { LIMITS } from '../../../src/marketo/limits.ts'
import { faultsOf } from '../../../src/receiver/faults.ts'
import { exampleWebhook } from '../../support/example-programs.ts'
import {
  LEAD_HEADERS,
  leadBody,
  openService,
  type OpenedService,
} from '../../support/opened-service.ts'

const webhook = exampleWebhook('lead-sync', 'sandbox-emea')
const host = nodeHost()
/** A busy machine is late: what ends in time is not judged by the tenth of a second. */
const SLACK = 5_000

let service: OpenedService

beforeAll(async () => {
  service = await openService('lead-sync --env sandbox-emea --fault-header')
})

afterAll(async () => {
  host.closeTransport()
  await service.stop()
})

/** All at once, as some take as long as Marketo waits. */
test('Marketo ends a call with each of the faults as it is said', async () => {
  const ends = faultsOf(webhook).map(async ({ id, outcomes }) => {
    const headers = Object.entries({ ...LEAD_HEADERS, 'x-hookbook-fault': id })
    const exchange = await host.transport(
      { method: 'POST', url: `${service.origin}/v1/leads`, headers, body: leadBody(1) },
      { milliseconds: LIMITS.timeoutMilliseconds + (outcomes.includes('written') ? SLACK : 0) },
    )
    const { status } = readExchange(webhook, exchange, {})
    return outcomes.includes(status) ? [] : [`${id}: ${status}`]
  })
  expect(ends.length).toBeGreaterThan(80)
  expect((await Promise.all(ends)).flat()).toEqual([])
}, 60_000)

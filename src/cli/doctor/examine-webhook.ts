import { destinationOf, refusedAddress, type CallPolicy } from '../../emulate/may-call.ts'
import { pinnedBy } from '../../compile/pinned-by.ts'
import type { Exchange } from '../../emulate/call.ts'
import { provesSuccess, readOnce } from '../../emulate/read-exchange.ts'
import type { Host } from '../../host/host.ts'
import { LIMITS } from '../../marketo/limits.ts'
import { describeOutcome } from '../describe-outcome.ts'
import { doubt, fails, ok, type Health } from './health.ts'
import { judgeTls } from './judge-tls.ts'
import { preflight } from './preflight.ts'
import type { ExaminedWebhook } from './examined-webhook.ts'

export interface Examining {
  readonly host: Host
  readonly policy: CallPolicy
  /** The real request of the fixture lead is sent, too. */
  readonly isSent: boolean
}

const HTTPS_PORT = 443

/** Name, certificate, an answer and the secret of one webhook's endpoint; what comes first has to be right. */
export async function examineWebhook(
  examined: ExaminedWebhook,
  { host, policy, isSent }: Examining,
): Promise<readonly Health[]> {
  const destination = destinationOf(examined.request.url, policy)
  if (destination === undefined)
    return [fails('URL', 'it begins with neither http:// nor https://')]
  if (destination.status === 'refused')
    return [refused(`"${destination.host}" is not called: ${destination.reason}`)]
  const { host: name, isAddress, url } = destination
  const addresses = isAddress ? [name] : await host.resolve(name)
  const [address] = addresses
  if (address === undefined) return [fails('name', `there is no host of the name "${name}"`)]
  const forbidden = refusedAddress(destination, addresses)
  if (forbidden !== undefined) return [refused(`"${name}" is not called: ${forbidden}`)]
  const found: Health[] = [
    ok('name', isAddress ? name : `${name} leads to ${addresses.join(', ')}`),
  ]
  if (url.protocol === 'http:') {
    found.push(doubt('TLS', 'there is none: whoever is on the way reads the secret and the lead'))
  } else {
    const port = url.port === '' ? HTTPS_PORT : Number(url.port)
    const probe = await host.probeTls({ hostName: name, address, port })
    found.push(...judgeTls(probe, name, host.now()))
  }
  if (found.some(({ level }) => level === 'fails')) return found
  const send = host.transportTo(addresses)
  found.push(...examined.unknownSecrets.map((why) => doubt('secret', why)))
  found.push(await preflight(examined.preflight, send))
  if (isSent) {
    const exchange = await send(examined.request, { milliseconds: LIMITS.timeoutMilliseconds })
    found.push(judgeCall(examined, exchange))
  }
  return found
}

function refused(detail: string): Health {
  return { level: 'refused', title: 'name', detail }
}

function judgeCall({ webhook, compiled }: ExaminedWebhook, exchange: Exchange): Health {
  const reading = readOnce(webhook, exchange, pinnedBy(compiled.program))
  const words = describeOutcome(reading.outcome, webhook).split('\n').join('; ')
  const time = `in ${Math.round(exchange.milliseconds)} ms`
  if (reading.outcome.status !== 'written') return fails('call', `${words} (${time})`)
  return provesSuccess(webhook, reading) === false
    ? doubt('call', `${words}; the answer does not prove success (${time})`)
    : ok('call', `${words} (${time})`)
}

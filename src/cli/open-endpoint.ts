import { destinationOf, refusedAddress, type CallPolicy } from '../emulate/may-call.ts'
import type { Transport } from '../emulate/call.ts'
import type { Host } from '../host/host.ts'
import type { Project } from '../model/project.ts'
import { OtherSideError, RefusedError, UsageError } from './command.ts'

/** What a project, and the words of one command, allow to be called. */
export function callPolicy(
  project: Project | undefined,
  alsoAllowed: string | undefined,
): CallPolicy {
  const allowed = project?.allowedHosts.map(({ value }) => value) ?? []
  return {
    allowedHosts: alsoAllowed === undefined ? allowed : [...allowed, alsoAllowed],
    privateHosts: project?.privateHosts.map(({ value }) => value) ?? [],
  }
}

/**
 * A transport to an endpoint that may be called. Its name is resolved once, here: what has been looked
 * at is what is connected to, even if the name leads elsewhere a moment later.
 */
export async function openEndpoint(
  url: string,
  policy: CallPolicy,
  host: Host,
): Promise<Transport> {
  const destination = destinationOf(url, policy)
  if (destination === undefined) {
    throw new UsageError(`"${url}" is no URL that begins with http:// or https://`)
  }
  if (destination.status === 'refused') throw refusal(destination.host, destination.reason)
  const { host: name, isAddress } = destination
  const addresses = isAddress ? [name] : await host.resolve(name)
  if (addresses.length === 0) throw new OtherSideError(`there is no host of the name "${name}"`)
  const reason = refusedAddress(destination, addresses)
  if (reason !== undefined) throw refusal(name, reason)
  return host.transportTo(addresses)
}

function refusal(host: string, reason: string): RefusedError {
  return new RefusedError(`"${host}" is not called: ${reason}`)
}

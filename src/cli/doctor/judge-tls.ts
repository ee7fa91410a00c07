import type { CertificateFacts, TlsProbe } from '../../host/tls-probe.ts'
import { dayOf } from '../../model/review.ts'
import { doubt, fails, ok, type Health } from './health.ts'

const DAY_MS = 86_400_000

/** Certificates are renewed by machines, most of them a month before their end: so late nobody will. */
const DAYS_TO_RENEW = 14

const OLD: readonly string[] = ['SSLv3', 'TLSv1', 'TLSv1.1']

/**
 * What is to be said of a handshake. Which versions and authorities Marketo takes is not documented, so
 * what every browser refuses is called a failure, and said to be a guess.
 * Source: RFC 8996 (TLS 1.0 and 1.1 are not to be used).
 */
export function judgeTls(probe: TlsProbe, hostName: string, now: number): readonly Health[] {
  if (probe.status === 'failed') return [fails('TLS', probe.reason)]
  const { protocol, certificate, milliseconds } = probe
  const version = OLD.includes(protocol)
    ? fails('TLS', `nothing newer than ${protocol}, which nobody should use any more (RFC 8996)`)
    : ok('TLS', `${protocol}, in ${Math.round(milliseconds)} ms`)
  return [version, judgeCertificate(certificate, hostName, now)]
}

function judgeCertificate(facts: CertificateFacts, hostName: string, now: number): Health {
  const { validFrom, validTo, names, isForHost, distrust } = facts
  const wrong = [
    ...(now > validTo ? [`it expired on ${dayOf(validTo)}`] : []),
    ...(now < validFrom ? [`it is not valid before ${dayOf(validFrom)}`] : []),
    ...(isForHost ? [] : [`it is for ${names.join(', ') || 'nobody'}, not for ${hostName}`]),
    ...(distrust === undefined ? [] : [distrust]),
  ]
  if (wrong.length > 0) return fails('certificate', wrong.join('; '))
  const left = Math.floor((validTo - now) / DAY_MS)
  const until = `for ${hostName}, until ${dayOf(validTo)}, ${left} days from now`
  return left < DAYS_TO_RENEW
    ? doubt('certificate', `${until}: it should have been renewed by now`)
    : ok('certificate', until)
}

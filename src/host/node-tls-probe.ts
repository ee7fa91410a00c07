import { checkServerIdentity, connect, type PeerCertificate, type TLSSocket } from 'node:tls'
import type { CertificateFacts, ProbeTarget, TlsProbe } from './tls-probe.ts'
import { codeOf, failed, TIMED_OUT, withCode } from './transport-ending.ts'

const DEADLINE_MS = 10_000

/** Of old versions only their name is wanted, so weak ciphers are offered for the handshake; nothing is sent over it. */
const WEAK = 'DEFAULT:@SECLEVEL=0'

/** Codes that say something about times, which are judged apart. */
const TIMES: readonly string[] = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']

const DISTRUST: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its authority is not known to this machine',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its authority is not known to this machine',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'the endpoint does not send the certificates between it and its authority',
  CERT_REVOKED: 'it has been revoked',
}

/** Shakes hands with whatever version both speak, and looks at the certificate whether or not it is trusted. */
export async function probeTls(target: ProbeTarget, now: () => number): Promise<TlsProbe> {
  const started = now()
  try {
    return await shakeHands(target, (socket) => ({
      status: 'open',
      protocol: socket.getProtocol() ?? 'an unknown version',
      certificate: factsOf(socket, target.hostName),
      milliseconds: now() - started,
    }))
  } catch (error) {
    const milliseconds = now() - started
    const ending = failed(error instanceof Error ? error : withCode(''), milliseconds)
    const reason = ending.status === 'unreachable' ? ending.reason : 'the host does not answer'
    return { status: 'failed', reason, milliseconds }
  }
}

function shakeHands<T>(
  { hostName, address, port }: ProbeTarget,
  look: (socket: TLSSocket) => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const isAddress = hostName === address
    const socket = connect({
      host: address,
      port,
      ...(isAddress ? {} : { servername: hostName }),
      rejectUnauthorized: false,
      minVersion: 'TLSv1',
      ciphers: WEAK,
    })
    const timer = setTimeout(() => socket.destroy(withCode(TIMED_OUT)), DEADLINE_MS)
    const done = (act: () => void): void => {
      clearTimeout(timer)
      socket.destroy()
      act()
    }
    socket.once('secureConnect', () => {
      const seen = look(socket)
      done(() => resolve(seen))
    })
    socket.once('error', (error) => done(() => reject(error)))
    socket.once('close', () => done(() => reject(withCode('ECONNRESET'))))
  })
}

function factsOf(socket: TLSSocket, hostName: string): CertificateFacts {
  const certificate = socket.getPeerCertificate()
  return {
    validFrom: Date.parse(certificate.valid_from),
    validTo: Date.parse(certificate.valid_to),
    names: namesOf(certificate),
    isForHost: checkServerIdentity(hostName, certificate) === undefined,
    distrust: distrustOf(socket.authorizationError),
  }
}

function namesOf({ subjectaltname = '', subject }: PeerCertificate): readonly string[] {
  const names = subjectaltname
    .split(', ')
    .map((each) => each.replace(/^(?:DNS|IP Address):/, ''))
    .filter((each) => each !== '')
  if (names.length > 0) return names
  const [common] = [subject.CN].flat()
  return common === undefined ? [] : [common]
}

/** The declared type is an error, and Node gives its code. */
function distrustOf(error: unknown): string | undefined {
  if (error === undefined || error === null) return undefined
  const code = error instanceof Error ? codeOf(error) : String(error)
  if (TIMES.includes(code)) return undefined
  return DISTRUST[code] ?? `it is not trusted (${code})`
}

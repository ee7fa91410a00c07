import type { HostFiles } from '../../host/host.ts'
import type { Listening } from '../../host/receiver-server.ts'
import { UsageError } from '../command.ts'
import type { ServeWords } from './serve-words.ts'

/** The certificate and its key, where TLS is wanted. */
export function readCertificate(
  { tlsCert, tlsKey }: ServeWords,
  files: HostFiles,
): Listening['tls'] {
  if (tlsCert === undefined && tlsKey === undefined) return undefined
  if (tlsCert === undefined || tlsKey === undefined) {
    throw new UsageError('TLS needs both, --tls-cert and --tls-key')
  }
  return { certificate: readPem(tlsCert, files), key: readPem(tlsKey, files) }
}

function readPem(path: string, files: HostFiles): string {
  const text = files.readText(path)
  if (text === undefined) throw new UsageError(`there is no file "${path}"`)
  if (!text.includes('-----BEGIN ')) throw new UsageError(`"${path}" is no file in PEM`)
  return text
}

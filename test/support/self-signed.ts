import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto'

/** A certificate of 127.0.0.1 and localhost for an hour, with its key, in PEM: made for a test and thrown away. */
export interface SelfSigned {
  readonly certificate: string
  readonly key: string
}

export interface SignedFor {
  /** Beside the address 127.0.0.1. */
  readonly name?: string
  /** Milliseconds from now on. */
  readonly from?: number
  readonly to?: number
}

export function selfSigned({
  name: host = 'localhost',
  from = -60_000,
  to = 3_600_000,
}: SignedFor = {}): SelfSigned {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  const name = sequence(set(sequence(oid([0x55, 4, 3]), text(0x0c, host))))
  const algorithm = sequence(oid([0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2]))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1)),
    algorithm,
    name,
    sequence(time(from), time(to)),
    name,
    publicKey,
    der(0xa3, sequence(alternativeNames(host))),
  )
  const signature = sign('sha256', body, privateKey)
  const whole = sequence(body, algorithm, der(0x03, Buffer.concat([Buffer.of(0), signature])))
  const lines = whole.toString('base64').replace(/.{64}(?=.)/g, '$&\n')
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

function alternativeNames(host: string): Buffer {
  const names = sequence(text(0x82, host), der(0x87, Buffer.of(127, 0, 0, 1)))
  return sequence(oid([0x55, 0x1d, 0x11]), der(0x04, names))
}

function time(fromNow: number): Buffer {
  const moment = new Date(Date.now() + fromNow).toISOString()
  return text(0x18, moment.replace(/\.\d+|[-:T]/g, ''))
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return der(0x30, Buffer.concat(parts))
}

function set(...parts: readonly Uint8Array[]): Buffer {
  return der(0x31, Buffer.concat(parts))
}

function oid(bytes: readonly number[]): Buffer {
  return der(0x06, Buffer.from(bytes))
}

function text(tag: number, value: string): Buffer {
  return der(tag, Buffer.from(value, 'utf8'))
}

/** Source: ITU-T X.690, distinguished encoding rules. */
function der(tag: number, content: Uint8Array): Buffer {
  const { length } = content
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...size), content])
}

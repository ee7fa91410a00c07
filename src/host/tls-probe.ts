/** Where to knock: a name, and the address that it was resolved to. */
export interface ProbeTarget {
  readonly hostName: string
  readonly address: string
  readonly port: number
}

/** What a handshake shows of an endpoint, whether or not one would trust it. */
export type TlsProbe =
  | {
      readonly status: 'open'
      /** `TLSv1.3`. */
      readonly protocol: string
      readonly certificate: CertificateFacts
      readonly milliseconds: number
    }
  | { readonly status: 'failed'; readonly reason: string; readonly milliseconds: number }

export interface CertificateFacts {
  /** Milliseconds since the epoch. */
  readonly validFrom: number
  readonly validTo: number
  /** The hosts that it is for. */
  readonly names: readonly string[]
  readonly isForHost: boolean
  /** Why nobody vouches for it; undefined where an authority does that this machine knows. Its times do not count here. */
  readonly distrust: string | undefined
}

/** Shakes hands and says goodbye: nothing is asked for. */
export type ProbeTls = (target: ProbeTarget) => Promise<TlsProbe>

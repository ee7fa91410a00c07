/** What is typed after `serve`. */
export interface ServeWords {
  readonly env?: string
  readonly port: number
  readonly host: string
  readonly allow?: readonly string[]
  readonly captures?: string
  readonly tlsCert?: string
  readonly tlsKey?: string
  readonly fault?: string
  readonly faultEvery: number
  readonly faultHeader?: boolean
  /** False for `--no-page`. */
  readonly page: boolean
  readonly pagePort?: number
  readonly open?: boolean
  readonly listFaults?: boolean
}

/** What is typed after `docs build`. */
export interface DocsBuildWords {
  readonly out: string
  readonly env?: string
  readonly pdf?: boolean
}

/** What is typed after `docs check`. */
export interface DocsCheckWords {
  readonly out?: string
  readonly today?: string
}

/** What is typed after `docs serve`. */
export interface DocsServeWords {
  readonly port?: number
  readonly open?: boolean
}

import type { TokenValue } from '../marketo/token-value.ts'

/** An invented person with the values that tokens would show: `leads/<name>.yaml`. */
export interface LeadFixture {
  /** The file's name without its ending. */
  readonly name: string
  readonly file: string
  readonly summary: string
  /** By token key: `lead.email address`, `company.company name`, `trigger.link`, in lower case. */
  readonly values: Readonly<Record<string, TokenValue>>
}

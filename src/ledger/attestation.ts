/**
 * A line of the ledger: somebody says that this state of a program is in Marketo.
 * It holds fingerprints and names, and no value: neither of a field of Marketo nor of a secret.
 */
export interface Attestation {
  readonly formatVersion: 1
  readonly program: string
  readonly environment: string
  readonly revision: number
  /** Of what the deployment means to Marketo, as on its runbook. */
  readonly fingerprint: string
  /** Of the definition without what environments set: the same in sandbox and production for the same revision. */
  readonly definition: string
  /** The commit at which it was attested; undefined outside a repository. */
  readonly commit: string | undefined
  /** Whoever attests, as a name. */
  readonly by: string
  /** In UTC, as `2026-11-26T14:20:00.000Z`. */
  readonly at: string
  /** Of each step that is done, by its id: the fingerprint of what it puts into Marketo. */
  readonly steps: Readonly<Record<string, string>>
}

import type { TokenUse } from '../compile/compiled-program.ts'
import type { PlacedToken } from '../marketo/body-formats/body-format.ts'

/** A token of a webhook, and where it stands in the text that holds it. */
export interface PlacedUse {
  readonly use: TokenUse
  readonly placed: PlacedToken
}

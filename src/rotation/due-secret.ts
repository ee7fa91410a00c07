/** A secret of one subscription and the day on which it ends, as `yyyy-mm-dd`. */
export interface DueSecret {
  readonly secret: string
  readonly subscription: string
  readonly expires: string
}

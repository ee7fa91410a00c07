/** One way in which a text changes between a page and a screen, without anybody meaning it. */
export interface Cause {
  readonly id: string
  /** What happened, and what does such things; never what to do, which depends on where the texts come from. */
  readonly says: string
  /** Makes texts that differ in nothing but this the same. */
  fold(text: string): string
}

/** A file to be written, byte for byte the same for the same definition. */
export interface OutputFile {
  /** Relative to the program's `generated` folder, with forward slashes. */
  readonly path: string
  readonly content: string
}

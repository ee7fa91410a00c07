/** A step into a response: a member by name, or an array's member by position. */
export type PathSegment =
  | { readonly kind: 'member'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'index'; readonly index: number; readonly start: number; readonly end: number }

export type PathReading =
  | { readonly status: 'path'; readonly segments: readonly PathSegment[] }
  | {
      readonly status: 'invalid'
      readonly start: number
      readonly end: number
      readonly message: string
    }

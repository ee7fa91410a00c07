import type { Markdown } from './markdown.ts'

/** What a template may show: texts, which are escaped, Markdown, which is not, and lists and groups of them. */
export type View =
  string | number | boolean | Markdown | readonly View[] | { readonly [name: string]: View }

/**
 * The names that a template may use, and of what kind each is. A view always holds all of them, so that
 * a template of a team can be checked before anything is rendered.
 */
export type Shape = 'text' | 'flag' | readonly [Shape] | { readonly [name: string]: Shape }

/** The view that fits a shape. An empty text or list stands for what is not there. */
export type ViewOf<S extends Shape> = S extends 'text'
  ? string | number | Markdown
  : S extends 'flag'
    ? boolean
    : S extends readonly [infer Item extends Shape]
      ? readonly ViewOf<Item>[]
      : S extends { readonly [name: string]: Shape }
        ? { readonly [Name in keyof S]: ViewOf<S[Name]> }
        : never

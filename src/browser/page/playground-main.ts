import { startPlayground } from './playground/panel.ts'

/** A script of its own: a page holds it packed, until its reader comes near the playground. */
globalThis.hookbookPlayground = startPlayground

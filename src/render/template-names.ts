const ENDING = '.md.hbs'

/** What a template's file is called. */
export function templateFile(name: string): string {
  return `${name}${ENDING}`
}

/** The name of a template by its file; undefined for a file that is called otherwise. */
export function templateName(file: string): string | undefined {
  return file.endsWith(ENDING) ? file.slice(0, -ENDING.length) : undefined
}

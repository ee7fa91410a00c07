import { createInterface } from 'node:readline'

/** Asks on the terminal; what is printed meanwhile goes to stderr, so that results can be piped. */
export function ask(question: string): Promise<string | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  return new Promise((resolve) => {
    terminal.on('close', () => resolve(undefined))
    terminal.question(question, (answer) => {
      resolve(answer)
      terminal.close()
    })
  })
}

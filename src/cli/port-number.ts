import { InvalidArgumentError } from 'commander'

const HIGHEST_PORT = 65_535

/** A port as it is typed; 0 is any free one. */
export function portNumber(value: string): number {
  const port = Number(value)
  if (/^[0-9]{1,5}$/.test(value) && port <= HIGHEST_PORT) return port
  throw new InvalidArgumentError(`a port is a whole number from 0 to ${HIGHEST_PORT}.`)
}

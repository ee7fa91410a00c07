/** What a step tells the runner: annotations, outputs and the summary of the job. */
import { appendFileSync } from 'node:fs'

/** One line in the log and beside the run; it is no failure. */
export function notice(message) {
  command('notice', message)
}

export function warning(message) {
  command('warning', message)
}

export function error(message) {
  command('error', message)
}

/** A value for later steps. A line break in it would begin another output. */
export function setOutput(name, value) {
  if (/[\r\n]/.test(value)) throw new Error(`the output ${name} has a line break`)
  append('GITHUB_OUTPUT', `${name}=${value}\n`)
}

/** Markdown below the job. Nothing is written outside of a runner. */
export function addToSummary(markdown) {
  append('GITHUB_STEP_SUMMARY', `${markdown.trimEnd()}\n\n`)
}

function append(variable, text) {
  const file = process.env[variable] ?? ''
  if (file !== '') appendFileSync(file, text)
}

function command(name, message) {
  process.stdout.write(`::${name} title=hookbook::${escapeData(message)}\n`)
}

/** The runner takes these three apart; see actions/toolkit, command.ts. */
function escapeData(message) {
  return message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

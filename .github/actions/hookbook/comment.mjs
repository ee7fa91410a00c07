/**
 * Keeps one comment of a pull request: finds its own by marker and author, edits it, or writes it.
 * That it may not, or cannot, is told in one sentence and fails no check: the comment is in the summary of the job too.
 */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pullRequestOf } from './lib/event.mjs'
import { githubApi, GitHubRefusal } from './lib/github-api.mjs'
import { isOurs, isSameText, isTooLong, markerOf, MOST_CHARACTERS } from './lib/own-text.mjs'
import { notice, warning } from './lib/workflow-commands.mjs'

const FOREIGN_NOTE =
  '> Made by a run of a fork, which may have changed what is said here: compare the steps with the runbook before you follow them.'

/** A run has one for each project. */
const MOST_COMMENTS = 20

const api = githubApi(process.env)
const folders = commentFolders(process.env['HOOKBOOK_FOLDER'] ?? '')
if (folders.length === 0) notice('the run has left no comment')
for (const folder of folders) await keepOrTell(folder)

/** The folder itself, or one below it for each artifact. */
function commentFolders(folder) {
  if (existsSync(join(folder, 'comment.md'))) return [folder]
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  return names
    .map((name) => join(folder, name))
    .filter((below) => existsSync(join(below, 'comment.md')))
    .slice(0, MOST_COMMENTS)
}

async function keepOrTell(folder) {
  try {
    const wanted = await wantedComment(folder, process.env)
    if (wanted.status === 'refused') notice(`no comment: ${wanted.reason}`)
    else process.stdout.write(`${await keep(wanted)}\n`)
  } catch (error) {
    if (!(error instanceof GitHubRefusal)) throw error
    const told = `the comment could not be written: ${error.message.replace('the permission', 'the permission "pull-requests: write"')}`
    // Whoever gives no permission does not want a comment: that is worth a word and no more.
    if (error.status === 401 || error.status === 403) notice(told)
    else warning(told)
  }
}

/** The number and the text; from an artifact of a fork's run nothing is taken on trust. */
async function wantedComment(folder, environment) {
  const text = readSmall(join(folder, 'comment.md'), 4 * MOST_CHARACTERS)
  if (text === undefined || isTooLong(text))
    return refused(`it is no file with at most the ${MOST_CHARACTERS} characters that GitHub takes`)
  const marker = markerOf(text)
  if (marker === undefined) return refused('its first line is not the marker of hookbook')
  if ((environment['HOOKBOOK_HEAD_SHA'] ?? '') === '') {
    const number = pullRequestOf(environment)?.number
    return number === undefined
      ? refused('this is no pull request')
      : { status: 'wanted', number, text, marker }
  }
  const number = Number(readSmall(join(folder, 'pull-request.txt'), 20)?.trim())
  if (!Number.isSafeInteger(number) || number < 1)
    return refused('the artifact names no pull request')
  if (!(await isHeadOf(number, environment)))
    return refused(`the run that made it is not of the newest commit of pull request ${number}`)
  return { status: 'wanted', number, text: withNote(text, marker), marker }
}

/** Whether the run was of this pull request, as GitHub itself says. */
async function isHeadOf(number, { HOOKBOOK_HEAD_SHA: sha, HOOKBOOK_HEAD_REPOSITORY: repository }) {
  const { state, head } = await api.get(`/pulls/${number}`)
  return state === 'open' && head?.sha === sha && head?.repo?.full_name === repository
}

async function keep({ number, text, marker }) {
  const all = await api.list(`/issues/${number}/comments?per_page=100`)
  const [first, ...others] = all.filter((comment) => isOurs(comment, marker, process.env))
  for (const { id } of others) await api.delete(`/issues/comments/${id}`)
  if (first === undefined) return create(number, text)
  if (isSameText(first.body, text)) return `the comment of pull request ${number} is up to date`
  try {
    await api.patch(`/issues/comments/${first.id}`, { body: text })
    return `the comment of pull request ${number} was edited`
  } catch (error) {
    // Somebody has deleted it since it was listed.
    if (!(error instanceof GitHubRefusal) || error.status !== 404) throw error
    return create(number, text)
  }
}

async function create(number, text) {
  await api.post(`/issues/${number}/comments`, { body: text })
  return `pull request ${number} has a comment now`
}

/** Undefined for what is not there, is too large, or is no plain file. */
function readSmall(file, mostBytes) {
  const found = lstatSync(file, { throwIfNoEntry: false })
  return found?.isFile() && found.size <= mostBytes ? readFileSync(file, 'utf8') : undefined
}

function withNote(text, marker) {
  return text.replace(marker, () => `${marker}\n\n${FOREIGN_NOTE}`)
}

function refused(reason) {
  return { status: 'refused', reason }
}

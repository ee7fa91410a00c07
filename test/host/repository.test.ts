import { execFileSync } from 'node:child_process'
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openNodeRepository } from '../../src/host/node-repository.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import type { Repository } from '../../src/host/repository.ts'
import { cleanEnvironment } from '../../src/host/run-git.ts'
import { gitRepository } from '../support/git-repository.ts'

function open(workingDirectory: string, folder = '.'): Repository {
  const opening = openNodeRepository(workingDirectory, folder, process.env)
  if (opening.status !== 'open') throw new Error(opening.status)
  return opening.repository
}

const FILES = {
  'programs/project.yaml': 'name: one\n',
  'programs/grüße/program.yaml': 'id: grüße\r\n',
  'programs/a "b"/program.yaml': 'id: quoted\n',
  'programs/.hidden/program.yaml': 'id: hidden\n',
  'schemas/answer.json': '{}\n',
  'empty.yaml': '',
}

test('files of a commit are read and listed as those of the disk were', () => {
  const { folder, write, commit } = gitRepository()
  write(FILES)
  const first = commit('one')
  write({ 'programs/project.yaml': 'name: two\n', 'programs/new/program.yaml': 'id: new\n' })
  const files = open(folder).filesAt(first)
  expect(files.readText('programs/project.yaml')).toBe('name: one\n')
  expect(files.readText('programs/grüße/program.yaml')).toBe('id: grüße\r\n')
  expect(files.readText('programs/a "b"/program.yaml')).toBe('id: quoted\n')
  expect(files.readText('schemas/answer.json')).toBe('{}\n')
  expect(files.readText('empty.yaml')).toBe('')
  expect(files.readText('programs/new/program.yaml')).toBeUndefined()
  expect(files.readText('programs')).toBeUndefined()
  expect(files.list('programs')).toEqual(['a "b"/', 'grüße/', 'project.yaml'])
  expect(files.list('.')).toEqual(['empty.yaml', 'programs/', 'schemas/'])
  expect(files.list('nothing')).toEqual([])
})

test('paths mean the same from a folder within, and by their whole name', () => {
  const { folder, write, commit } = gitRepository()
  write(FILES)
  const first = commit('one')
  const inside = open(`${folder}/programs/grüße`, '..').filesAt(first)
  expect(inside.readText('../project.yaml')).toBe('name: one\n')
  expect(inside.readText('../../schemas/answer.json')).toBe('{}\n')
  expect(inside.readText('../../../schemas/answer.json')).toBeUndefined()
  expect(inside.list('../..')).toEqual(['empty.yaml', 'programs/', 'schemas/'])
  const elsewhere = open(tmpdir(), `${folder}/programs`).filesAt(first)
  expect(elsewhere.readText(`${folder}/programs/project.yaml`)).toBe('name: one\n')
})

test('a link is followed to its file, within the revision', () => {
  const { folder, write, commit } = gitRepository()
  write(FILES)
  symlinkSync('project.yaml', join(folder, 'programs/linked.yaml'))
  symlinkSync('/etc/hostname', join(folder, 'programs/outside.yaml'))
  symlinkSync('circle.yaml', join(folder, 'programs/circle.yaml'))
  const files = open(folder).filesAt(commit('links'))
  expect(files.readText('programs/linked.yaml')).toBe('name: one\n')
  expect(files.readText('programs/outside.yaml')).toBeUndefined()
  expect(files.readText('programs/circle.yaml')).not.toContain('\n')
})

test('revisions are resolved; what names none, or looks like an option, is undefined', () => {
  const { folder, write, commit, git } = gitRepository()
  expect(open(folder).head).toBeUndefined()
  write(FILES)
  const first = commit('one')
  git('tag', 'v1')
  git('checkout', '--quiet', '-b', 'feature')
  write({ 'empty.yaml': 'no longer\n' })
  const second = commit('two')
  const repository = open(folder)
  expect(repository.head).toBe(second)
  expect(repository.resolve('main')).toBe(first)
  expect(repository.resolve('HEAD~1')).toBe(first)
  expect(repository.resolve(second.slice(0, 9))).toBe(second)
  expect(repository.resolve('nowhere')).toBeUndefined()
  expect(repository.resolve('--all')).toBeUndefined()
  expect(repository.resolve('HEAD:empty.yaml')).toBeUndefined()
  expect(repository.names()).toEqual(['feature', 'main', 'v1'])
  expect(repository.mergeBase(first, second)).toBe(first)
})

test('a clone knows its remote, and that it is shallow', () => {
  const origin = gitRepository()
  origin.write(FILES)
  const first = origin.commit('one')
  origin.write({ 'empty.yaml': 'no longer\n' })
  const second = origin.commit('two')
  const whole = mkdtempSync(join(tmpdir(), 'hookbook-clone-'))
  origin.git('clone', '--quiet', `file://${origin.folder}`, whole)
  expect(open(whole).target('origin/HEAD')).toBe('origin/main')
  expect(open(whole).isShallow).toBe(false)
  const shallow = mkdtempSync(join(tmpdir(), 'hookbook-clone-'))
  origin.git('clone', '--quiet', '--depth=1', `file://${origin.folder}`, shallow)
  const repository = open(shallow)
  expect(repository.isShallow).toBe(true)
  expect(repository.resolve(first)).toBeUndefined()
  expect(repository.resolve('origin/main')).toBe(second)
})

test('histories that never met have no merge base', () => {
  const { folder, write, commit, git } = gitRepository()
  write(FILES)
  const first = commit('one')
  git('checkout', '--quiet', '--orphan', 'other')
  const second = commit('other')
  expect(open(folder).mergeBase(first, second)).toBeUndefined()
})

test('outside a repository there is none, and a folder that is not there is no fault of ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hookbook-none-'))
  const environment = { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() }
  expect(openNodeRepository(folder, '.', environment)).toEqual({ status: 'no-repository' })
  expect(openNodeRepository(folder, 'missing', environment)).toMatchObject({ status: 'failed' })
})

test('a machine without git is told apart', () => {
  expect(openNodeRepository('.', '.', { PATH: '/nowhere' })).toEqual({ status: 'no-git' })
})

test('a repository of another user is told apart', () => {
  const { folder } = gitRepository()
  const programs = mkdtempSync(join(tmpdir(), 'hookbook-bin-'))
  const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim()
  const asAnother = `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec ${real} "$@"\n`
  writeFileSync(join(programs, 'git'), asAnother, { mode: 0o755 })
  const environment = {
    PATH: `${programs}:${process.env['PATH'] ?? ''}`,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  }
  expect(openNodeRepository(folder, '.', environment)).toEqual({ status: 'untrusted', folder })
})

test('variables that a hook of git sets do not lead elsewhere', () => {
  const { folder, write, commit } = gitRepository()
  write(FILES)
  const first = commit('one')
  const other = gitRepository()
  const opening = openNodeRepository(folder, '.', {
    ...process.env,
    GIT_DIR: join(other.folder, '.git'),
    GIT_INDEX_FILE: '/nowhere',
  })
  expect(opening).toMatchObject({ status: 'open', repository: { head: first } })
})

test('only what sets git up is handed on to it', () => {
  const environment = cleanEnvironment({
    PATH: '/bin',
    GIT_DIR: '/elsewhere',
    GIT_WORK_TREE: '/elsewhere',
    GIT_PAGER: 'less',
    GIT_CONFIG_COUNT: '1',
  })
  expect(environment).toEqual({
    PATH: '/bin',
    GIT_CONFIG_COUNT: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  })
})

test('a repository in memory answers like one on the disk', async () => {
  const { openRepository } = memoryHost({
    git: { revisions: { main: { 'a.yaml': 'a' }, HEAD: { 'a.yaml': 'b' } }, mergeBase: 'main' },
  })
  const opening = await openRepository('.')
  if (opening.status !== 'open') throw new Error(opening.status)
  const { repository } = opening
  const main = repository.resolve('main') ?? ''
  expect(main).toMatch(/^[0-9a-f]{40}$/)
  expect(repository.resolve(main)).toBe(main)
  expect(repository.mergeBase(main, repository.head ?? '')).toBe(main)
  expect(repository.filesAt(main).readText('a.yaml')).toBe('a')
  expect(repository.filesAt(repository.head ?? '').readText('a.yaml')).toBe('b')
  expect(repository.names()).toEqual(['main'])
  expect(repository.resolve('nowhere')).toBeUndefined()
  expect(await memoryHost().openRepository('.')).toEqual({ status: 'no-repository' })
})

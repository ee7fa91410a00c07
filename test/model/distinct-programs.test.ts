import { expect, test } from 'vitest'
import { distinctPrograms } from '../../src/model/distinct-programs.ts'
import { loadWorkspace } from '../../src/model/load-workspace.ts'
import type { Workspace } from '../../src/model/workspace.ts'

const PROJECT = `apiVersion: hookbook/v1
kind: Project
name: example
subscriptions:
  sandbox: {stage: sandbox}
  production: {stage: production}
environments:
  test: {subscription: sandbox, region: emea}
  prod-emea: {subscription: production, region: emea}
  prod-apac: {subscription: production, region: apac}
`

function program(url: string, vars = '{host: crm.example.com}'): string {
  return `apiVersion: hookbook/v1
kind: WebhookProgram
id: sync
title: Sync
revision: 1
vars: ${vars}
overridable: [vars]
webhooks:
  call:
    scope: environment
    marketo: {name: "Call \${environment}"}
    url: ${url}
    method: POST
`
}

function load(url: string, others: Readonly<Record<string, string>> = {}): Workspace {
  const files = { 'project.yaml': PROJECT, 'sync/program.yaml': program(url), ...others }
  const paths = Object.keys(files)
  return loadWorkspace(
    {
      readText: (path) => new Map(Object.entries(files)).get(path),
      list: (folder) => namesIn(folder, paths),
    },
    'project.yaml',
  )
}

function namesIn(folder: string, paths: readonly string[]): readonly string[] {
  const prefix = folder === '' ? '' : `${folder}/`
  const below = paths.filter((path) => path.startsWith(prefix))
  const names = below.map((path) => /^[^/]+\/?/.exec(path.slice(prefix.length))?.[0] ?? '')
  return [...new Set(names)].sort()
}

/** For each distinct program the URL of its webhook. */
function urls({ programs, diagnostics }: Workspace): readonly string[] {
  expect(diagnostics).toEqual([])
  return programs
    .flatMap(distinctPrograms)
    .map(({ webhooks }) => webhooks.map(({ url }) => url.value).join())
}

/** The name on the screen differs everywhere, unless it is written without its variable. */
function loadAlike(url: string, others: Readonly<Record<string, string>> = {}): Workspace {
  const text = program(url).replace(' ${environment}', '')
  return load(url, { 'sync/program.yaml': text, ...others })
}

test('what all environments get alike is one program', () => {
  expect(urls(loadAlike('https://${host}/a'))).toEqual(['https://crm.example.com/a'])
})

test('a built-in variable tells apart the environments in which it differs', () => {
  expect(urls(loadAlike('https://${host}/${region}'))).toEqual([
    'https://crm.example.com/emea',
    'https://crm.example.com/apac',
  ])
  expect(urls(load('https://${host}/a'))).toHaveLength(3)
})

test('a variable of a variable tells them apart as well', () => {
  const text = program('https://${host}/a', '{host: "${zone}.example.com", zone: "${region}"}')
  const same = text.replace(' ${environment}', '')
  expect(urls(loadAlike('', { 'sync/program.yaml': same }))).toEqual([
    'https://emea.example.com/a',
    'https://apac.example.com/a',
  ])
})

test('the revision stamp covers the environments of a subscription', () => {
  const stamped = urls(loadAlike('https://${host}/${revisionStamp}?${subscription}'))
  expect(stamped).toHaveLength(2)
})

test('an overlay tells apart the environments that it is for', () => {
  const overlay = `apiVersion: hookbook/v1
kind: Overlay
region: apac
vars: {host: apac.example.com}
`
  expect(urls(loadAlike('https://${host}/a', { 'sync/overlays/apac.yaml': overlay }))).toEqual([
    'https://crm.example.com/a',
    'https://apac.example.com/a',
  ])
})

test('a variable without a value is told for each environment', () => {
  const text = program('https://${host}/a', '{host: null}').replace(' ${environment}', '')
  const { diagnostics, programs } = load('', { 'sync/program.yaml': text })
  expect(diagnostics.map(({ message }) => message)).toEqual(
    ['prod-apac', 'prod-emea', 'test'].map(
      (environment) => `the variable "host" is not set for the environment "${environment}"`,
    ),
  )
  expect(diagnostics.every(({ related }) => related?.length === 1)).toBe(true)
  expect(programs.flatMap(distinctPrograms)).toHaveLength(3)
})

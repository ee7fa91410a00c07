import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost } from '../../src/host/memory-host.ts'
import { repositoryFiles } from '../support/repository-files.ts'

const SECRETS = {
  CRM_SYNC_KEY_PRODUCTION: 'PLANTED-secret-production',
  CRM_SYNC_KEY_SANDBOX: 'PLANTED-secret-sandbox',
  LEGACY_CRM_LOGIN_PRODUCTION: 'PLANTED-login',
  SIGNALS_CLIENT_SECRET_PRODUCTION: 'PLANTED-client-secret',
}

test('nothing that is built holds a secret, a lead of another file, the folder of the machine or a date of today', async () => {
  const lead =
    'apiVersion: hookbook/v1\nkind: Lead\nsummary: planted\nvalues:\n  lead:\n    Id: 77\n    Email Address: PLANTED-lead@example.com\n'
  const files = { ...repositoryFiles(), 'fixtures/leads/planted.yaml': lead }
  const host = memoryHost({ files, environment: SECRETS })
  expect(await main(['build'], host)).toBe(0)
  expect(await main(['docs', 'build'], host)).toBe(0)
  const written = Object.entries(host.written())
  const pages = written.filter(([path]) => path.startsWith('site/') && path.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(10)
  const built = [...written.filter(([path]) => path.includes('/generated/')), ...pages]
  expect(built.length).toBeGreaterThan(50)
  for (const [path, content] of built) {
    expect(content, path).not.toContain('PLANTED')
    expect(content, path).not.toMatch(/(?<![\w.])\/(?:work|home|root|tmp|usr)\//)
  }
}, 120_000)

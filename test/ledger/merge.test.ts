import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LEDGER_FORMAT, type Attestation } from '../../src/ledger/attestation.ts'
import { ledgerFile } from '../../src/ledger/ledger-file.ts'
import { readLedger, type Ledger } from '../../src/ledger/read-ledger.ts'
import { gitRepository, type GitRepository } from '../support/git-repository.ts'

const FOLDER = 'programs/lead-sync'
const ATTRIBUTES = readFileSync('.gitattributes', 'utf8')

function by(name: string): Attestation {
  return {
    formatVersion: LEDGER_FORMAT,
    program: 'lead-sync',
    environment: 'prod-emea',
    revision: 7,
    fingerprint: '904b4665cf24',
    definition: '0123456789abcdef',
    isComplete: false,
    commit: undefined,
    by: name,
    at: '2026-11-26T14:20:00.000Z',
    steps: { [`field.${name}`]: '0123456789abcdef' },
    removed: [],
    names: {},
  }
}

/** Two branches that write at the same time, merged. */
function merged(write: (branch: string, repository: GitRepository) => void): Ledger {
  const repository = gitRepository()
  repository.write({ '.gitattributes': ATTRIBUTES })
  const first = ledgerFile(FOLDER, by('first'))
  repository.write({ [first.path]: first.text })
  repository.commit('main')
  repository.git('checkout', '--quiet', '-b', 'other')
  write('other', repository)
  repository.commit('other')
  repository.git('checkout', '--quiet', 'main')
  write('own', repository)
  repository.commit('own')
  repository.git('merge', '--quiet', '--no-edit', 'other')
  const folder = join(repository.folder, FOLDER, 'ledger')
  const files = readdirSync(folder).map((name) => ({
    path: `${FOLDER}/ledger/${name}`,
    text: readFileSync(join(folder, name), 'utf8'),
  }))
  return readLedger(files)
}

test('two branches that attest at the same moment merge without a conflict, and lose nothing', () => {
  const { attestations, diagnostics } = merged((branch, repository) => {
    const { path, text } = ledgerFile(FOLDER, by(branch))
    repository.write({ [path]: text })
  })
  expect(diagnostics).toEqual([])
  expect(attestations.map(({ by: name }) => name).sort()).toEqual(['first', 'other', 'own'])
})

test('the same attestation on both branches is one', () => {
  const { attestations, diagnostics } = merged((_, repository) => {
    const { path, text } = ledgerFile(FOLDER, by('both'))
    repository.write({ [path]: text })
  })
  expect(diagnostics).toEqual([])
  expect(attestations.map(({ by: name }) => name).sort()).toEqual(['both', 'first'])
})

test('lines that somebody has gathered in one file merge, too', () => {
  const { attestations, diagnostics } = merged((branch, repository) => {
    const { path, text } = ledgerFile(FOLDER, by('first'))
    writeFileSync(join(repository.folder, path), text + ledgerFile(FOLDER, by(branch)).text)
  })
  expect(diagnostics).toEqual([])
  expect(attestations.map(({ by: name }) => name).sort()).toEqual(['first', 'other', 'own'])
})

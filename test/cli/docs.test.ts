import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { memoryHost, type MemoryHostOptions } from '../../src/host/memory-host.ts'

type Files = Readonly<Record<string, string>>

interface Run {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  readonly files: Files
}

async function run(words: string, options: MemoryHostOptions): Promise<Run> {
  const host = memoryHost({ seed: 1, ...options })
  const exitCode = await main(words.split(' '), host)
  return { exitCode, ...host.output(), files: host.written() }
}

const PROGRAM = 'programs/lead-sync/program.yaml'
const { files: STARTER } = await run('init', {})
const { files: BUILT } = await run('docs build', { files: STARTER })

/** The files with some words of one replaced; it must hold them. */
function edited(files: Files, path: string, before: string, after: string): Files {
  const text = files[path] ?? ''
  if (!text.includes(before)) throw new Error(`${path} does not hold ${before}`)
  return { ...files, [path]: text.replace(before, () => after) }
}

function siteOf(files: Files): readonly string[] {
  return Object.keys(files)
    .filter((path) => path.startsWith('site/'))
    .sort()
}

describe('building', () => {
  test('two builds give the same bytes, and no folder of this machine is in them', async () => {
    const { files } = await run('docs build', { files: STARTER })
    expect(siteOf(files)).toEqual(siteOf(BUILT))
    for (const path of siteOf(files)) expect(files[path], path).toBe(BUILT[path])
    expect(
      siteOf(files)
        .map((path) => files[path])
        .join('\n'),
    ).not.toContain('/work')
  })

  test.each(['site/index.html', 'site/manifest.json', 'site/lead-sync/live.html'])(
    'a file of somebody else, %s, is never replaced, and nothing is written',
    async (path) => {
      const files = { ...STARTER, [path]: 'mine' }
      const built = await run('docs build', { files })
      expect(built.exitCode).toBe(5)
      expect(built.stderr).toContain(`"${path}" was not written by "docs build"`)
      expect(built.files).toEqual(files)
    },
  )

  test.each([
    ['pages/', 'pages/index.html'],
    ['pages\\runbooks', 'pages/runbooks/index.html'],
    ['./', './index.html'],
  ])('the folder %s is where the pages go', async (out, index) => {
    const { files } = await run(`docs build --env live --out ${out}`, { files: STARTER })
    expect(files[index]).toContain('runbooks of its webhooks')
  })

  test('a folder without a name is this one, and not the root of the disk', async () => {
    const host = memoryHost({ files: STARTER })
    await main(['docs', 'build', '--env', 'live', '--out', ''], host)
    expect(Object.keys(host.written())).toContain('./index.html')
  })

  test('files of somebody else that are in no way stay', async () => {
    const built = await run('docs build', { files: { ...STARTER, 'site/CNAME': 'mine' } })
    expect(built.exitCode).toBe(0)
    expect(built.files['site/CNAME']).toBe('mine')
  })

  test('a page whose environment is gone is removed by a whole build, and by no other', async () => {
    const files = edited(BUILT, PROGRAM, 'revision: 1', 'revision: 1\nenvironments: [test]')
    const part = await run('docs build lead-sync --env test', { files })
    expect(siteOf(part.files)).toContain('site/lead-sync/live.html')
    const whole = await run('docs build', { files })
    expect(siteOf(whole.files)).not.toContain('site/lead-sync/live.html')
    expect(whole.stdout).toContain('site/lead-sync/live.html removed')
  })

  test('a manifest that was tampered with removes nothing elsewhere', async () => {
    const files = edited(
      BUILT,
      'site/manifest.json',
      '"index.html"',
      '"../schemas/x.json", "index.html"',
    )
    const built = await run('docs build', { files: { ...files, 'schemas/x.json': '{}' } })
    expect(built.files['schemas/x.json']).toBe('{}')
  })

  test('a build that was killed between two files is finished by the next', async () => {
    const host = memoryHost({ files: STARTER })
    const writeText = (path: string, content: string): void => {
      if (path === 'site/lead-sync/test.html') throw new Error('killed')
      host.files.writeText(path, content)
    }
    const dying = { ...host, files: { ...host.files, writeText } }
    await expect(main(['docs', 'build'], dying)).rejects.toThrow('killed')
    const { exitCode, files } = await run('docs build', { files: host.written() })
    expect(exitCode).toBe(0)
    for (const path of siteOf(BUILT)) expect(files[path], path).toBe(BUILT[path])
  })

  test.each(['../up', 'a/b', 'contract', '..\\up'])(
    'an environment called %s writes nothing outside its place',
    async (name) => {
      const files = edited(
        STARTER,
        'programs/project.yaml',
        '  live:',
        `  ${JSON.stringify(name)}:`,
      )
      const built = await run('docs build', { files })
      expect(built.exitCode).toBe(5)
      expect(built.files).toEqual(files)
    },
  )

  test('a definition with an error, or a credential, is told and not built', async () => {
    const broken = edited(STARTER, PROGRAM, 'revision: 1', 'revision: one')
    const told = await run('docs build', { files: broken })
    expect(told.exitCode).toBe(1)
    expect(told.stdout).toContain('nothing is built from a definition that could not be read')
    const typed = edited(
      STARTER,
      PROGRAM,
      '{secret: crm-key, format: "Bearer ${secret}"}',
      'Bearer abcdef0123456789',
    )
    const refused = await run('docs build', { files: typed })
    expect(refused.exitCode).toBe(1)
    expect(siteOf(refused.files)).toEqual([])
    expect(refused.stdout).not.toContain('abcdef0123456789')
  })
})

test.each([
  [undefined, '/site/\n'],
  ['node_modules/\n', 'node_modules/\n/site/\n'],
  ['node_modules/', 'node_modules/\n/site/\n'],
  ['site/\n', 'site/\n'],
])('init adds the pages to a list of ignored files that is %j', async (before, after) => {
  const { files } = await run('init', {
    files: before === undefined ? {} : { '.gitignore': before },
  })
  expect(files['.gitignore']).toBe(after)
})

describe('printing', () => {
  const PDF = 'site/lead-sync/live.pdf'
  const CHANGED = edited(STARTER, PROGRAM, 'revision: 1', 'revision: 2')

  test('a PDF is printed anew only when its page has changed', async () => {
    const first = await run('docs build --pdf', { files: STARTER })
    expect(first.stdout).toContain('2 printed')
    expect(first.files[PDF]).toContain('Lead sync to the CRM: live | revision 1')
    expect(first.files[PDF]).toMatch(/lead-sync, live · fingerprint [0-9a-f]{12}/)
    const again = await run('docs build --pdf', { files: first.files })
    expect(again.stdout).toContain('0 printed')
    const kept = await run('docs build', { files: first.files })
    expect(kept.files).toEqual(first.files)
  })

  test('a PDF of an older page does not stay beside the new one', async () => {
    const { files } = await run('docs build --pdf', { files: STARTER })
    const built = await run('docs build', {
      files: { ...files, [PROGRAM]: CHANGED[PROGRAM] ?? '' },
    })
    expect(built.stdout).toContain(`${PDF} removed`)
    expect(built.files[PDF]).toBeUndefined()
  })

  test.each([
    ['missing', 2],
    ['failed', 4],
  ] as const)(
    'a printer that is %s is said, and everything else is written',
    async (noPdf, exitCode) => {
      const built = await run('docs build --pdf', { files: STARTER, noPdf })
      expect(built.exitCode).toBe(exitCode)
      expect(built.stderr).toContain(
        'hookbook: there is no printer in memory; run: install-printer',
      )
      expect(siteOf(built.files)).toEqual(siteOf(BUILT))
    },
  )

  test('a PDF of somebody else is never replaced', async () => {
    const built = await run('docs build --pdf', { files: { ...STARTER, [PDF]: 'mine' } })
    expect(built.exitCode).toBe(5)
    expect(built.files[PDF]).toBe('mine')
  })
})

describe('checking', () => {
  async function check(files: Files, today = '2026-12-01'): Promise<readonly string[]> {
    const { stdout } = await run(`docs check --today ${today} --format compact`, { files })
    return stdout.split('\n').filter((line) => line !== '' && !line.includes('nobody has stated'))
  }

  const withReview = (last: string): Files =>
    edited(STARTER, PROGRAM, 'revision: 1', `revision: 1\nreview: {last: ${last}}`)

  test.each([
    [
      '2026-06-01',
      'warning review-in-time a review of "lead-sync" was due on 2026-11-28, 3 days ago',
    ],
    ['2026-06-04', 'info review-in-time a review of "lead-sync" is due today'],
    ['2026-06-18', 'info review-in-time a review of "lead-sync" is due in 14 days, on 2026-12-15'],
    [
      '2026-12-02',
      'warning review-in-time the pages of "lead-sync" were reviewed on 2026-12-02, which is yet to come',
    ],
  ])('pages that were reviewed on %s are told of', async (last, words) => {
    const { files } = await run('build', { files: withReview(last) })
    expect(await check(files)).toEqual([`${PROGRAM}:7:16: ${words}`])
  })

  test.each(['2026-06-19', '2026-12-01'])(
    'pages that were reviewed on %s are not',
    async (last) => {
      const { files } = await run('build', { files: withReview(last) })
      expect(await check(files)).toEqual([])
    },
  )

  test('where the project wants none, nobody is told of reviews', async () => {
    const files = edited(STARTER, 'programs/project.yaml', '  review: {every: 180d}\n', '')
    const { stdout } = await run('docs check', { files: (await run('build', { files })).files })
    expect(stdout).toContain('no problems')
  })

  test('a project weighs what is found as it likes', async () => {
    const files = edited(
      withReview('2026-01-01'),
      'programs/project.yaml',
      'secrets:',
      'severities: {review-in-time: error}\nsecrets:',
    )
    const built = await run('build', { files })
    const { exitCode } = await run('docs check --today 2026-12-01', { files: built.files })
    expect(exitCode).toBe(1)
  })

  test('a built page that is older than the definition, is missing, or is too many is stale', async () => {
    const older = edited(BUILT, 'site/lead-sync/live.html', 'Lead sync', 'Lead sink')
    expect((await check(older)).join()).toContain(
      '1 built file of "lead-sync" in "site" not up to date',
    )
    const { ['site/lead-sync/test.html']: _gone, ...missing } = BUILT
    expect((await check(missing)).join()).toContain('1 built file of "lead-sync"')
    expect(await check(BUILT)).toEqual([])
    expect(await check(STARTER)).toEqual([])
  })

  test('of a part that was built, only that part is missed', async () => {
    const { files } = await run('docs build --env live', { files: STARTER })
    expect(await check(files)).toEqual([])
    const { ['site/lead-sync/live.html']: _gone, ...missing } = files
    expect((await check(missing)).join()).toContain('1 built file of "lead-sync"')
  })

  test('a broken link of a note is told once, where it was written', async () => {
    const notes = '## Diagnose\n\nSee [the gateway](gatway.md) or [fix](#4-fixx).\n'
    const files = {
      ...STARTER,
      'programs/lead-sync/notes.md': notes,
      'programs/lead-sync/gateway.md': '# Gateway',
    }
    const built = await run('build', { files })
    expect(await check(built.files)).toEqual([
      'programs/lead-sync/notes.md:3:19: error links-lead-somewhere "gatway.md" leads nowhere: there is no "programs/lead-sync/gatway.md"',
      'programs/lead-sync/notes.md:3:39: error links-lead-somewhere "#4-fixx" leads nowhere: there is no heading "#4-fixx"',
    ])
  })

  test('links of a note that lead to files, pages, headings and other sites are good', async () => {
    const notes = [
      '## Diagnose',
      '',
      'See [the gateway](gateway.md#how-it-runs), [fix](#4-fix), [contract](generated/contract.md),',
      '[folder](../leads/), [site](https://example.com/a?b#c), [mail](mailto:crm@example.com).',
      '',
    ].join('\n')
    const files = {
      ...STARTER,
      'programs/lead-sync/notes.md': notes,
      'programs/lead-sync/gateway.md': '# Gateway\n\n## How it runs\n',
    }
    const built = await run('build', { files })
    expect(await check(built.files)).toEqual([])
  })

  test("links of a team's template are looked at on the page that it makes", async () => {
    const files = {
      ...STARTER,
      'programs/templates/tell.md.hbs': 'See [the plan](../../plan.md).',
    }
    const built = await run('build', { files })
    expect(await check(built.files)).toEqual([
      expect.stringMatching(
        /^programs\/lead-sync\/generated\/live\/runbook\.md:[0-9]+:16: error links-lead-somewhere "\.\.\/\.\.\/plan\.md" leads nowhere: there is no "programs\/lead-sync\/plan\.md"$/,
      ),
    ])
  })

  test('README files beside the programs are read, too', async () => {
    const files = {
      ...STARTER,
      'programs/README.md': '[a](lead-sync/program.yaml) [b](lead-sink/)',
    }
    expect(await check(files)).toEqual([
      'programs/README.md:1:33: error links-lead-somewhere "lead-sink/" leads nowhere: there is no "programs/lead-sink"',
    ])
  })
})

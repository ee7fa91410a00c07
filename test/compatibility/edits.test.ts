import { Ajv, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import type { Witness } from '../../src/compatibility/compatibility.ts'
import { responseTypeNamed } from '../../src/marketo/response-types/response-types.ts'
import { bodyFormatNamed } from '../../src/marketo/body-formats/body-formats.ts'
import type { JsonSchema } from '../../src/model/webhook.ts'
import type { SchemaEdit } from '../../bench/support/schema-edits.mjs'
import { compareEdit, EDITS } from './edits.ts'

test('there are as many breaking edits as harmless ones', () => {
  const breaking = EDITS.filter(({ isBreaking }) => isBreaking)
  expect([breaking.length, EDITS.length]).toEqual([30, 60])
})

test.each(EDITS.filter(({ isBreaking }) => !isBreaking))('is compatible: $id', (edit) => {
  expect(compareEdit(edit).verdict.status).toBe('compatible')
})

test.each(EDITS.filter(({ isBreaking }) => isBreaking))(
  'is broken, with a witness: $id',
  (edit) => {
    const { verdict } = compareEdit(edit)
    const breaks = verdict.status === 'broken' ? verdict.breaks : []
    expect(breaks).not.toEqual([])
    for (const { witness } of breaks) expect(isWitness(witness, edit)).toBe(true)
  },
)

/** The validator, set up by hand: nothing of ours is asked. */
function isWitness({ before, after }: Witness, edit: SchemaEdit): boolean {
  const old = validatorOf(edit.before)
  const now = validatorOf(edit.after)
  const [first, second] = [before, after].map((body) => valueOf(body, edit))
  if (edit.side === 'request') return old(first) === true && now(second) === false
  const isPossible = old(first) === true && now(second) === true
  return isPossible && (old(second) === false || now(first) === false)
}

function validatorOf(schema: JsonSchema): ValidateFunction {
  const isNewer = JSON.stringify(schema).includes('2020-12')
  const ajv = isNewer ? new Ajv2020({ strict: false }) : new Ajv({ strict: false })
  addFormats.default(ajv)
  return ajv.compile(schema)
}

function valueOf(body: string, { side, program }: SchemaEdit): unknown {
  const { tokenEncoding, responseType } = program.webhooks.w
  const reading =
    side === 'response' && responseType === 'XML'
      ? responseTypeNamed('XML').read?.(body)
      : bodyFormatNamed(
          side === 'request' && tokenEncoding === 'Form/Url' ? 'form' : 'json',
        ).readBody(body)
  return reading?.status === 'read' ? reading.value : undefined
}

import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { SaxesParser } from 'saxes'

/**
 * Whether a witness shows a break, asked of a validator that is set up here. A request was valid and is
 * not any more. Of answers, the one could come before and the other comes now: and either what comes now
 * could not come before, or what came before cannot come any more.
 */
export function isWitness({ before, after }, edit) {
  const [old, now] = [edit.before, edit.after].map(validatorOf)
  const [first, second] = [before, after].map((body) => valueOf(body, edit))
  if (edit.side === 'request') return old(first) && !now(second)
  return old(first) && now(second) && (!old(second) || !now(first))
}

function validatorOf(schema) {
  const options = { strict: false }
  const isNewer = schema.$schema.includes('2020-12')
  const ajv = isNewer ? new Ajv2020(options) : new Ajv(options)
  addFormats.default(ajv)
  return ajv.compile(schema)
}

function valueOf(body, { side, program }) {
  const { tokenEncoding, responseType } = program.webhooks.w
  if (side === 'response' && responseType === 'XML') return xmlValue(body)
  const isForm = side === 'request' && tokenEncoding === 'Form/Url'
  return isForm ? Object.fromEntries(new URLSearchParams(body)) : JSON.parse(body)
}

/** Elements become members, and their text a value; none of the answers repeats an element. */
function xmlValue(body) {
  const open = [{ members: {}, text: '' }]
  const parser = new SaxesParser()
  parser.on('opentag', () => open.push({ members: {}, text: '' }))
  parser.on('text', (text) => (open.at(-1).text += text))
  parser.on('closetag', ({ name }) => {
    const { members, text } = open.pop()
    open.at(-1).members[name] = Object.keys(members).length > 0 ? members : text
  })
  parser.write(body).close()
  return open[0].members
}

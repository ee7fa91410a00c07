import { fieldTypeNamed } from '../marketo/field-types/field-types.ts'
import { OBJECT_WORDS, TYPE_WORDS } from '../marketo/screens/field-words.ts'
import type { CustomField } from '../model/program.ts'
import type { StepContext } from './step-context.ts'
import { confirmOf, pathParts, screenParts } from './on-screen.ts'
import { act, choose, click, enter, step, type Step } from './step.ts'
import { code, listWords, onScreen, say, sentences, type Sentence } from './words.ts'

/** Custom fields that the program needs, and the look at their names once they are there. */
export function fieldSteps({ compiled, siblings }: StepContext): readonly Step[] {
  const { fields } = compiled.program
  if (fields.length === 0) return []
  return [...fields.map((field) => createStep(field, siblings)), namesStep(fields)]
}

function createStep(field: CustomField, siblings: readonly string[]): Step {
  const { displayName, object, rest, type, length } = field
  const name = displayName.value
  const parts = screenParts('new-custom-field')
  return step({
    id: `field.${rest.value}`,
    actor: 'api',
    does: `Create the field ${name}`,
    edits: `Edit the field ${name}`,
    sets: length === undefined ? {} : { length: String(length.value) },
    ...parts,
    toVerify: [OBJECT_WORDS[object.value], TYPE_WORDS[type.value], ...parts.toVerify],
    movements: [
      choose('Object', OBJECT_WORDS[object.value]),
      choose('Type', TYPE_WORDS[type.value]),
      enter('Name', name),
      enter('API Name', rest.value),
      click(confirmOf('new-custom-field')),
    ],
    request: requestOf(field),
    expect: sentences(
      say`The list of fields shows ${onScreen(name)}.`,
      length === undefined
        ? undefined
        : say`The definition counts on ${String(length.value)} characters.`,
    ),
    ifNot: sentences(
      say`If the field is there already, do not create another: compare its type and its API name.`,
      siblings.length === 0
        ? undefined
        : say`It may come from ${listWords(siblings, 'or')}: one subscription, one set of fields.`,
    ),
    verify: say`${code(`GET /rest/v1/leads/schema/fields/${rest.value}.json`)} answers with the type ${code(type.value)}.`,
    undo: say`A field can be hidden, not deleted. Leave it: nothing reads it yet.`,
  })
}

/** The REST API creates fields of a person, and no text areas. Source: Experience League, "Leads"; OpenAPI. */
function requestOf({ displayName, object, rest, type }: CustomField): Step['request'] {
  if (object.value !== 'person' || fieldTypeNamed(type.value).maxBytes !== undefined)
    return undefined
  const input = [{ displayName: displayName.value, name: rest.value, dataType: type.value }]
  return {
    method: 'POST',
    path: '/rest/v1/leads/schema/fields.json',
    body: JSON.stringify({ input }, undefined, 2),
  }
}

function namesStep(fields: readonly CustomField[]): Step {
  return step({
    id: 'field.names',
    actor: 'human',
    does: 'Check the names of the fields',
    needs: fields.map(({ rest }) => `field.${rest.value}`),
    ...pathParts('export-field-names'),
    movements: [
      act(
        say`Open the exported file and look for each field. One field has three names: tokens use the display name, response mappings the SOAP name, the REST API the REST name.`,
      ),
    ],
    expect: sentences(...fields.map(namesOf)),
    ifNot: say`If a SOAP name differs, change it in the definition before you go on: the response mappings use that name.`,
    verify: say`${code('GET /rest/v1/leads/describe.json')} shows the same names.`,
    undo: say`Nothing was changed.`,
  })
}

function namesOf({ displayName, rest, soap }: CustomField): Sentence {
  const own = say`${onScreen(displayName.value)} has the REST name ${code(rest.value)}`
  return soap === undefined
    ? say`${own}; no response mapping uses it.`
    : say`${own} and the SOAP name ${code(soap.value)}.`
}

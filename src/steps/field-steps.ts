import { screenNamed } from '../marketo/screens/dialogs.ts'
import type { Program } from '../model/program.ts'
import type { Step } from './step.ts'

/** Custom fields that the program needs. */
export function fieldSteps({ fields }: Program): readonly Step[] {
  const screen = screenNamed('new-custom-field')
  return fields.map(({ displayName, object, rest, soap, type, length }): Step => {
    const name = displayName.value
    return {
      id: `field.${rest.value}`,
      actor: 'human',
      title: `Create the field ${name}`,
      needs: [],
      place: screen.path,
      does: [
        { kind: 'choose', label: 'Object', value: object.value },
        { kind: 'choose', label: 'Type', value: type.value },
        { kind: 'enter', label: 'Name', value: name, language: 'text' },
        { kind: 'enter', label: 'API Name', value: rest.value, language: 'text' },
        { kind: 'click', label: screen.confirm },
        ...(length === undefined
          ? []
          : [
              {
                kind: 'do',
                words: [`The definition counts on ${length.value} characters.`],
              } as const,
            ]),
      ],
      expect:
        soap === undefined
          ? `Field Management lists ${name}.`
          : `Export Field Names lists ${name} with the SOAP name ${soap.value}; the response mappings use that name.`,
      otherwise:
        'If the field exists already, compare its type and its API names instead of creating it.',
      undo: 'A field can be hidden, not deleted.',
    }
  })
}

import { section, type Section } from '../section.ts'
import { symptomRows } from '../symptom-rows.ts'
import { cellWords } from '../../words-markdown.ts'

export const SYMPTOMS: Section = section({
  number: 2,
  name: 'symptoms',
  title: 'Symptom, cause, fix',
  shape: { rows: [{ symptom: 'text', cause: 'text', fix: 'text', again: 'text' }] },
  view: ({ context, outline }) => ({
    rows: symptomRows(context).map(({ symptom, cause, fix, isTransient }) => ({
      symptom: cellWords(symptom, outline),
      cause: cellWords(cause, outline),
      fix: cellWords(fix, outline),
      again: isTransient ? 'yes' : 'after the repair',
    })),
  }),
})

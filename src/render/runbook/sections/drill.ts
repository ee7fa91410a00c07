import { cellCode } from '../../markdown.ts'
import { wordsMarkdown } from '../../words-markdown.ts'
import { drillOf } from '../drill.ts'
import { section, type Section } from '../section.ts'

export const DRILL: Section = section({
  number: 14,
  name: 'drill',
  title: 'Drill and sign-off',
  shape: {
    minutes: 'text',
    rows: [{ time: 'text', person: 'text', activity: 'text', errorType: 'text', response: 'text' }],
    questions: [{ number: 'text', minutes: 'text', question: 'text', answer: 'text' }],
  },
  view: ({ context, outline }) => {
    const drill = drillOf(context)
    const questions = drill?.questions ?? []
    return {
      minutes: questions.reduce((sum, { minutes }) => sum + minutes, 0),
      rows: (drill?.rows ?? []).map(({ time, person, activity, errorType, response }) => ({
        time,
        person,
        activity,
        errorType,
        response: response === '' ? '' : cellCode(response),
      })),
      questions: questions.map(({ minutes, question, answer }, index) => ({
        number: index + 1,
        minutes,
        question: wordsMarkdown(question, outline),
        answer: wordsMarkdown(answer, outline),
      })),
    }
  },
})

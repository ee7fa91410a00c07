import { textClass, type ValueClass } from '../value-class.ts'

export const script: ValueClass = textClass('script', 'is run by a page that shows it', [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
])

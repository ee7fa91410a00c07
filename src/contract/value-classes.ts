import type { ValueClass } from './value-class.ts'
import { ampersand } from './value-classes/ampersand.ts'
import { apostrophe } from './value-classes/apostrophe.ts'
import { backslash } from './value-classes/backslash.ts'
import { blank } from './value-classes/blank.ts'
import { bothBooleans } from './value-classes/both-booleans.ts'
import { combiningMarks } from './value-classes/combining-marks.ts'
import { controlCharacters } from './value-classes/control-characters.ts'
import { emoji } from './value-classes/emoji.ts'
import { equalsSign } from './value-classes/equals-sign.ts'
import { formFragment } from './value-classes/form-fragment.ts'
import { formula } from './value-classes/formula.ts'
import { halfACharacter } from './value-classes/half-a-character.ts'
import { headerInjection } from './value-classes/header-injection.ts'
import { htmlEntity } from './value-classes/html-entity.ts'
import { jsonFragment } from './value-classes/json-fragment.ts'
import { lineBreaks } from './value-classes/line-breaks.ts'
import { lineSeparators } from './value-classes/line-separators.ts'
import { longest } from './value-classes/longest.ts'
import { lookAlikes } from './value-classes/look-alikes.ts'
import { multiValue } from './value-classes/multi-value.ts'
import { numbersAsText } from './value-classes/numbers-as-text.ts'
import { oddAddresses } from './value-classes/odd-addresses.ts'
import { oddDates } from './value-classes/odd-dates.ts'
import { oddNumbers } from './value-classes/odd-numbers.ts'
import { pathTraversal } from './value-classes/path-traversal.ts'
import { percent } from './value-classes/percent.ts'
import { plus } from './value-classes/plus.ts'
import { propertyNames } from './value-classes/property-names.ts'
import { quotes } from './value-classes/quotes.ts'
import { rightToLeft } from './value-classes/right-to-left.ts'
import { script } from './value-classes/script.ts'
import { severalBytes } from './value-classes/several-bytes.ts'
import { spaces } from './value-classes/spaces.ts'
import { tab } from './value-classes/tab.ts'
import { templateSyntax } from './value-classes/template-syntax.ts'
import { unset } from './value-classes/unset.ts'
import { urlSyntax } from './value-classes/url-syntax.ts'
import { wordsThatAreValues } from './value-classes/words-that-are-values.ts'
import { xmlFragment } from './value-classes/xml-fragment.ts'
import { xmlSyntax } from './value-classes/xml-syntax.ts'

/** Every class of awkward values. A new one is one file in `value-classes/` and its two lines here. */
export const VALUE_CLASSES: readonly ValueClass[] = [
  ampersand,
  apostrophe,
  backslash,
  blank,
  bothBooleans,
  combiningMarks,
  controlCharacters,
  emoji,
  equalsSign,
  formFragment,
  formula,
  halfACharacter,
  headerInjection,
  htmlEntity,
  jsonFragment,
  lineBreaks,
  lineSeparators,
  longest,
  lookAlikes,
  multiValue,
  numbersAsText,
  oddAddresses,
  oddDates,
  oddNumbers,
  pathTraversal,
  percent,
  plus,
  propertyNames,
  quotes,
  rightToLeft,
  script,
  severalBytes,
  spaces,
  tab,
  templateSyntax,
  unset,
  urlSyntax,
  wordsThatAreValues,
  xmlFragment,
  xmlSyntax,
]

import type { Rule } from './rule.ts'
import { alertAddressValid } from './rules/alert-address-valid.ts'
import { apiPermissionKnown } from './rules/api-permission-known.ts'
import { backslashMattersNot } from './rules/backslash-matters-not.ts'
import { callAfterEnrichment } from './rules/call-after-enrichment.ts'
import { campaignNameUnique } from './rules/campaign-name-unique.ts'
import { contentTypeDeclared } from './rules/content-type-declared.ts'
import { contentTypeValid } from './rules/content-type-valid.ts'
import { contractDeclared } from './rules/contract-declared.ts'
import { customFieldClassed } from './rules/custom-field-classed.ts'
import { customFieldNamesValid } from './rules/custom-field-names-valid.ts'
import { datetimeFormatInContract } from './rules/datetime-format-in-contract.ts'
import { defaultEncodingKnown } from './rules/default-encoding-known.ts'
import { defaultFitsType } from './rules/default-fits-type.ts'
import { encodingFitsFormat } from './rules/encoding-fits-format.ts'
import { errorTypeNotReliedOn } from './rules/error-type-not-relied-on.ts'
import { executedCampaignWaitsForNothing } from './rules/executed-campaign-waits-for-nothing.ts'
import { failureCampaignLookedAfter } from './rules/failure-campaign-looked-after.ts'
import { failuresAreCaught } from './rules/failures-are-caught.ts'
import { fieldByDisplayName } from './rules/field-by-display-name.ts'
import { fieldMappedOnce } from './rules/field-mapped-once.ts'
import { filterLogicValid } from './rules/filter-logic-valid.ts'
import { freeTextHasOwnPurpose } from './rules/free-text-has-own-purpose.ts'
import { headerNamesLegal } from './rules/header-names-legal.ts'
import { headerTokenPlain } from './rules/header-token-plain.ts'
import { headerValuesLegal } from './rules/header-values-legal.ts'
import { httpsUrl } from './rules/https-url.ts'
import { idempotencyDeclared } from './rules/idempotency-declared.ts'
import { idempotencyKeySent } from './rules/idempotency-key-sent.ts'
import { knownConstraint } from './rules/known-constraint.ts'
import { knownFilter } from './rules/known-filter.ts'
import { knownFlowStep } from './rules/known-flow-step.ts'
import { knownOperator } from './rules/known-operator.ts'
import { knownToken } from './rules/known-token.ts'
import { knownTrigger } from './rules/known-trigger.ts'
import { leadIdInPayload } from './rules/lead-id-in-payload.ts'
import { lifecycleFollowsSuccess } from './rules/lifecycle-follows-success.ts'
import { mappedFieldNotChangedAfterCall } from './rules/mapped-field-not-changed-after-call.ts'
import { mappedFieldNotReadInSameFlow } from './rules/mapped-field-not-read-in-same-flow.ts'
import { mappingAlwaysWrites } from './rules/mapping-always-writes.ts'
import { mappingFieldIsSoapName } from './rules/mapping-field-is-soap-name.ts'
import { mappingFieldKnown } from './rules/mapping-field-known.ts'
import { mappingPathValid } from './rules/mapping-path-valid.ts'
import { mappingTypeFits } from './rules/mapping-type-fits.ts'
import { mappingsHaveResponseType } from './rules/mappings-have-response-type.ts'
import { munchkinIdValid } from './rules/munchkin-id-valid.ts'
import { myTokenDefined } from './rules/my-token-defined.ts'
import { myTokenValueFitsType } from './rules/my-token-value-fits-type.ts'
import { noEmailLinkToken } from './rules/no-email-link-token.ts'
import { noPersonalDataInUrl } from './rules/no-personal-data-in-url.ts'
import { noPlaceholderDefault } from './rules/no-placeholder-default.ts'
import { noScriptInWebhook } from './rules/no-script-in-webhook.ts'
import { noTemplateOnDelete } from './rules/no-template-on-delete.ts'
import { noTemplateOnGet } from './rules/no-template-on-get.ts'
import { noTokenInChoice } from './rules/no-token-in-choice.ts'
import { noTokenInHost } from './rules/no-token-in-host.ts'
import { noTokenInKey } from './rules/no-token-in-key.ts'
import { noWaitBeforeCall } from './rules/no-wait-before-call.ts'
import { noWebhookLoop } from './rules/no-webhook-loop.ts'
import { ownerStated } from './rules/owner-stated.ts'
import { personalDataHasPurpose } from './rules/personal-data-has-purpose.ts'
import { priorityKnown } from './rules/priority-known.ts'
import { promotionLeadsUp } from './rules/promotion-leads-up.ts'
import { purposeForSentData } from './rules/purpose-for-sent-data.ts'
import { qualificationStated } from './rules/qualification-stated.ts'
import { requestedCampaignListens } from './rules/requested-campaign-listens.ts'
import { responseConstraintCanMatch } from './rules/response-constraint-can-match.ts'
import { sandboxHasOwnEndpoint } from './rules/sandbox-has-own-endpoint.ts'
import { scoreChangeSigned } from './rules/score-change-signed.ts'
import { secretDiffersByStage } from './rules/secret-differs-by-stage.ts'
import { secretRotationStated } from './rules/secret-rotation-stated.ts'
import { secretTimesValid } from './rules/secret-times-valid.ts'
import { secretsByReference } from './rules/secrets-by-reference.ts'
import { stepComplete } from './rules/step-complete.ts'
import { successIsPossible } from './rules/success-is-possible.ts'
import { templateWellFormed } from './rules/template-well-formed.ts'
import { tokenAloneInString } from './rules/token-alone-in-string.ts'
import { tokenInScope } from './rules/token-in-scope.ts'
import { tokenSpelledAsListed } from './rules/token-spelled-as-listed.ts'
import { tokensQuotedWhereNeeded } from './rules/tokens-quoted-where-needed.ts'
import { tokensUnquoted } from './rules/tokens-unquoted.ts'
import { triggerCampaignOnly } from './rules/trigger-campaign-only.ts'
import { triggersOrSchedule } from './rules/triggers-or-schedule.ts'
import { typedDefaultForNumbersDatesBooleans } from './rules/typed-default-for-numbers-dates-booleans.ts'
import { urlCharactersLegal } from './rules/url-characters-legal.ts'
import { urlHostPublic } from './rules/url-host-public.ts'
import { urlTokenEncoded } from './rules/url-token-encoded.ts'
import { waitDurationWrittenOut } from './rules/wait-duration-written-out.ts'
import { webhookIsCalled } from './rules/webhook-is-called.ts'
import { webhookNameUnique } from './rules/webhook-name-unique.ts'
import { wellFormedDefault } from './rules/well-formed-default.ts'

/** Every lint rule, by id. A new rule is one file in `rules/` and its two lines here. */
export const RULES: readonly Rule[] = [
  alertAddressValid,
  apiPermissionKnown,
  backslashMattersNot,
  callAfterEnrichment,
  campaignNameUnique,
  contentTypeDeclared,
  contentTypeValid,
  contractDeclared,
  customFieldClassed,
  customFieldNamesValid,
  datetimeFormatInContract,
  defaultEncodingKnown,
  defaultFitsType,
  encodingFitsFormat,
  errorTypeNotReliedOn,
  executedCampaignWaitsForNothing,
  failureCampaignLookedAfter,
  failuresAreCaught,
  fieldByDisplayName,
  fieldMappedOnce,
  filterLogicValid,
  freeTextHasOwnPurpose,
  headerNamesLegal,
  headerTokenPlain,
  headerValuesLegal,
  httpsUrl,
  idempotencyDeclared,
  idempotencyKeySent,
  knownConstraint,
  knownFilter,
  knownFlowStep,
  knownOperator,
  knownToken,
  knownTrigger,
  leadIdInPayload,
  lifecycleFollowsSuccess,
  mappedFieldNotChangedAfterCall,
  mappedFieldNotReadInSameFlow,
  mappingAlwaysWrites,
  mappingFieldIsSoapName,
  mappingFieldKnown,
  mappingPathValid,
  mappingTypeFits,
  mappingsHaveResponseType,
  munchkinIdValid,
  myTokenDefined,
  myTokenValueFitsType,
  noEmailLinkToken,
  noPersonalDataInUrl,
  noPlaceholderDefault,
  noScriptInWebhook,
  noTemplateOnDelete,
  noTemplateOnGet,
  noTokenInChoice,
  noTokenInHost,
  noTokenInKey,
  noWaitBeforeCall,
  noWebhookLoop,
  ownerStated,
  personalDataHasPurpose,
  priorityKnown,
  promotionLeadsUp,
  purposeForSentData,
  qualificationStated,
  requestedCampaignListens,
  responseConstraintCanMatch,
  sandboxHasOwnEndpoint,
  scoreChangeSigned,
  secretDiffersByStage,
  secretRotationStated,
  secretTimesValid,
  secretsByReference,
  stepComplete,
  successIsPossible,
  templateWellFormed,
  tokenAloneInString,
  tokenInScope,
  tokenSpelledAsListed,
  tokensQuotedWhereNeeded,
  tokensUnquoted,
  triggerCampaignOnly,
  triggersOrSchedule,
  typedDefaultForNumbersDatesBooleans,
  urlCharactersLegal,
  urlHostPublic,
  urlTokenEncoded,
  waitDurationWrittenOut,
  webhookIsCalled,
  webhookNameUnique,
  wellFormedDefault,
]

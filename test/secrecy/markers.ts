/** Texts that stand for what must never be seen; each is found nowhere else in the repository. */
type Markers = Readonly<Record<string, string>>

/** Values of the environment variables that the definitions refer to. */
export const SECRET_VALUES: Markers = {
  CRM_KEY: `Zq7"bearer\\K3y/+=9xWv`,
  CRM_LOGIN: `svc-hook-9xQ:Pa55'w0rd&<9>`,
  CLIENT_ID: 'client-id-44f1-QQx7-b3',
  CLIENT_SECRET: 'c1ient~s3cret%41%zz+Kf',
  SANDBOX_KEY: 'sandbox-only-8841-kkPq',
}

/** Credentials that somebody has typed into a definition. */
export const TYPED_SECRETS: Markers = {
  'Authorization header': 'tYpedBearer0123456789abcdefX1',
  'X-Api-Key header': 'tYped"api\\key/77+Qz=',
  'login in a header of another name': 'dXNlcjp0WXBlZGxvZ2luOTk4OA',
  'user in the URL': 'typed-user-9931',
  'password in the URL': 'tYpedUrlPassw0rd55',
  'key in the query': 'tYpedQueryKey8812aB',
  'token in the path': 'T0kenInPathAb1Cd2Ef3Gh4Ij5Kl6',
  'key in the template': 'tYpedTemplateKey1177',
  'password in a form': 'tYpedFormPassword66',
  'My Token': 'tYpedMyTokenValue4455',
  variable: 'tYpedVariable9900Cc',
  'place of a secret': 'tYpedInsteadOfEnv3344',
}

/** What fixture leads hold. */
export const LEAD_VALUES: Markers = {
  'first name': 'Zoë "Qx" Marker-Öl',
  'last name': `O'Planted & <Söhne>`,
  email: 'planted.lead+7781@example.com',
  phone: '+49 (555) 0199-8841',
  company: 'Planted "W1dgetZ" \\ S0ns 漢字',
  title: 'Chief\tPlanted;Officer|7',
}

/** The lead that `fire` is told to send and that samples are made of. */
export const NAMED_LEAD_VALUES: Markers = {
  'named first name': 'Nadine-Named-5521',
  'named last name': 'Nachname "N" \\ 5522',
  'named email': 'named.lead.5523@example.com',
  'named phone': '+49 5524 5524 5524',
  'named company': 'Named & <Company> 5525',
  'named title': 'Named Title 5526',
}

/** What endpoints answer. */
export const ANSWER_VALUES: Markers = {
  'mapped value': 'answered-mapped-value-6601',
  'other value': 'answered "other" \\ value-6602',
  'member name': 'answered-member-name-6603',
  'header value': 'answered-header-value-6604',
  'reason phrase': 'Answered-Reason-6605',
  'broken body': 'answered-broken-body-6606',
  'XML name': 'answered-xml-name-6607',
  'media type': 'answered-media-type-6608',
}

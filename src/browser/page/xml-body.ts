import { xmlBody } from '../../marketo/body-formats/xml-body.ts'

/** A script of its own: pages whose webhooks send XML have it before theirs. */
globalThis.hookbookXmlBody = xmlBody

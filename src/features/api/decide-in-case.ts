import { NotFound } from '../../kernel/faults.ts'
import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { decideItem, handFile, readCase } from '../applications/index.ts'
import { decision, itemFileQuery } from './case-forms.ts'
import { mustFit } from './must-fit.ts'
import { answerStanding, caseAt, refuseCase } from './own-case.ts'
import { officerOf } from './own-draft.ts'
import { readBody, readParameters } from './read-body.ts'

/** Writes down what is decided about the item in the address; what is left out is empty. */
export async function decideInCase(call: Call): Promise<CallAnswer> {
  const text = readBody(call, decision)
  const outcome = await decideItem(call.site, officerOf(call), caseAt(call), { itemId: await itemId(call), ...text })
  if (!outcome.ok) throw refuseCase(call, outcome.refusals, { 'leaf-missing': 'leaf', 'withheld-unknown': 'withheld' })
  return answerStanding(call)
}

/** Adds a document that goes with the item. Its bytes must be those whose digest came along. */
export async function handInCase(call: Call): Promise<CallAnswer> {
  const { name, role, original } = readParameters(call, itemFileQuery, call.query)
  mustFit(call.header('content-digest'), call.bytes)
  const file = call.bytes.length > 0 ? { name, bytes: call.bytes } : undefined
  const handed = { itemId: await itemId(call), role, file, ...(original === undefined ? {} : { originalId: original }) }
  const outcome = await handFile(call.site, officerOf(call), caseAt(call), handed)
  if (!outcome.ok) throw refuseCase(call, outcome.refusals, fieldOf)
  return { ...(await answerStanding(call)), status: 201 }
}

const fieldOf = {
  ...{ 'original-missing': 'original', 'role-missing': 'role', 'file-missing': 'name', 'file-empty': 'name', 'file-too-large': 'name' },
  ...{ 'file-kind-not-allowed': 'name', 'file-not-what-it-says': 'name', 'same-as-original': 'name' },
}

async function itemId({ site, params }: Call): Promise<number> {
  const { items } = await readCase(site, site.database.read, params['ref'] ?? '')
  const item = items.find((one) => String(one.position) === params['position'])
  if (item === undefined) throw new NotFound(`item ${params['position']}`)
  return item.id
}

import { randomUUID } from 'node:crypto'
import { NotFound } from '../../../kernel/faults.ts'
import type { WordKey } from '../../../kernel/words.ts'
import { loadHouseRules } from '../../../platform/house-rules.ts'
import { field, fields, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { readDeskCase } from '../cases/read-desk-case.ts'
import { aboutCase } from '../deeds/routes-deeds.tsx'
import { answerLook, handFile, takeFileAway } from '../files/hand-file.ts'
import { caseAtIn } from '../form-in.ts'
import { officerIn } from '../officer-in.ts'
import { decideItem, type DecisionText } from './decide-item.ts'
import { ItemPage } from './pages/item-page.tsx'
import { listEarlier } from './queries-earlier.ts'

const base = '/desk/applications/:ref/items/:item'
const shared = { policy: 'applications.handle', about: aboutCase } as const

/** What is decided about each requested item, and the documents that go with it. */
export const itemRoutes: readonly Route[] = [
  { ...shared, method: 'GET', path: base, answer: (ask) => itemPage(ask, [], undefined) },
  { ...shared, method: 'POST', path: base, answer: decide },
  { ...shared, method: 'POST', path: `${base}/files`, answer: attach, takesFiles: true, bodyLimit: loadHouseRules().files.formBytes },
  { ...shared, method: 'POST', path: `${base}/files/:file/answer`, answer: answerFile },
  { ...shared, method: 'POST', path: `${base}/files/:file/remove`, answer: remove },
]

const fieldOf: Record<string, string> = {
  ...{ 'leaf-missing': 'leaf', 'withheld-unknown': 'withheld', 'role-missing': 'role', 'original-missing': 'original' },
  ...{ 'file-missing': 'file', 'file-empty': 'file', 'file-too-large': 'file', 'file-kind-not-allowed': 'file' },
  ...{ 'file-not-what-it-says': 'file', 'same-as-original': 'file' },
}

async function itemPage(ask: Ask, refusals: readonly string[], typed: DecisionText | undefined): Promise<Answer> {
  const { site, reader } = ask
  const view = await readDeskCase(site, site.database.read, ask.params['ref'] ?? '')
  const one = view.decisions.items.find(({ item }) => String(item.id) === ask.params['item'])
  if (one === undefined) throw new NotFound(reader.path)
  const errors = refusals.map((refusal) => ({
    ...{ field: fieldOf[refusal] ?? 'leaf', message: reader.t(`applications.refused.${refusal}` as WordKey) },
  }))
  const shown = typed ?? withAsked(one.item, ask.query['leaf'], ask.query['withheld'])
  const earlier = shown.leaf === '' ? [] : await listEarlier(site.database.read, view.unit.id, shown.leaf, view.application.id)
  return {
    status: refusals.length > 0 ? 422 : 200,
    page: <ItemPage {...{ reader, view, one, errors, earlier }} typed={shown} once={randomUUID()} />,
  }
}

/** The outcome to which the guide led, in place of one that nobody chose yet. */
function withAsked(item: DecisionText, leaf: string | undefined, withheld: string | undefined): DecisionText {
  return leaf === undefined ? item : { ...item, leaf, withheld: withheld === undefined || withheld === '' ? [] : withheld.split(',') }
}

async function decide(ask: Ask): Promise<Answer> {
  const text = (name: string): string => field(ask, name).trim()
  const typed: DecisionText = {
    ...{ leaf: text('leaf'), ground: text('ground'), facts: text('facts'), harm: text('harm'), discretion: text('discretion') },
    ...{ search: text('search'), pointer: text('pointer'), withheld: fields(ask, 'withheld') },
  }
  const outcome = await decideItem(ask.site, officerIn(ask), caseAtIn(ask), { itemId: Number(ask.params['item']), ...typed })
  return outcome.ok ? back(ask, 'decided') : itemPage(ask, outcome.refusals, typed)
}

async function attach(ask: Ask): Promise<Answer> {
  const file = ask.files.find((one) => one.field === 'file' && one.bytes.length > 0)
  const handed = { itemId: Number(ask.params['item']), role: field(ask, 'role'), originalId: Number(field(ask, 'original')), file }
  const outcome = await handFile(ask.site, officerIn(ask), caseAtIn(ask), handed)
  return outcome.ok ? again(ask) : itemPage(ask, outcome.refusals, undefined)
}

async function answerFile(ask: Ask): Promise<Answer> {
  const fileId = Number(ask.params['file'])
  const words = field(ask, `words-${fileId}`).trim()
  const outcome = await answerLook(ask.site, officerIn(ask), caseAtIn(ask), { fileId, words })
  return outcome.ok ? again(ask) : itemPage(ask, outcome.refusals, undefined)
}

async function remove(ask: Ask): Promise<Answer> {
  const outcome = await takeFileAway(ask.site, officerIn(ask), caseAtIn(ask), Number(ask.params['file']))
  return outcome.ok ? again(ask) : itemPage(ask, outcome.refusals, undefined)
}

function back(ask: Ask, said: string): Answer {
  return { redirect: `${href(ask.reader, `/desk/applications/${ask.params['ref']}`)}?said=${said}` }
}

function again(ask: Ask): Answer {
  return { redirect: `${href(ask.reader, `/desk/applications/${ask.params['ref']}/items/${ask.params['item']}`)}#files` }
}

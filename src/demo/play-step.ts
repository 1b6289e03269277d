import { addWorkingDays } from '../kernel/calendar.ts'
import { isDay, type Day } from '../kernel/day.ts'
import {
  allDeeds,
  answerErrand,
  assignCase,
  grades,
  listErrands,
  rateHandling,
  readCase,
  recallApplication,
} from '../features/applications/index.ts'
import { decide, moveReply, serve, write } from './play-reply.ts'
import type { DemoStep } from './read-applications.ts'
import type { Scene } from './scene.ts'
import { mustSucceed } from './stage.ts'

/** The acts that are no deed with a short form. */
const others: Record<string, (scene: Scene, step: DemoStep) => Promise<void>> = {
  decide,
  write,
  send: serve,
  ...Object.fromEntries(['submit', 'approve', 'clear', 'sign', 'send-back'].map((move) => [move, moveReply])),
  assign,
  recall: async ({ site, opened: { ref } }) => void mustSucceed(await recallApplication(site, { ref }), 'recall'),
  rate,
  'answer-errand': answerLastErrand,
}

/** Lets one step of a case happen, through the act that people use for it. */
export async function playStep(scene: Scene, step: DemoStep): Promise<void> {
  const other = others[step.do]
  if (other !== undefined) return other(scene, step)
  const deed = allDeeds.find(({ verb }) => verb === step.do)
  if (deed === undefined) throw new Error(`the demo city: nobody can ${step.do}`)
  const typed = new Map<string, string>()
  for (const [name, text] of Object.entries(step.typed ?? {})) typed.set(name, await said(scene, text))
  const officer = await scene.holder(step.by ?? 'information-officer')
  const at = { ref: scene.opened.ref, once: `demo-${scene.planned.nth}-${step.do}-${step.on}` }
  const outcome = await deed.act(scene.site, officer, at, { text: (name) => typed.get(name) ?? '', files: () => [] })
  mustSucceed(outcome, `${step.do} in case ${scene.planned.nth} of ${scene.planned.told.unit}`)
}

/** A text of the pack as it is typed: days by their distance, things of the case by their place, names of the case. */
async function said(scene: Scene, text: string): Promise<string> {
  if (text.startsWith('@')) return dayAt(scene, text)
  if (text.startsWith('#')) return String(await thing(scene, text.slice(1)))
  const { told, thirdParty } = scene.planned
  const names: Record<string, string> = { third: thirdParty.name, thirdAddress: thirdParty.address, agency: told.agency ?? '' }
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole)
}

function dayAt({ site }: Scene, text: string): Day {
  const on = addWorkingDays(site.calendar, site.today(), Number(text.slice(1) || 0)).on
  if (!isDay(on)) throw new Error(`no day: ${text}`)
  return on
}

async function thing(scene: Scene, name: string): Promise<string | number | undefined> {
  const [kind, which] = name.split(':')
  if (kind === 'section') return scene.unitId(scene.planned.told.section ?? '')
  const { events } = await readCase(scene.site, scene.site.database.read, scene.opened.ref)
  if (kind === 'consultation') {
    return events.filter((event) => event.kind === 'consultation-sent')[Number(which) - 1]?.fields['consultation']
  }
  if (kind === 'challenge') return events.findLast((event) => event.kind === 'challenged')?.fields['challenge']
  return events.findLast((event) => event.kind === which)?.id
}

async function assign(scene: Scene): Promise<void> {
  const officer = await scene.holder('information-officer')
  const given = { personId: officer.personId, words: '' }
  mustSucceed(await assignCase(scene.site, officer, { ref: scene.opened.ref }, given), `assign case ${scene.planned.nth}`)
}

async function rate({ site, opened: { ref }, pack, planned }: Scene): Promise<void> {
  const grade = grades[planned.nth % 5 === 0 ? 2 : planned.nth % 2] ?? 'satisfied'
  const words = pack.wordsOfRating[planned.nth % pack.wordsOfRating.length] ?? ''
  mustSucceed(await rateHandling(site, { ref }, { grade, words }), `rate case ${planned.nth}`)
}

async function answerLastErrand(scene: Scene, step: DemoStep): Promise<void> {
  const errand = (await listErrands(scene.site.database.read, scene.opened.id)).at(-1)
  const officer = await scene.holder('information-officer')
  const words = step.typed?.['words'] ?? ''
  mustSucceed(await answerErrand(scene.site, officer, errand?.id ?? 0, { words }), `answer the errand of case ${scene.planned.nth}`)
}

import { yearOf } from '../kernel/day.ts'
import {
  allDeeds,
  composeReply,
  decideItem,
  handFile,
  listItems,
  listLetters,
  lookIntoHanded,
  moveLetter,
  readCase,
  readDecisions,
  writeReply,
} from '../features/applications/index.ts'
import type { PlannedCase } from './plan-cases.ts'
import type { DemoStep } from './read-applications.ts'
import type { Scene } from './scene.ts'
import { mustSucceed } from './stage.ts'

/** Decides each requested thing, with the files that go with it. */
export async function decide(scene: Scene): Promise<void> {
  const { site, opened, planned } = scene
  const { ref } = opened
  const items = await listItems(site.database.read, opened.id)
  for (const [at, { id: itemId }] of items.entries()) {
    const answer = planned.answers[at]
    if (answer === undefined) continue
    await hand(scene, itemId, answer)
    const { leaf, subject } = answer
    const { facts, ground = '', harm = '', discretion = '', search = '', pointer = '' } = subject
    const withheld = (subject.withheld ?? []).map((one) => (leaf.startsWith('A') ? (scene.pack.likeWithheld[one] ?? one) : one))
    const text = { itemId, leaf, facts, ground, harm, discretion, search, pointer, withheld }
    mustSucceed(await decideItem(site, await scene.holder('information-officer'), { ref }, text), what(scene, 'decide'))
  }
}

async function hand(scene: Scene, itemId: number, { leaf, subject }: PlannedCase['answers'][number]): Promise<void> {
  if (subject.file !== undefined) await addFile(scene, itemId, 'hand-over', subject.file)
  if (subject.part === undefined || !['G2', 'A3'].includes(leaf)) return
  const originalId = await addFile(scene, itemId, 'original', subject.part.original)
  await addFile(scene, itemId, 'redacted', subject.part.redacted, originalId)
}

/** Adds a file, and looks into what is to be handed over. Gives its id. */
async function addFile(
  scene: Scene,
  itemId: number,
  role: string,
  { name, text }: { name: string; text: string },
  originalId?: number,
): Promise<number> {
  const { site, opened } = scene
  const { ref } = opened
  const file = { name, bytes: Buffer.from(text) }
  const handed = { itemId, role, file, ...(originalId === undefined ? {} : { originalId }) }
  mustSucceed(await handFile(site, await scene.holder('information-officer'), { ref }, handed), what(scene, 'hand'))
  const id = (await readCase(site, site.database.read, ref)).files.at(-1)?.id ?? 0
  if (role !== 'original') await lookIntoHanded(site, id)
  return id
}

/** Writes the reply as the decisions make it. */
export async function write(scene: Scene): Promise<void> {
  const { site, opened, planned } = scene
  const { ref } = opened
  const db = site.database.read
  const view = await readCase(site, db, ref)
  const decisions = await readDecisions(db, { ...view, events: [...view.events] }, site.today())
  const text = await composeReply(site, db, view, decisions)
  if (text === undefined) throw new Error(what(scene, `write: ${JSON.stringify(decisions.items.map(({ missing }) => missing))}`))
  const number = `明公开告〔${yearOf(site.today())}〕${planned.nth + 1}号`
  mustSucceed(await writeReply(site, await scene.holder('information-officer'), { ref }, { ...text, number }), what(scene, 'write'))
  opened.letterId ??= (await listLetters(db, opened.id))[0]?.id
}

const roles = {
  submit: 'information-officer',
  approve: 'reviewer',
  clear: 'secrecy-reviewer',
  sign: 'signer',
  'send-back': 'reviewer',
} as const

/** Hands the letter on, or back. */
export async function moveReply(scene: Scene, step: DemoStep): Promise<void> {
  const { site, opened } = scene
  const { ref } = opened
  const officer = await scene.holder(roles[step.do as keyof typeof roles])
  const request = { letterId: opened.letterId ?? 0, move: step.do, remark: step.remark ?? '' }
  mustSucceed(await moveLetter(site, officer, { ref }, request), what(scene, step.do))
}

const servings = {
  collect: { way: 'hand', servedOn: true },
  post: { way: 'post', servedOn: false },
  email: { way: 'email', servedOn: false },
  online: { way: 'portal', servedOn: false },
} as const

/** Sends the signed reply in the way that was asked for. */
export async function serve(scene: Scene): Promise<void> {
  const { site, opened, planned } = scene
  const { ref } = opened
  const { way, servedOn } = servings[planned.wish.way]
  const typed: Record<string, string> = {
    ...{ way, [servedOn ? 'servedOn' : 'sentOn']: site.today() },
    ...(way === 'post' ? { tracking: `XA${String(30_000_000 + planned.nth)}` } : {}),
  }
  const deed = allDeeds.find(({ verb }) => verb === 'send')
  const officer = await scene.holder('information-officer')
  const outcome = await deed?.act(site, officer, { ref }, { text: (name) => typed[name] ?? '', files: () => [] })
  mustSucceed(outcome ?? { ok: false, refusals: ['no deed'] }, what(scene, 'send'))
}

function what({ planned }: Scene, act: string): string {
  return `${act} in case ${planned.nth} of ${planned.told.unit} (${planned.told.script})`
}

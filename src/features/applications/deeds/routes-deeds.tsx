import { randomUUID } from 'node:crypto'
import type { WordKey } from '../../../kernel/words.ts'
import { loadHouseRules } from '../../../platform/house-rules.ts'
import { field, withoutControls, type Answer, type Ask, type Route } from '../../../platform/http/route.ts'
import { href } from '../../../ui/reader.ts'
import { pathOfCase, readCase, type CaseView } from '../cases/read-case.ts'
import { caseAtIn, onceIn } from '../form-in.ts'
import { officerIn } from '../officer-in.ts'
import { allDeeds } from './all-deeds.ts'
import type { Deed, Typed } from './deed.ts'
import { DeedPage } from './pages/deed-page.tsx'

/** Two addresses for every deed: its form, and the act behind it. */
export const deedRoutes: readonly Route[] = allDeeds.flatMap((deed): Route[] => {
  const path = `/desk/applications/:ref/${deed.verb}`
  const shared = { path, policy: deed.policy, about: aboutCase }
  return [
    { ...shared, method: 'GET', answer: (ask) => showDeed(ask, deed, [], {}) },
    { ...shared, method: 'POST', takesFiles: true, bodyLimit: loadHouseRules().files.formBytes, answer: (ask) => doDeed(ask, deed) },
  ]
})

/** The path of the unit of the case that is asked for. */
export function aboutCase({ site, params }: Ask): Promise<string | undefined> {
  return pathOfCase(site.database.read, params['ref'] ?? '')
}

async function showDeed(ask: Ask, deed: Deed, refusals: readonly string[], typed: Record<string, string>): Promise<Answer> {
  const { site, reader } = ask
  const view = await readCase(site, site.database.read, ask.params['ref'] ?? '')
  if (!deed.isOffered(view) && refusals.length === 0) return noLonger(ask, view)
  const fields = await deed.fields(view, site, reader.lang)
  const once = onceIn(ask) ?? randomUUID()
  const errors = refusals.map((one) => ({
    field: deed.fieldOf?.[one] ?? fields[0]?.name ?? '',
    message: reader.t(`applications.refused.${one}` as WordKey),
  }))
  return {
    status: refusals.length > 0 ? 422 : 200,
    page: <DeedPage {...{ reader, view, fields, typed, once, errors }} verb={deed.verb} isGrave={deed.isGrave === true} />,
  }
}

/** What somebody else has done meanwhile, or what was never to be done: the case itself says more than an error. */
function noLonger(ask: Ask, view: CaseView): Answer {
  return { redirect: `${href(ask.reader, `/desk/applications/${view.application.ref}`)}?said=not-now` }
}

async function doDeed(ask: Ask, deed: Deed): Promise<Answer> {
  const at = caseAtIn(ask)
  const outcome = await deed.act(ask.site, officerIn(ask), at, typedIn(ask))
  if (outcome.ok) return { redirect: `${href(ask.reader, `/desk/applications/${at.ref}`)}?said=${deed.verb}` }
  return showDeed(ask, deed, outcome.refusals, textsIn(ask))
}

function typedIn(ask: Ask): Typed {
  return {
    text: (name) => field(ask, name).trim(),
    files: (name) => ask.files.filter((file) => file.field === name && file.bytes.length > 0),
  }
}

function textsIn(ask: Ask): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(ask.body)) texts[name] = withoutControls([value].flat()[0] ?? '')
  return texts
}

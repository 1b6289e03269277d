import { field, type Answer, type Ask, type Route } from '../../platform/http/route.ts'
import { href } from '../../ui/reader.ts'
import { changeProfile, type EditedMeanwhile } from './change-profile.ts'
import { ProfilePage } from './pages/profile-page.tsx'
import { errorsOf } from './pages/unit-words.ts'
import { actorOf, askedUnit, pathOfAsked } from './routes-unit.ts'
import { profileKeys, type Profile, type UnitRefusal } from './unit.ts'

/** A unit's profile, kept by its own information officer or by the office. */
export const profileRoutes: readonly Route[] = [
  { method: 'GET', path: '/desk/units/:code/profile', policy: 'units.profile', about: pathOfAsked, answer: show },
  { method: 'POST', path: '/desk/units/:code/profile', policy: 'units.profile', about: pathOfAsked, answer: save },
]

async function show(ask: Ask): Promise<Answer> {
  const unit = await askedUnit(ask)
  return { page: <ProfilePage reader={ask.reader} unit={unit} profile={unit} /> }
}

async function save(ask: Ask): Promise<Answer> {
  const unit = await askedUnit(ask)
  const profile = readProfile(ask)
  const outcome = await changeProfile(ask.site, actorOf(ask), unit.id, Number(field(ask, 'version')), profile)
  if (outcome.ok) return { redirect: href(ask.reader, `/desk/units/${unit.code}?done=saved`) }
  const meanwhile = outcome.refusals.find(isMeanwhile)
  if (meanwhile !== undefined) {
    return { status: 409, page: <ProfilePage reader={ask.reader} unit={meanwhile.theirs} profile={profile} isMeanwhile /> }
  }
  const errors = errorsOf(
    ask.reader,
    outcome.refusals.filter((one): one is UnitRefusal => !isMeanwhile(one)),
  )
  return { status: 422, page: <ProfilePage reader={ask.reader} unit={unit} profile={profile} errors={errors} /> }
}

function isMeanwhile(refusal: UnitRefusal | EditedMeanwhile): refusal is EditedMeanwhile {
  return typeof refusal === 'object'
}

function readProfile(ask: Ask): Profile {
  return Object.fromEntries(profileKeys.map((key) => [key, field(ask, key).trim()])) as unknown as Profile
}

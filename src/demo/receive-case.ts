import type { Day } from '../kernel/day.ts'
import type { Role } from '../kernel/policy.ts'
import type { Site } from '../platform/site.ts'
import { registerApplication, submitApplication } from '../features/applications/index.ts'
import type { Officer } from '../features/publishing/index.ts'
import type { PlannedCase } from './plan-cases.ts'
import { mustSucceed } from './stage.ts'

/** Scripts in which nobody could reach the applicant at once. */
const unreached = ['confirmed-later', 'never-confirmed']
const confirming: readonly string[] = ['ordinary-post', 'fax', 'email']

/** Lets a request reach its unit, through the portal or a desk; `on` is the day on which somebody confirmed it to the applicant. */
export async function receiveCase(
  site: Site,
  planned: PlannedCase,
  on: Day,
  holder: (role: Role) => Promise<Officer>,
): Promise<{ id: number; ref: string }> {
  const { told, nth, channel, wish, applicant, arrivedOn } = planned
  const request = { unit: told.unit, wish, applicant, formKey: `demo-application-${nth}`, files: [] }
  const what = `receive case ${nth} of ${told.unit}`
  if (channel === 'online') {
    const language = planned.answers[0]?.subject.lang ?? 'zh'
    return mustSucceed(await submitApplication(site, { ...request, language, isMailed: false }), what)
  }
  const isConfirmed = confirming.includes(channel) && !unreached.includes(told.script)
  const arrival = { channel, arrivedOn, ...(isConfirmed ? { confirmedOn: on } : {}) }
  return mustSucceed(await registerApplication(site, await holder('information-officer'), { ...request, arrival }), what)
}

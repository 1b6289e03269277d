import { joinTransaction } from '../../platform/database/index.ts'
import type { Call, CallAnswer } from '../../platform/http/api/call.ts'
import { Problem } from '../../platform/http/api/problem.ts'
import { apiRules } from '../accounts/index.ts'
import { findAnswer, forgetAnswers, saveAnswer, takeKey } from './queries.ts'

/**
 * Runs a call under its key: the key, the act and the answer are written in one transaction, so the act happens once however often the
 * request comes, and a crash leaves all of it or nothing. The same request gets the same answer; another one under the key is refused.
 * What was refused is not remembered: it changed nothing and may be mended and sent again. What is shown once stands in the first answer
 * only, and in no table.
 */
export async function answerOnce(call: Call, work: (call: Call) => Promise<CallAnswer>): Promise<CallAnswer> {
  const { site, key, fingerprint } = call
  const { systemId } = call.caller
  try {
    return await site.database.transaction(async (db) => {
      await forgetAnswers(db, oldestKept(call), { systemId, key })
      if (!(await takeKey(db, { systemId, key, fingerprint, at: site.now() }))) {
        const before = await findAnswer(db, systemId, key)
        if (before === undefined) throw new Problem('key-in-use')
        if (before.fingerprint !== fingerprint) throw new Problem('key-reused')
        return before.answer
      }
      const answer = await work({ ...call, site: { ...site, database: joinTransaction(site.database, db) } })
      await saveAnswer(db, systemId, key, answer)
      return answer.shownOnce === undefined ? answer : { ...answer, body: { ...(answer.body as object), ...answer.shownOnce } }
    })
  } catch (thrown) {
    if (isLockTimeout(thrown)) throw new Problem('key-in-use', { headers: { 'retry-after': '5' } })
    throw thrown
  }
}

function oldestKept({ site }: Call): Date {
  return new Date(site.now().getTime() - apiRules.answers.keepHours * 3_600_000)
}

/** The first request was still at work when the database gave up waiting for it. */
function isLockTimeout(thrown: unknown): boolean {
  return (thrown as { code?: unknown } | null)?.code === '55P03'
}

import { basename } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Journeys share one demo city, and each leaves traces in it: what is due is released, somebody gets a second factor. They run in this order
 * always, not in that of their length or of how long they took last time; one that is not named comes last.
 */
const order = [
  'every-page', // as long as all others, and beside them
  'from-duty-to-page',
  'release-forms',
  'changes-and-followers',
  'what-follows-release',
  'five-reports',
  'channels',
  'answer-application',
  'sign-in',
  'catalogue-cascade',
  'api-client',
  'annual-report',
  'search',
  'first-run',
  'two-editors',
  'apply',
  'leaking-file',
  'findings',
]

/** Puts the journeys in their order. */
export class JourneyOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => placeOf(one) - placeOf(other))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = order.indexOf(basename(moduleId, '.test.ts'))
  return place < 0 ? order.length : place
}

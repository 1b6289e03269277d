import type { VNode } from 'preact'
import { ChainOfHands, type ChainStep } from '../../../../ui/chain.tsx'
import { nameIn, type Reader } from '../../../../ui/reader.ts'
import type { Emergency } from '../queries.ts'
import type { Colleague } from '../../../accounts/index.ts'

/** The two hands of a release in an emergency: whoever released, and whoever reviews it afterwards. */
export function EmergencyHands({
  reader,
  desk,
  emergency,
}: {
  reader: Reader
  desk: { people: Map<number, Colleague> }
  emergency: Emergency
}): VNode {
  const nameOf = (id: number | undefined) => {
    const person = id === undefined ? undefined : desk.people.get(id)
    return person && nameIn(reader, person)
  }
  const released: ChainStep = {
    state: 'done',
    label: reader.t('publishing.hand.emergency.done'),
    post: reader.t(`release.emergency.kind.${emergency.kind as 'warning'}`),
    who: nameOf(emergency.byId),
    at: emergency.at,
  }
  const isDone = emergency.outcome !== undefined
  const review: ChainStep = {
    state: isDone ? 'done' : 'next',
    label: reader.t(isDone ? 'publishing.hand.uphold.done' : 'publishing.hand.uphold.next'),
    post: isDone ? reader.t(`release.emergency.outcome.${emergency.outcome ?? 'upheld'}`) : reader.t('release.emergency.another'),
    who: nameOf(emergency.reviewedBy),
    at: emergency.reviewedAt,
  }
  return <ChainOfHands reader={reader} steps={[released, review]} />
}

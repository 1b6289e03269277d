import type { Applicant } from '../cases/applicant.ts'
import type { StoredItem } from '../cases/queries-items.ts'
import { leafByCode, type Outcomes } from '../law/leaf.ts'

/** The items of a case that were answered with something. */
export function handedItems(items: readonly StoredItem[], outcomes: Outcomes): StoredItem[] {
  return items.filter((item) => leafByCode(outcomes, item.leaf)?.handsOver === true)
}

/** The answer as a text for everybody, in Chinese: for each thing what was asked, what was found, and where it stands. */
export function proposedBody(items: readonly StoredItem[], outcomes: Outcomes): string {
  return handedItems(items, outcomes)
    .map((item) => {
      const decided = leafByCode(outcomes, item.leaf)?.labelZh ?? ''
      return [item.words, item.facts, item.pointer === '' ? decided : `${decided}：${item.pointer}`]
        .filter((text) => text !== '')
        .join('\n\n')
    })
    .join('\n\n')
}

/** Does a text name somebody who asked, or say how to reach them? One sign alone is no name. */
export function namesApplicant(text: string, applicant: Applicant): boolean {
  const { name, identityNumber, phone, email, address, contactName, agentName, agentIdentityNumber } = applicant
  const plain = squeezed(text)
  const said = [name, identityNumber, phone, email, address, contactName, agentName, agentIdentityNumber].map(squeezed)
  return said.some((one) => one.length > 1 && plain.includes(one))
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase()
}

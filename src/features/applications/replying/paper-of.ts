import { dayOf } from '../../../kernel/day.ts'
import type { Letter } from '../../../platform/paper/letter.ts'
import type { Site } from '../../../platform/site.ts'
import type { DeskCase } from '../cases/read-desk-case.ts'
import { handedOf } from './read-decisions.ts'
import type { StoredLetter } from './queries.ts'

/** The reply as an official letter in Chinese, ready for paper. `addressee`: the name, which is nowhere else than on the paper. */
export function paperOf(
  site: Site,
  view: Pick<DeskCase, 'application' | 'unit' | 'decisions'>,
  letter: StoredLetter,
  addressee: string,
): Letter {
  const t = site.words.zh
  const signedAt = letter.signedAt ?? letter.writtenAt
  return {
    ...{ language: 'zh', at: signedAt, unit: view.unit.nameZh, number: letter.number, title: letter.title },
    addressee: t('applications.letter.to', { name: addressee === '' ? t('applications.letter.applicant') : addressee }),
    body: letter.body
      .split(/\n{2,}/)
      .filter((text) => text.trim() !== '')
      .map((text) => ({ kind: 'paragraph', text: text.trim() })),
    remedies: [],
    attachments: view.decisions.items.flatMap(({ files }) => handedOf(files).map((file) => file.name)),
    ...{ signedBy: view.unit.nameZh, signedOn: dayOf(signedAt), notes: [], caseNumber: view.application.number },
    follow: t('applications.letter.follow', { address: `${site.config.baseUrl}/zh/track` }),
    labels: {
      ...{ attachments: t('applications.letter.attachments'), remedies: '', seal: t('applications.letter.seal') },
      ...{ pages: t('applications.letter.pages'), caseNumber: t('applications.number') },
    },
  }
}

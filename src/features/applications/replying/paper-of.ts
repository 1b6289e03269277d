import { dayOf } from '../../../kernel/day.ts'
import type { Letter } from '../../../platform/paper/letter.ts'
import type { Site } from '../../../platform/site.ts'
import type { CaseView } from '../cases/read-case.ts'
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
  const at = letter.signedAt ?? letter.writtenAt
  return {
    ...officialPaper(site, view, letter.body.split(/\n{2,}/)),
    ...{ at, number: letter.number, title: letter.title, signedOn: dayOf(at) },
    addressee: t('applications.letter.to', { name: addressee === '' ? t('applications.letter.applicant') : addressee }),
    attachments: view.decisions.items.flatMap(({ files }) => handedOf(files).map((file) => file.name)),
  }
}

/** What every official letter of a case has on paper, whatever it tells and whenever it was signed. */
export function officialPaper(
  site: Site,
  { application, unit }: Pick<CaseView, 'application' | 'unit'>,
  paragraphs: readonly string[],
): Omit<Letter, 'at' | 'number' | 'title' | 'addressee' | 'attachments' | 'signedOn'> {
  const t = site.words.zh
  return {
    ...{ language: 'zh', unit: unit.nameZh, signedBy: unit.nameZh, notes: [], remedies: [], caseNumber: application.number },
    body: paragraphs.filter((text) => text.trim() !== '').map((text) => ({ kind: 'paragraph', text: text.trim() })),
    follow: t('applications.letter.follow', { address: `${site.config.baseUrl}/zh/track` }),
    labels: {
      ...{ attachments: t('applications.letter.attachments'), remedies: '', seal: t('applications.letter.seal') },
      ...{ pages: t('applications.letter.pages'), caseNumber: t('applications.number') },
    },
  }
}

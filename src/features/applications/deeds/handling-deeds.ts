import { covers } from '../../../kernel/policy.ts'
import { listUnits } from '../../organisations/index.ts'
import { assignCase, passOn } from '../handling/assign-case.ts'
import { addInstruction, addNote } from '../handling/add-instruction.ts'
import { listHandlers } from '../handling/list-handlers.ts'
import type { CaseView } from '../cases/read-case.ts'
import type { Deed } from './deed.ts'

const isOpen = ({ application }: CaseView): boolean => application.endedOn === undefined

/** Who has the case, and what leaders and colleagues say to it; none of it touches the clock. */
export const handlingDeeds: readonly Deed[] = [
  {
    verb: 'assign',
    policy: 'applications.assign',
    isOffered: isOpen,
    fields: async ({ unit, today, application }, site, lang) => [
      {
        ...{ name: 'person', kind: 'choice', value: application.handlerId === undefined ? '' : String(application.handlerId) },
        options: (await listHandlers(site.database.read, unit.path, today)).map((person) => ({
          ...{ value: String(person.id), label: lang === 'zh' ? person.nameZh : person.nameEn },
        })),
      },
      { name: 'words', kind: 'line', isOptional: true },
    ],
    act: (site, officer, at, typed) =>
      assignCase(site, officer, at, { personId: Number(typed.text('person')), words: typed.text('words') }),
    fieldOf: { 'person-missing': 'person' },
  },
  {
    verb: 'pass-on',
    policy: 'applications.handle',
    isOffered: isOpen,
    fields: async ({ unit }, site, lang) => [
      {
        ...{ name: 'section', kind: 'choice' },
        options: (await listUnits(site.database.read))
          .filter((one) => one.id !== unit.id && covers(unit.path, one.path) && one.untilOn === undefined)
          .map((one) => ({ value: String(one.id), label: lang === 'zh' ? one.nameZh : one.nameEn })),
      },
      { name: 'reason', kind: 'line' },
    ],
    act: (site, officer, at, typed) =>
      passOn(site, officer, at, { sectionId: Number(typed.text('section')), reason: typed.text('reason') }),
    fieldOf: { 'unit-missing': 'section', 'reason-missing': 'reason' },
  },
  {
    verb: 'instruct',
    policy: 'applications.lead',
    isOffered: isOpen,
    fields: () => [{ name: 'words', kind: 'text' }],
    act: (site, officer, at, typed) => addInstruction(site, officer, at, typed.text('words')),
    fieldOf: { 'words-missing': 'words' },
  },
  {
    verb: 'note',
    policy: 'applications.handle',
    isOffered: () => true,
    fields: () => [{ name: 'words', kind: 'text' }],
    act: (site, officer, at, typed) => addNote(site, officer, at, typed.text('words')),
    fieldOf: { 'words-missing': 'words' },
  },
]

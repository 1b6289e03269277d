import type { VNode } from 'preact'
import { Facts } from '../../../../ui/heading.tsx'
import { DataList } from '../../../../ui/list.tsx'
import { nameIn, type Reader } from '../../../../ui/reader.ts'
import { DateLine, StatusWord } from '../../../../ui/status.tsx'
import type { DeskCase } from '../read-desk-case.ts'

/** Who else is at work on a case, or was asked about it. Draws nothing where nobody is. */
export function CaseOthers({ reader, view }: { reader: Reader; view: DeskCase }): VNode | null {
  const { consultations, errands, units, clock } = view
  if (consultations.length === 0 && errands.length === 0) return null
  const unitName = (id: number | undefined) => {
    const unit = id === undefined ? undefined : units.get(id)
    return unit === undefined ? '' : nameIn(reader, unit)
  }
  const until = (id: number) => clock.pauses.find((pause) => pause.consultations.includes(String(id)))?.until
  return (
    <DataList
      caption={reader.t('applications.part.others')}
      columns={[
        { label: reader.t('applications.others.who') },
        { label: reader.t('applications.others.until'), kind: 'day' },
        { label: reader.t('applications.state'), kind: 'status' },
      ]}
      rows={[
        ...consultations.map((one) => ({
          cells: [
            `${one.id} · ${one.unitId === undefined ? one.maskedName : unitName(one.unitId)} · ${reader.t(`applications.party.${one.party}`)}`,
            <DayOrNone reader={reader} day={until(one.id)} />,
            one.answer === undefined ? (
              <StatusWord kind="waiting">{reader.t('applications.others.waiting')}</StatusWord>
            ) : (
              <StatusWord kind={one.answer === 'agrees' ? 'done' : 'refused'}>{reader.t(`applications.answer.${one.answer}`)}</StatusWord>
            ),
          ],
          note: [one.asked, one.answerWords, one.override].filter(Boolean).join(' · '),
        })),
        ...errands.map((errand) => ({
          cells: [
            unitName(errand.unitId),
            <DateLine reader={reader} day={errand.dueOn} short />,
            errand.answeredAt === undefined ? (
              <StatusWord kind={errand.dueOn < view.today ? 'overdue' : 'waiting'}>{reader.t('applications.others.waiting')}</StatusWord>
            ) : (
              <StatusWord kind="done">{reader.t('applications.others.answered')}</StatusWord>
            ),
          ],
          note: [errand.asked, errand.answer].filter(Boolean).join(' · '),
        })),
      ]}
    />
  )
}

function DayOrNone({ reader, day }: { reader: Reader; day: DeskCase['clock']['dueOn'] }) {
  return day === undefined ? <>–</> : <DateLine reader={reader} day={day} short />
}

/** The fee of a case. Draws nothing where there is none. */
export function CaseFee({ reader, view }: { reader: Reader; view: DeskCase }): VNode | null {
  const { fee } = view
  if (fee === undefined) return null
  return (
    <Facts
      rows={[
        { label: reader.t('applications.fee.amount'), value: reader.t('applications.fee.yuan', { n: fee.amountYuan }) },
        { label: reader.t('applications.deed.fee.field.basis'), value: reader.t(`applications.basis.${fee.basis}`) },
        { label: reader.t('applications.fee.units'), value: String(fee.units) },
        { label: reader.t('applications.deed.fee.field.howToPay'), value: fee.howToPay },
        { label: reader.t('applications.fee.paid'), value: fee.paidReference },
      ]}
    />
  )
}

/** Until when a reply may be challenged, and what came of it. Draws nothing before there is anything to challenge. */
export function CaseChallenges({ reader, view }: { reader: Reader; view: DeskCase }): VNode | null {
  const { windows, challenges } = view
  if (windows === undefined && challenges.length === 0) return null
  const day = (on: DeskCase['clock']['dueOn']) => on && <DateLine reader={reader} day={on} />
  return (
    <>
      {windows === undefined ? null : (
        <Facts
          rows={[
            { label: reader.t('applications.windows.reconsideration'), value: day(windows.reconsideration.due) },
            { label: reader.t('applications.windows.suit'), value: windows.suit ? day(windows.suit.due) : reader.t('applications.windows.first') },
          ]}
        />
      )}
      {challenges.length === 0 ? null : (
        <DataList
          caption={reader.t('applications.part.challenges')}
          columns={[
            { label: reader.t('applications.challenges.what') },
            { label: reader.t('applications.challenges.filed'), kind: 'day' },
            { label: reader.t('applications.challenges.due'), kind: 'day' },
            { label: reader.t('applications.state'), kind: 'status' },
          ]}
          rows={challenges.map((one) => ({
            cells: [
              `${reader.t(`applications.challenge.${one.kind}`)} · ${one.body}${one.number === '' ? '' : ` · ${one.number}`}`,
              <DateLine reader={reader} day={one.filedOn} short />,
              <DayOrNone reader={reader} day={one.dueOn} />,
              <StatusWord kind={one.result === 'pending' ? 'waiting' : one.result === 'kept' ? 'done' : 'refused'}>
                {reader.t(`applications.result.${one.result}`)}
              </StatusWord>,
            ],
            note: one.consequence,
          }))}
        />
      )}
    </>
  )
}

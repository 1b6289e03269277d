import type { VNode } from 'preact'
import { href, type Reader } from '../../../ui/reader.ts'
import { judgementSection } from '../annual/form.ts'
import type { FileRefusal } from '../making/made.ts'
import type { MadeView } from '../making/read-made.ts'

/** What comes next for a report, whoever does it: the one thing that a page of this length must say first. */
export function NextStep({ reader, view }: { reader: Reader; view: MadeView }): VNode | null {
  const { t } = reader
  const mayWrite = reader.may('reports.write', view.keeper.path)
  if (view.state === 'filed' && reader.may('reports.judge', view.keeper.path)) return <Next href="#judge">{t('reports.next.judge')}</Next>
  const { document, refusals } = view
  if (document !== undefined && document.stage === 'draft' && view.state !== 'returned')
    return <Next href={href(reader, `/desk/documents/${document.id}`)}>{t('reports.next.hand-in')}</Next>
  if (view.state === 'filed' || view.state === 'accepted') return null
  if (refusals.length === 0 && mayWrite) return <Next href="#file">{t('reports.next.file')}</Next>
  return <InTheWay {...{ reader, view }} title={t('reports.next.in-the-way')} />
}

/** Everything that stands between a report and its filing, each with the place where it is mended. */
export function InTheWay({ reader, view, title }: { reader: Reader; view: MadeView; title: string }): VNode {
  const places: Partial<Record<FileRefusal, string>> = {
    breaches: '#breaches',
    'judgement-missing': `#section-${judgementSection(view.made.form)}`,
  }
  return (
    <div class="gk-next">
      <p>{title}</p>
      <ul class="govuk-list govuk-list--bullet">
        {view.refusals.map((refusal) => (
          <li>{places[refusal] === undefined ? said(reader, refusal) : <a href={places[refusal]}>{said(reader, refusal)}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

function Next({ href: to, children }: { href: string; children: string }) {
  return (
    <p class="gk-next">
      <a href={to}>{children}</a>
    </p>
  )
}

function said(reader: Reader, refusal: FileRefusal): string {
  return reader.t(`reports.refused.${refusal}`)
}

import type { VNode } from 'preact'
import type { WordKey } from '../../../../kernel/words.ts'
import { saySize } from '../../../../ui/entries.tsx'
import { href, type Reader } from '../../../../ui/reader.ts'
import { StatusWord } from '../../../../ui/status.tsx'
import type { CaseFile } from '../queries-files.ts'
import { isChecked, type ItemView } from '../../replying/read-decisions.ts'
import { leafByCode } from '../../law/leaf.ts'
import { outcomes } from '../../load-outcomes.ts'
import { said } from '../../said.ts'
import type { DeskCase } from '../read-desk-case.ts'

/** Each requested item: what is decided, what goes out with it, and what its decision still needs. */
export function CaseItems({ reader, view }: { reader: Reader; view: DeskCase }): VNode {
  const mayDecide = reader.may('applications.handle', view.unit.path) && view.application.endedOn === undefined
  return (
    <ol class="gk-items">
      {view.decisions.items.map((one) => (
        <li class="gk-items__item">
          <p class="gk-items__words">{one.item.words}</p>
          <ItemOutcome reader={reader} one={one} />
          {one.files.length === 0 ? null : (
            <ul class="gk-items__files">
              {one.files.map((file) => (
                <li>
                  <FileLine reader={reader} view={view} file={file} />
                </li>
              ))}
            </ul>
          )}
          {mayDecide ? (
            <p>
              <a href={href(reader, `/desk/applications/${view.application.ref}/items/${one.item.id}`)}>
                {reader.t(one.item.leaf === '' ? 'applications.items.decide' : 'applications.items.change')}
                <span class="govuk-visually-hidden">: {one.item.words}</span>
              </a>
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function ItemOutcome({ reader, one }: { reader: Reader; one: ItemView }) {
  const leaf = leafByCode(outcomes, one.item.leaf)
  if (leaf === undefined) return <StatusWord kind="waiting">{reader.t('applications.items.open')}</StatusWord>
  return (
    <>
      <p>
        <StatusWord kind={one.missing.length === 0 ? 'done' : 'due-soon'}>{said(reader, leaf, 'label')}</StatusWord>{' '}
        <span class="gk-quiet">{said(reader, leaf, 'basis')}</span>
      </p>
      {one.missing.length === 0 ? null : (
        <ul class="gk-quiet">
          {one.missing.map((missing) => (
            <li>{reader.t(`applications.missing.${missing}` as WordKey)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function FileLine({ reader, view, file }: { reader: Reader; view: DeskCase; file: CaseFile }) {
  return (
    <>
      <a href={href(reader, `/desk/applications/${view.application.ref}/files/${file.id}`)}>{file.name}</a>{' '}
      <span class="gk-quiet">
        {saySize(file.sizeBytes)} · {reader.t(`applications.file.${file.role}`)} ·{' '}
        {file.look === undefined ? reader.t('applications.file.waiting') : reader.t(isChecked(file) ? 'applications.file.checked' : 'applications.file.found')}
      </span>
    </>
  )
}

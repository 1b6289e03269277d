import type { VNode } from 'preact'
import { CheckboxesField } from '../../../ui/choice.tsx'
import { Actions, Form, type FieldError } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/index.ts'
import { href, type Reader } from '../../../ui/reader.ts'
import { DateLine } from '../../../ui/status.tsx'
import type { Unit } from '../../organisations/index.ts'
import type { Standing } from '../confirmations/queries.ts'
import type { StoredDuty } from '../queries.ts'
import type { StoredTask } from '../queries-tasks.ts'
import { isHandedIn } from '../rule.ts'

export interface NextThingProps {
  reader: Reader
  task: StoredTask
  duty: StoredDuty
  unit: Unit
  confirmable?: Pick<Standing, 'indexNumber' | 'downOn'> | undefined
  errors?: FieldError[]
}

/** What can be done for a task: confirm what stands, write, or open the material that is handed in. */
export function NextThing(props: NextThingProps): VNode | null {
  const { reader, task, duty, unit, confirmable } = props
  if (isHandedIn(duty.rule)) return <ToMaterial {...props} />
  if (task.fulfilledOn !== undefined) return null
  const mayWrite = reader.may('documents.write', unit.path)
  const isAsked = confirmable !== undefined && task.opensOn <= reader.today && reader.may('tasks.register', unit.path)
  const mayConfirm = isAsked && confirmable.downOn === undefined
  if (!mayWrite && !isAsked) return null
  return (
    <>
      {isAsked ? <Confirm {...props} last={confirmable} /> : null}
      {mayWrite ? (
        <Actions>
          <a
            class={mayConfirm ? 'govuk-button govuk-button--secondary' : 'govuk-button'}
            href={href(reader, `/desk/documents/new?task=${task.id}`)}
          >
            {reader.t('catalogue.tasks.write')}
          </a>
        </Actions>
      ) : null}
    </>
  )
}

function ToMaterial({ reader, task }: NextThingProps) {
  return (
    <Actions>
      <a class="govuk-button" href={href(reader, `/desk/materials/${task.id}`)}>
        {reader.t('catalogue.materials.open')}
      </a>
    </Actions>
  )
}

/** Whoever confirms looks first: what was taken down since cannot be confirmed, only written anew. */
function Confirm({ reader, task, last, errors = [] }: NextThingProps & { last: Pick<Standing, 'indexNumber' | 'downOn'> }) {
  const document = <a href={href(reader, `/documents/${last.indexNumber}`)}>{last.indexNumber}</a>
  if (last.downOn !== undefined) {
    return (
      <p class="gk-banner gk-banner--withdrawn">
        {reader.t('catalogue.confirm.down')} {document} · <DateLine reader={reader} day={last.downOn} />
      </p>
    )
  }
  return (
    <Form reader={reader} action={`/desk/tasks/${task.id}/confirm`}>
      <p>
        {reader.t('catalogue.confirm.lead')} {document}
      </p>
      <CheckboxesField
        reader={reader}
        errors={errors}
        name="looked"
        label={reader.t('catalogue.confirm.question')}
        values={[]}
        choices={[{ value: 'yes', label: reader.t('catalogue.confirm.looked') }]}
      />
      <Actions>
        <Button text={reader.t('catalogue.confirm.button')} />
      </Actions>
    </Form>
  )
}

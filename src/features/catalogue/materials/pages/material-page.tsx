import type { VNode } from 'preact'
import { dayOf } from '../../../../kernel/day.ts'
import type { Unit } from '../../../organisations/index.ts'
import { DeskPage } from '../../../../ui/desk-shell.tsx'
import { TextareaField } from '../../../../ui/field.tsx'
import { Actions, ErrorBox, Form, type FieldError } from '../../../../ui/form.tsx'
import { Button, NotificationBanner } from '../../../../ui/govuk/index.ts'
import { Facts, Heading, Lead, Trail } from '../../../../ui/heading.tsx'
import { href, nameIn, type Reader } from '../../../../ui/reader.ts'
import { RecordLines, type RecordLine } from '../../../../ui/record-lines.tsx'
import { DateLine } from '../../../../ui/status.tsx'
import { actInWords } from '../../pages/act-words.ts'
import { periodInWords, titleIn } from '../../pages/rule-words.ts'
import { TaskDue, type Clockwork } from '../../pages/task-state.tsx'
import type { StoredDuty } from '../../queries.ts'
import type { StoredTask } from '../../queries-tasks.ts'
import { materialMoves, stateOfMaterial, type Material, type MaterialMove } from '../material.ts'
import { MaterialStateWord } from './materials-page.tsx'

export interface MaterialPageProps extends Clockwork {
  reader: Reader
  task: StoredTask
  duty: StoredDuty
  unit: Unit
  material: Material | undefined
  record: readonly RecordLine[]
  /** What was typed and refused. */
  draft?: { words: string; reason: string }
  done: string
  errors?: FieldError[]
}

/** The material of one unit for one period: the text, whose signature it bears, and the next step for whoever looks. */
export function MaterialPage(props: MaterialPageProps): VNode {
  const { reader, task, duty, unit, material, errors = [] } = props
  const done = materialMoves.find((one) => one === props.done)
  const title = `${titleIn(reader, duty)} · ${periodInWords(reader, task)}`
  return (
    <DeskPage reader={reader} title={title} section="materials" hasErrors={errors.length > 0}>
      <Trail
        reader={reader}
        steps={[{ label: reader.t('catalogue.materials.title'), href: href(reader, '/desk/materials') }, { label: title }]}
      />
      <ErrorBox reader={reader} errors={errors} />
      {done && (
        <NotificationBanner type="success" titleText={reader.t('catalogue.done')} text={reader.t(`catalogue.materials.done.${done}`)} />
      )}
      <Heading kicker={nameIn(reader, unit)}>{title}</Heading>
      <Lead>{reader.t('catalogue.materials.page-lead')}</Lead>
      <MaterialFacts {...props} />
      {material === undefined ? null : (
        <>
          <Heading level={2}>{reader.t('catalogue.materials.words')}</Heading>
          <div class="gk-prose">
            {material.words.split('\n').map((line) => (
              <p>{line}</p>
            ))}
          </div>
        </>
      )}
      <NextSteps {...props} errors={errors} />
      <Heading level={2}>{reader.t('catalogue.record.title')}</Heading>
      <RecordLines reader={reader} lines={props.record} say={(act) => actInWords(reader, act)} />
    </DeskPage>
  )
}

function MaterialFacts({ reader, task, material, calendar }: MaterialPageProps) {
  const day = (at: Date | undefined) => at && <DateLine reader={reader} day={dayOf(at)} />
  return (
    <Facts
      rows={[
        { label: reader.t('catalogue.materials.stage'), value: <MaterialStateWord reader={reader} material={material} /> },
        { label: reader.t('catalogue.tasks.due'), value: <TaskDue {...{ reader, task, calendar }} /> },
        { label: reader.t('catalogue.materials.head'), value: day(material?.headAt) },
        { label: reader.t('catalogue.materials.leader'), value: day(material?.leaderAt) },
        { label: reader.t('catalogue.materials.handed'), value: day(material?.handedAt) },
      ]}
    />
  )
}

/** Each step shows only to whoever may take it, and only when it is its turn. */
function NextSteps(props: MaterialPageProps & { errors: FieldError[] }) {
  const { reader, task, unit, material } = props
  const state = stateOfMaterial(material)
  if (state === 'handed-in') return null
  if (task.opensOn > reader.today) return <p>{reader.t('catalogue.materials.not-open')}</p>
  const isWriter = reader.may('tasks.register', unit.path)
  const mayReturn = (state === 'head-signed' || state === 'signed') && reader.may('materials.return', unit.path)
  return (
    <>
      {state === 'written' && reader.may('documents.review', unit.path) ? <Step {...props} move="sign-head" /> : null}
      {state === 'head-signed' && reader.may('documents.sign', unit.path) ? <Step {...props} move="sign-leader" /> : null}
      {state === 'signed' && isWriter ? <Step {...props} move="hand-in" /> : null}
      {mayReturn ? <Back {...props} /> : null}
      {isWriter ? <Write {...props} /> : null}
    </>
  )
}

type StepProps = MaterialPageProps & { errors: FieldError[] }

function formOf({ reader, task, material }: StepProps, move: MaterialMove) {
  return { reader, action: `/desk/materials/${task.id}/${move}`, version: material?.version ?? 0 }
}

function Step(props: StepProps & { move: 'sign-head' | 'sign-leader' | 'hand-in' }) {
  const { version, ...form } = formOf(props, props.move)
  return (
    <Form {...form}>
      <input type="hidden" name="version" value={version} />
      <p id={props.move}>{props.reader.t(`catalogue.materials.before.${props.move}`)}</p>
      <Actions>
        <Button text={props.reader.t(`catalogue.materials.move.${props.move}`)} />
      </Actions>
    </Form>
  )
}

function Back(props: StepProps) {
  const { version, ...form } = formOf(props, 'send-back')
  const { reader, errors, draft } = props
  return (
    <Form {...form}>
      <input type="hidden" name="version" value={version} />
      <TextareaField {...{ reader, errors }} name="reason" label={reader.t('catalogue.materials.reason')} value={draft?.reason} rows={2} />
      <Actions>
        <Button text={reader.t('catalogue.materials.move.send-back')} classes="govuk-button--secondary" />
      </Actions>
    </Form>
  )
}

function Write(props: StepProps) {
  const { version, ...form } = formOf(props, 'write')
  const { reader, errors, draft, material } = props
  return (
    <Form {...form} keep>
      <input type="hidden" name="version" value={version} />
      <TextareaField
        {...{ reader, errors }}
        name="words"
        label={reader.t(material === undefined ? 'catalogue.materials.write' : 'catalogue.materials.rewrite')}
        hint={reader.t('catalogue.materials.write-hint')}
        value={draft?.words ?? material?.words}
        rows={8}
      />
      <Actions>
        <Button
          text={reader.t('catalogue.materials.move.write')}
          classes={stateOfMaterial(material) === 'signed' ? 'govuk-button--secondary' : undefined}
        />
      </Actions>
    </Form>
  )
}

import { classes, more, scriptWords, type Attributes } from './attributes.ts'
import type { PluralText } from './character-count.tsx'
import { say } from './content.ts'
import { describe, FormGroup, type FieldProps } from './form-group.tsx'

export interface FileUploadProps extends FieldProps {
  multiple?: boolean
  /** Lets script turn the field into a place to drop files on, in the words below. */
  javascript?: boolean
  chooseFilesButtonText?: string
  dropInstructionText?: string
  multipleFilesChosenText?: PluralText
  noFileChosenText?: string
  enteredDropZoneText?: string
  leftDropZoneText?: string
  wrapperClasses?: string
  wrapperAttributes?: Attributes
}

/** A field for files; what they may be goes into `attributes` as `accept`. */
export function FileUpload(props: FileUploadProps) {
  const id = props.id || props.name
  const control = <Control {...props} id={id} />
  return (
    <FormGroup id={id} field={props}>
      {say(props.formGroup?.beforeInput)}
      {props.javascript ? (
        <div
          class={classes('govuk-file-upload-wrapper', props.wrapperClasses)}
          data-module="govuk-file-upload"
          {...more({ ...words(props), ...props.wrapperAttributes })}
        >
          {control}
        </div>
      ) : (
        control
      )}
      {say(props.formGroup?.afterInput)}
    </FormGroup>
  )
}

function Control(props: FileUploadProps & { id: string }) {
  return (
    <input
      class={classes('govuk-file-upload', props.classes, props.errorMessage && 'govuk-file-upload--error')}
      id={props.id}
      name={props.name}
      type="file"
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={describe(props.id, props.describedBy, props)}
      {...more(props.attributes)}
    />
  )
}

function words(props: FileUploadProps): Attributes {
  return scriptWords({
    'choose-files-button': props.chooseFilesButtonText,
    'no-file-chosen': props.noFileChosenText,
    'multiple-files-chosen': props.multipleFilesChosenText,
    'drop-instruction': props.dropInstructionText,
    'entered-drop-zone': props.enteredDropZoneText,
    'left-drop-zone': props.leftDropZoneText,
  })
}

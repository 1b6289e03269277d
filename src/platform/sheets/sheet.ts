export type SheetKind = 'xlsx' | 'csv'

/** A cell that is written: its text, how far it reaches, and whether it heads what is below it. */
export interface SheetCell {
  text: string
  columns?: number
  rows?: number
  isHead?: boolean
  /** Its text is a number in figures, and a workbook can reckon with it. */
  isNumber?: boolean
}

/** What a sheet may be at most. Anything beyond is refused before it is held in memory. */
export interface SheetLimits {
  fileBytes: number
  /** Of everything inside the file together, once it is unpacked. */
  unpackedBytes: number
  rows: number
  columns: number
  cellLetters: number
  seconds: number
  memoryMegabytes: number
}

export type SheetProblem =
  | 'not-a-sheet'
  | 'old-format'
  | 'too-large'
  | 'unpacks-too-far'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'cell-too-long'
  | 'takes-too-long'
  | 'empty'

/** A file that cannot be read as a sheet. The reason is for people: each has words in both languages. */
export class WrongSheet extends Error {
  override name = 'WrongSheet'
  readonly problem: SheetProblem
  constructor(problem: SheetProblem) {
    super(problem)
    this.problem = problem
  }
}

/** Which kind of sheet these bytes are: a packed workbook begins with `PK`, the workbook of before 2007 is refused, the rest is text. */
export function kindOfSheet(bytes: Uint8Array): SheetKind {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) throw new WrongSheet('old-format')
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? 'xlsx' : 'csv'
}

export type { Correspondent, EnclosedFile, IncomingMail, MailFault } from './incoming.ts'
export { parseMail, type MailLimits } from './parse-mail.ts'

export { isMailAddress, type Mail, type Recipient } from './mail.ts'
export { forgetMails, listMails, type QueuedMail } from './queries.ts'
export { queueMail } from './queue-mail.ts'
export { mailHandlers, sendNow, type MailOptions } from './send-mail.ts'

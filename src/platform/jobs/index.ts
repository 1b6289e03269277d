export type { Job, JobHandler, JobState } from './job.ts'
export { enqueue, listJobs, retryJob } from './queries.ts'
export { startJobs, type JobOptions, type Jobs } from './start-jobs.ts'

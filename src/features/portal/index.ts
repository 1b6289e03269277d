export type { Endpoint, EndpointName } from './api-endpoint.ts'
export { endpoints } from './api-endpoints.ts'
export { problem } from './api-forms.ts'
export { routes } from './routes.ts'

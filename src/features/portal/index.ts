export { endpoints, type Endpoint, type EndpointName } from './api-endpoints.ts'
export { problem } from './api-forms.ts'
export { routes } from './routes.ts'

// A process that answers the server's questions. tsx lets Node run its TypeScript as it is written.
import { register } from 'tsx/esm/api';

process.umask(0o077);
register();
const { answerParent } = await import('./worker.ts');
await answerParent();

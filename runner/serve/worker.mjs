// A process that answers the server's questions.
import { programPart } from '../bundle/program-part.mjs';

const { answerParent } = await programPart('serve/worker');
process.umask(0o077);
await answerParent();

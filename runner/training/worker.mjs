// A thread that makes parts of trainings.
import { programPart } from '../bundle/program-part.mjs';

const { answerTrainings } = await programPart('training/worker');
answerTrainings();

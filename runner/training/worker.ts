export { answerTrainings } from '../../functions/adapters/tensorflow/answer-trainings.ts';

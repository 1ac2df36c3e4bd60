import middy from '@middy/core';
import {
  QualityAsked,
  type QualityPorts,
  readRecordingQuality,
} from '../../functions/core/quality/read-recording-quality.ts';
import { validJob } from '../../functions/valid-job.ts';

/** How rows are recorded, in shares that give nobody away. */
export const qualityHandler = (ports: QualityPorts) =>
  middy()
    .use(validJob(QualityAsked))
    .handler((asked) => readRecordingQuality(ports, asked));

import type { LambdaName } from '../../data-contracts/vocabularies/lambdas.ts';

export interface Size {
  /** 1,769 MB is one processor. */
  readonly memoryMegabytes: number;
  readonly seconds: number;
  /** Space for files; 512 MB unless told. */
  readonly diskMegabytes?: number;
}

/** Jobs get Lambda's longest time; what does not fit begins again where it was, or goes to the container. */
const longest = 900;
/** HTTP APIs answer within 30 seconds or not at all. */
const answering = 29;

export const sizes: Readonly<Record<LambdaName, Size>> = {
  ingest: { memoryMegabytes: 3538, seconds: longest, diskMegabytes: 10_240 },
  'client-months': { memoryMegabytes: 1769, seconds: longest, diskMegabytes: 10_240 },
  train: { memoryMegabytes: 7076, seconds: longest, diskMegabytes: 10_240 },
  score: { memoryMegabytes: 3538, seconds: longest, diskMegabytes: 10_240 },
  // a county of 100,000 (63,000 in the programme) took 63 processor seconds and 0.8 GB: four times as much of either
  'find-hidden-demand': { memoryMegabytes: 3538, seconds: 600, diskMegabytes: 10_240 },
  publish: { memoryMegabytes: 1769, seconds: longest },
  erase: { memoryMegabytes: 3538, seconds: longest, diskMegabytes: 10_240 },
  'rotate-keys': { memoryMegabytes: 1769, seconds: longest },
  anchor: { memoryMegabytes: 1769, seconds: longest },
  'planner-api': { memoryMegabytes: 3538, seconds: answering },
  'prevention-api': { memoryMegabytes: 1769, seconds: answering },
  'knowledge-api': { memoryMegabytes: 1769, seconds: answering },
  'rights-api': { memoryMegabytes: 1769, seconds: answering },
  // the user pool waits five seconds and no longer
  'token-claims': { memoryMegabytes: 512, seconds: 5 },
};

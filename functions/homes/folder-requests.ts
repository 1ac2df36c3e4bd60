import { join, resolve } from 'node:path';
import type { StartedMachine } from '../../data-contracts/vocabularies/lambdas.ts';
import { FolderObjects } from '../adapters/folder/folder-objects.ts';
import { ObjectJobRequests } from '../adapters/objects/object-job-requests.ts';
import { type StartedJobs, startedJobs } from '../core/jobs.ts';

const folders = { retraining: 'retraining', erasure: 'erasing', 'key-rotation': 'key-rotations' } as const;

/** What somebody has asked for over HTTP and this machine does. */
export const folderRequests = <Name extends StartedMachine>(home: string, name: Name) =>
  new ObjectJobRequests<StartedJobs[Name]>(
    new FolderObjects(join(resolve(home), folders[name])),
    startedJobs[name] as unknown as { parse(given: unknown): StartedJobs[Name] },
  );

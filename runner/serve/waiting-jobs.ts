import { folderRequests } from '../../functions/homes/folder-requests.ts';

/** The jobs that were asked for over HTTP and wait to be done on this machine. */
export const waitingJobs = (folder: string) => ({
  erasing: folderRequests(folder, 'erasure'),
  rotations: folderRequests(folder, 'key-rotation'),
});

/** Whether anything is to be done; what cannot be read is for whoever does it to tell. */
export async function areJobsWaiting(folder: string): Promise<boolean> {
  const { erasing, rotations } = waitingJobs(folder);
  try {
    return (await erasing.waiting()).length + (await rotations.waiting()).length > 0;
  } catch {
    return true;
  }
}

// Counts up so many times in an object of a folder, each time from what it has seen there: `<folder> <times>`.
import { register } from 'tsx/esm/api';

register();
const { FolderObjects } = await import('../../../functions/adapters/folder/folder-objects.ts');
const [folder, times] = process.argv.slice(2);
const objects = new FolderObjects(folder);
const bytes = (count) => Buffer.from(String(count));
for (let done = 0; done < Number(times); ) {
  const seen = await objects.get('count');
  if (!seen) await objects.putIfAbsent('count', bytes(0));
  else if (await objects.putIfMatch('count', bytes(Number(Buffer.from(seen.content)) + 1), seen.version))
    done += 1;
}

import { ObjectOutreachStore } from '../../../functions/adapters/objects/object-outreach-store.ts';
import { localObjects } from '../objects/local-objects.ts';
import { MemoryOutreachStore } from './memory-outreach-store.ts';
import { examDamagedOutreach, examOutreachStore } from './outreach-store-exam.ts';

examOutreachStore('memory of tests', async () => {
  const store = new MemoryOutreachStore();
  return [store, store];
});
for (const [name, open] of Object.entries(localObjects)) {
  examOutreachStore(name, async () => {
    const [objects, others] = await open();
    return [new ObjectOutreachStore(objects), new ObjectOutreachStore(others)];
  });
  examDamagedOutreach(name, open);
}

import { examHome } from './homes-exam.ts';
import { localObjects } from './local-objects.ts';
import { examPublications } from './publications-exam.ts';

for (const [name, open] of Object.entries(localObjects)) {
  examPublications(name, open);
  examHome(name, open);
}

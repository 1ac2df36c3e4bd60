import { describe, expect, it } from 'vitest';
import { ObjectDeliverySource } from '../../../functions/adapters/objects/object-delivery-source.ts';
import { ObjectHomeFiles } from '../../../functions/adapters/objects/object-home-files.ts';
import { ObjectQuarantineStore } from '../../../functions/adapters/objects/object-quarantine-store.ts';
import { joined, keysUnder, textOf } from '../../../functions/adapters/objects/object-store.ts';
import type { OpenObjects } from './local-objects.ts';

/** What every landing place, quarantine and home of objects passes. */
export function examHome(name: string, open: OpenObjects) {
  describe(`a home, ${name}`, () => {
    it('has deliveries by name, their files with sizes, and tells what belongs to none', async () => {
      const [objects, others] = await open();
      const landing = new ObjectDeliverySource(others);
      expect(await landing.deliveries()).toEqual([]);
      for (const key of ['d2/b.csv', 'd2/a.csv', 'd2/inner/x', 'd10/delivery.json', 'd2-more/y', 'stray.txt'])
        await objects.put(key, Buffer.from(key));
      expect(await landing.deliveries()).toEqual(['d10', 'd2', 'd2-more']);
      expect(await landing.strayFiles()).toEqual(['stray.txt']);
      expect(await landing.files('d2')).toEqual([
        { delivery: 'd2', name: 'a.csv', bytes: 8 },
        { delivery: 'd2', name: 'b.csv', bytes: 8 },
        { delivery: 'd2', name: 'inner/', bytes: 0 },
      ]);
      const [file] = await landing.files('d2');
      expect(Buffer.from(await joined(landing.read(file!))).toString()).toBe('d2/a.csv');
    });

    it('keeps the reasons of a file that has some, anew each time, and none of one that has none', async () => {
      const [objects, others] = await open();
      const store = new ObjectQuarantineStore(objects);
      for (const lines of [[2, 3], [9]]) {
        const file = store.begin('f1', 'd1', 'diagnoses.csv');
        await file.add(lines.map((line) => ({ line, field: 'code', rule: 'not-in-code-set' })));
        await file.add([]);
        await file.add([{ rule: 'unreadable-parquet' }]);
        await file.keep();
      }
      expect(await textOf(others, 'f1.csv')).toBe(
        'delivery,file,line,field,rule\nd1,diagnoses.csv,9,code,not-in-code-set\nd1,diagnoses.csv,,,unreadable-parquet\n',
      );
      await store.begin('f1', 'd1', 'diagnoses.csv').keep();
      await store.begin('f2', 'd1', 'diagnoses.csv').discard();
      expect(await keysUnder(others, '')).toEqual([]);
    });

    it('is listed whole but for the folders left out', async () => {
      const [objects, others] = await open();
      for (const key of ['vault/x', 'tables/lake/a', 'tables/current.json', 'a.json', 'vaults/y'])
        await objects.put(key, Buffer.from('x'));
      const paths: string[] = [];
      for await (const path of new ObjectHomeFiles(others).list(['vault'])) paths.push(path);
      expect(paths.sort()).toEqual(['a.json', 'tables/current.json', 'tables/lake/a', 'vaults/y']);
    });
  });
}

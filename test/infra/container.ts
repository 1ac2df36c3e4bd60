import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const isByDigest = (image: string) => /@sha256:[0-9a-f]{64}$/.test(image);

/** Images that a Dockerfile is built from; its own stages, named before, are none. */
function imagesOf(dockerfile: string): string[] {
  const stages = new Set<string>();
  return [...dockerfile.matchAll(/^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/gim)].flatMap(
    ([, image, stage]) => {
      const isStage = stages.has(image!.toLowerCase());
      if (stage) stages.add(stage.toLowerCase());
      return isStage ? [] : [image!];
    },
  );
}

it('the container is made from an image by its digest, so that a tag that moves changes nothing unseen', () => {
  const dockerfile = readFileSync(join(import.meta.dirname, '../../infra/container/Dockerfile'), 'utf8');
  const images = imagesOf(dockerfile);
  expect(images).toEqual([expect.stringMatching(/^node:24\.\d+\.\d+-[a-z]+-slim@/)]);
  expect(images.filter((image) => !isByDigest(image))).toEqual([]);
});

it('an image by its tag would be seen', () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  const written = `from --platform=linux/amd64 node:24-slim as Build\nFROM build\nFROM node@${digest}\nFROM $IMAGE`;
  expect(imagesOf(written)).toEqual(['node:24-slim', `node@${digest}`, '$IMAGE']);
  expect(imagesOf(written).map(isByDigest)).toEqual([false, true, false]);
});

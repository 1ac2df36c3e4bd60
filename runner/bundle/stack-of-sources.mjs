import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * From now on stack traces name the TypeScript where they would name a bundle. Node's own way reads every source map
 * at the start; here one is read when a stack is.
 * @param {string} folder of bundles
 */
export function namingSources(folder) {
  const maps = new Map();
  const mapOf = (url) => {
    if (!maps.has(url)) maps.set(url, new SourceMap(JSON.parse(readFileSync(new URL(`${url}.map`), 'utf8'))));
    return maps.get(url);
  };
  const place = new RegExp(`(${pathToFileURL(folder).href}/[^\\s:]+\\.mjs):(\\d+):(\\d+)`, 'g');
  const sourceOf = (bundled, url, line, column) => {
    try {
      const { originalSource, originalLine, originalColumn } = mapOf(url).findEntry(line - 1, column - 1);
      return `${new URL(originalSource, url)}:${originalLine + 1}:${originalColumn + 1}`;
    } catch {
      // a place without a source: the stack is told all the same
      return bundled;
    }
  };
  Error.prepareStackTrace = (error, sites) =>
    [error, ...sites.map((site) => `    at ${site}`.replace(place, sourceOf))].join('\n');
}

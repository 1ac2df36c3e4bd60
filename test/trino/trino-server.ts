import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The last release whose server is in Maven's registry; it needs Java 24. */
const release = '476';
const leastJava = 24;
const installed = resolve(import.meta.dirname, `../../.tools/trino-${release}`);

/** A Trino server whose catalogue `lake` has its files under a folder that we can write to. */
export interface TrinoServer {
  readonly url: string;
  /** What the server knows as `local:///`. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** Why there is no server. */
export class NoTrino extends Error {}

/**
 * The server at `TRINO_URL` (its catalogue `lake` of the Hive connector, on the folder `TRINO_FOLDER`), or one
 * of our own, started here and fetched by Maven if need be.
 * @throws NoTrino when neither can be had
 */
export async function startTrino(): Promise<TrinoServer> {
  const { TRINO_URL: url, TRINO_FOLDER: folder } = process.env;
  if (url && !folder) throw new NoTrino('TRINO_FOLDER: the folder of the server’s catalogue is not told');
  if (url && folder) return { url, folder, stop: async () => {} };
  const java = findJava();
  install();
  return launch(java, mkdtempSync(join(tmpdir(), 'ennakko-trino-')));
}

function findJava(): string {
  const machines = existsSync('/usr/lib/jvm') ? readdirSync('/usr/lib/jvm') : [];
  const homes = [process.env.JAVA_HOME, ...machines.map((name) => join('/usr/lib/jvm', name))];
  const candidates = ['java', ...homes.flatMap((home) => (home ? [join(home, 'bin/java')] : []))];
  const found = candidates.find((java) => versionOf(java) >= leastJava);
  if (!found) throw new NoTrino(`there is no Java ${leastJava} or newer`);
  return found;
}

function versionOf(java: string): number {
  try {
    const told = execFileSync(java, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return Number(/^\S+ (\d+)/.exec(told)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Unpacked by tar, whole: many jars of the archive are links to one another, which Maven would leave empty. */
function install(): void {
  if (existsSync(join(installed, 'lib'))) return;
  const part = `${installed}.part`;
  rmSync(part, { recursive: true, force: true });
  const words = [
    'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy',
    `-Dartifact=io.trino:trino-server:${release}:tar.gz`,
    `-DoutputDirectory=${part}`,
  ];
  try {
    execFileSync('mvn', ['--batch-mode', '--quiet', ...words], { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (cause) {
    throw new NoTrino(`Maven does not give the server’s archive, release ${release}`, { cause });
  }
  execFileSync('tar', ['-xzf', join(part, `trino-server-${release}.tar.gz`), '-C', part]);
  const plugins = join(part, `trino-server-${release}`, 'plugin');
  for (const plugin of readdirSync(plugins))
    if (plugin !== 'hive') rmSync(join(plugins, plugin), { recursive: true });
  renameSync(join(part, `trino-server-${release}`), installed);
  rmSync(part, { recursive: true });
}

const javaOptions = [
  '-Xmx3G',
  '-XX:+ExitOnOutOfMemoryError',
  '-Djdk.attach.allowAttachSelf=true',
  '-Dfile.encoding=UTF-8',
  '-Duser.timezone=UTC',
  '--add-modules=jdk.incubator.vector',
  '--enable-native-access=ALL-UNNAMED',
  '--sun-misc-unsafe-memory-access=allow',
];

async function launch(java: string, home: string): Promise<TrinoServer> {
  const folder = join(home, 'files');
  const port = await freePort();
  writeConfiguration(home, folder, port);
  const node = ['node.environment=test', 'node.id=one', `node.data-dir=${home}/data`];
  const words = [
    ...javaOptions,
    ...[...node, 'node.bind-ip=127.0.0.1', 'node.internal-address=127.0.0.1'].map((one) => `-D${one}`),
    '-Dconfig=config.properties',
    '-Dlog.levels-file=log.properties',
    '-cp',
    join(installed, 'lib/*'),
    'io.trino.server.TrinoServer',
  ];
  const server = spawn(java, words, { cwd: home, stdio: 'ignore' });
  const ended = new Promise<number | null>((done) => server.on('exit', done));
  const stop = async () => {
    server.kill('SIGKILL');
    await ended;
    rmSync(home, { recursive: true });
  };
  const url = `http://127.0.0.1:${port}`;
  const state = await Promise.race([untilStarted(url), ended]);
  if (state === 'started') return { url, folder, stop };
  throw new Error(`the Trino server ended while it started, exit code ${state}`);
}

function writeConfiguration(home: string, folder: string, port: number): void {
  mkdirSync(folder);
  mkdirSync(join(home, 'etc/catalog'), { recursive: true });
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(home, name), `${lines.join('\n')}\n`);
  write('log.properties', ['io.trino=ERROR']);
  write('config.properties', [
    'coordinator=true',
    'node-scheduler.include-coordinator=true',
    `http-server.http.port=${port}`,
    `discovery.uri=http://127.0.0.1:${port}`,
    `plugin.dir=${join(installed, 'plugin')}`,
    'query.max-memory=2GB',
    'query.max-memory-per-node=2GB',
    'memory.heap-headroom-per-node=600MB',
  ]);
  write('etc/catalog/lake.properties', [
    'connector.name=hive',
    'hive.metastore=file',
    'hive.metastore.catalog.dir=local:///metastore',
    'fs.native-local.enabled=true',
    `local.location=${folder}`,
    'hive.storage-format=PARQUET',
  ]);
}

/** Asks for two minutes; the server says that it is starting until it takes queries. */
async function untilStarted(url: string): Promise<'started' | 'late'> {
  for (let second = 0; second < 120; second++) {
    const answer = await fetch(`${url}/v1/info`).catch(() => undefined);
    const told = answer?.ok ? ((await answer.json()) as { starting: boolean }) : undefined;
    if (told?.starting === false) return 'started';
    await new Promise((done) => setTimeout(done, 1000));
  }
  return 'late';
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

import { programmes } from '../../data-contracts/programmes/index.ts';
import { accessDocumentText } from '../../wording/access-document-text.ts';
import { erasureDocumentText } from '../../wording/erasure-document-text.ts';
import { wordHiddenReason, wordNamedReason, wordOwnReason } from '../../wording/word-reason.ts';
import { ObjectOutreachStore } from '../adapters/objects/object-outreach-store.ts';
import { keptAfterErasureOf } from '../core/county-settings.ts';
import { pseudonymOfPerson } from '../core/identity/person-to-pseudonym.ts';
import { requireProgramme } from '../core/require-programme.ts';
import { answerPseudonymsOf } from '../homes/answer-pseudonyms.ts';
import { apiParts } from '../homes/api-parts.ts';
import { countyToldIn, gateOf, settingFilesOf } from '../homes/gate.ts';
import { keysOf } from '../homes/keys.ts';
import { openHome } from '../homes/open-home.ts';
import { listedFilesOf, promptlySearchedFilesOf } from '../homes/person-files.ts';
import { vaultOf } from '../homes/vault.ts';
import type { Config } from './config.ts';
import type { RightsContainer } from './handler.ts';

export async function rightsContainer({ home: settings, tokens }: Config): Promise<RightsContainer> {
  const home = await openHome(settings);
  const parts = apiParts('rights-api', tokens);
  const gate = gateOf(home);
  return {
    ...parts,
    audit: gate.audit,
    answerPseudonyms: answerPseudonymsOf(settings, home),
    consentPorts: gate,
    erasurePorts: {
      ...gate,
      ...parts,
      erasing: home.requests('erasure'),
      keptAfterErasure: () => keptAfterErasureOf(settingFilesOf(home)),
      wordErasure: erasureDocumentText,
    },
    rotations: home.requests('key-rotation'),
    vaultKeys: () => keysOf(settings, home),
    documentPorts: async () => ({
      ...gate,
      ...parts,
      held: home.tables().heldData(Object.keys(programmes)),
      vault: vaultOf(home),
      store: new ObjectOutreachStore(home.objects('outreach')),
      anchors: home.anchors(),
      personFiles:
        settings.kind === 'folder'
          ? await promptlySearchedFilesOf(home, await keysOf(settings, home))
          : listedFilesOf(home),
      programmeOf: requireProgramme,
      wordReason: wordOwnReason,
      countyTold: () => countyToldIn(home),
      wordHeldData: accessDocumentText,
      wordHiddenReason,
      wordSign: wordNamedReason,
    }),
    pseudonymiser: async () => {
      const keys = await keysOf(settings, home);
      const key = await keys.pseudonymKey();
      const people = await gate.people();
      return (identifier) => people.personOf(pseudonymOfPerson(identifier, key, keys));
    },
  };
}

import { NativeLayout } from '../schemas/mapping.ts';
import avohilmoFile from './avohilmo.json' with { type: 'json' };
import clientRelationshipsFile from './client-relationships.json' with { type: 'json' };
import formerIdentifiersFile from './former-identifiers.json' with { type: 'json' };
import hilmoFile from './hilmo.json' with { type: 'json' };
import housingServicesFile from './housing-services.json' with { type: 'json' };
import populationRegisterFile from './population-register.json' with { type: 'json' };
import raiFile from './rai.json' with { type: 'json' };
import socialCareDecisionsFile from './social-care-decisions.json' with { type: 'json' };

/** Layouts that Finnish systems give out, by the name under which a mapping asks for them. */
export const presets: Readonly<Record<string, NativeLayout>> = Object.fromEntries(
  Object.entries({
    avohilmo: avohilmoFile,
    'client-relationships': clientRelationshipsFile,
    'former-identifiers': formerIdentifiersFile,
    hilmo: hilmoFile,
    'housing-services': housingServicesFile,
    'population-register': populationRegisterFile,
    rai: raiFile,
    'social-care-decisions': socialCareDecisionsFile,
  }).map(([name, file]) => [name, NativeLayout.parse(file)]),
);

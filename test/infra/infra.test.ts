// One synthesis for all claims: it takes longer than they do.
import './iam-claims.ts';
import './permissions.ts';
import './machines.ts';
import './stores.ts';
import './service.ts';
import './sign-in.ts';
import './told.ts';
import './container.ts';
import './whole.ts';

import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { LambdaName, StartedMachine } from '../data-contracts/vocabularies/lambdas.ts';
import type { DataStack } from './data-stack.ts';
import { Anchoring } from './service/anchoring.ts';
import { AskedJob } from './service/asked-job.ts';
import { ContainerJob } from './service/container-job.ts';
import { Functions, type FunctionsProps } from './service/functions.ts';
import { HttpApiOfService } from './service/http-api.ts';
import { Nightly } from './service/nightly.ts';
import { Pages } from './service/pages.ts';
import { Retraining } from './service/retraining.ts';
import { Schedules } from './service/schedules.ts';
import type { ServiceMachine } from './service/service-machine.ts';
import { SignIn } from './service/sign-in.ts';
import { type CountySettings, localPages } from './settings.ts';

export interface ServiceStackProps extends StackProps {
  readonly data: DataStack;
  readonly bundleOf: (lambda: LambdaName) => string;
  /** The folder of the pages, where there are any. */
  readonly pagesFolder: string | undefined;
}

/** What runs: Lambdas, their machines and schedules, the API, sign-in and the pages. Holds nothing that is kept. */
export class ServiceStack extends Stack {
  readonly functions: Functions;
  readonly http: HttpApiOfService;
  readonly nightly: ServiceMachine;
  readonly anchoring: ServiceMachine;
  readonly started: Readonly<Record<StartedMachine, ServiceMachine>>;
  readonly schedules: Schedules;

  constructor(scope: Construct, id: string, settings: CountySettings, props: ServiceStackProps) {
    super(scope, id, props);
    const signIn = new SignIn(this, 'SignIn', settings);
    const { tokens } = signIn;
    const shared: FunctionsProps = { settings, data: props.data, tokens, bundleOf: props.bundleOf };
    this.functions = new Functions(this, 'Functions', shared);
    signIn.claimsBy(this.functions.byName['token-claims']);
    this.http = new HttpApiOfService(this, 'Http', settings, this.functions, tokens);
    const container = new ContainerJob(this, 'Container', shared);
    this.nightly = new Nightly(this, 'Nightly', settings, this.functions).machine;
    this.started = {
      retraining: new Retraining(this, 'Retraining', settings, this.functions, container).machine,
      erasure: new AskedJob(this, 'Erasure', settings, this.functions, 'erasure').machine,
      'key-rotation': new AskedJob(this, 'KeyRotation', settings, this.functions, 'key-rotation').machine,
    };
    this.anchoring = new Anchoring(this, 'Anchoring', settings, this.functions).machine;
    const { nightly, started, anchoring } = this;
    const machines = { nightly, retraining: started.retraining, anchoring };
    this.schedules = new Schedules(this, 'Schedules', settings, machines);
    const pages =
      props.pagesFolder &&
      new Pages(this, 'Pages', settings, {
        folder: props.pagesFolder,
        api: this.http.api,
        signInOrigin: signIn.origin,
      });
    signIn.comeBackTo(settings.pagesUrl ?? (pages ? pages.url : settings.isTrial ? localPages : undefined));
  }
}

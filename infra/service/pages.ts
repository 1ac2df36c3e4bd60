import { Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { apiRoutes } from '../../data-contracts/api/index.ts';
import { acknowledge } from '../acknowledge.ts';
import type { CountySettings } from '../settings.ts';

/** Nothing from elsewhere but tokens from where one signs in, nothing inline, nobody's frame. */
export const contentSecurityPolicyOf = (signInOrigin: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self' ${signInOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export interface PagesProps {
  readonly folder: string;
  readonly api: HttpApi;
  /** Where the pages fetch their tokens. */
  readonly signInOrigin: string;
}

/** The pages and, under the same name, the API: so that a browser needs to trust one origin only. */
export class Pages extends Construct {
  readonly distribution: Distribution;
  /** Without a path. */
  readonly url: string;

  constructor(scope: Construct, id: string, settings: CountySettings, props: PagesProps) {
    super(scope, id);
    const closed = {
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      removalPolicy: RemovalPolicy.DESTROY,
    };
    const logs = new Bucket(this, 'Logs', {
      ...closed,
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      versioned: true,
      lifecycleRules: [{ expiration: Duration.days(400), noncurrentVersionExpiration: Duration.days(1) }],
      removalPolicy: settings.isTrial ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    const files = new Bucket(this, 'Files', {
      ...closed,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'files/',
    });
    this.distribution = this.#distribute(files, logs, props);
    this.url = `https://${this.distribution.distributionDomainName}`;
    new BucketDeployment(this, 'Deployment', {
      destinationBucket: files,
      sources: [Source.asset(props.folder)],
      distribution: this.distribution,
    });
    this.#acknowledgeDeployment(files);
  }

  #distribute(files: Bucket, logs: Bucket, { api, signInOrigin }: PagesProps): Distribution {
    const responseHeadersPolicy = this.#headers(contentSecurityPolicyOf(signInOrigin));
    const shared = { responseHeadersPolicy, viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY };
    const ofApi = {
      ...shared,
      origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint))),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    const apiPaths = new Set(apiRoutes.map(({ operation }) => `/${operation.path.split('/')[1]}*`));
    const distribution = new Distribution(this, 'Distribution', {
      defaultRootObject: 'index.html',
      defaultBehavior: { ...shared, origin: S3BucketOrigin.withOriginAccessControl(files) },
      additionalBehaviors: Object.fromEntries([...apiPaths].map((path) => [path, ofApi])),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      enableLogging: true,
      logBucket: logs,
      logFilePrefix: 'pages/',
    });
    return distribution;
  }

  /** The Lambda by which CDK copies files when it deploys; it comes to no bucket but these two. */
  #acknowledgeDeployment(files: Bucket): void {
    const stack = Stack.of(this);
    const copying = stack.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
    if (!copying) return;
    const filesId = stack.getLogicalId(files.node.defaultChild as CfnBucket);
    const assets = `arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${stack.region}`;
    const logs = 'arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
    const reading = ['GetBucket', 'GetObject', 'List', 'Abort', 'DeleteObject'].map(
      (one) => `Action::s3:${one}*`,
    );
    const findings = [...reading, `Resource::${assets}/*`, `Resource::<${filesId}.Arn>/*`, 'Resource::*'];
    const reason = 'CDK’s own copying of the pages’ files, while it deploys.';
    acknowledge(copying, {
      [`AwsSolutions-IAM4[Policy::${logs}]`]: reason,
      ...Object.fromEntries(findings.map((finding) => [`AwsSolutions-IAM5[${finding}]`, reason])),
    });
  }

  #headers(contentSecurityPolicy: string): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          override: true,
        },
      },
    });
  }
}

import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addressOfSomebody } from './domains-of-nobody.ts';

/**
 * An address that the settings do not name and the deployment asks: a parameter without a default, without which
 * CloudFormation deploys nothing of the stack, nor of those that stand on it.
 * @param name what the parameter is called by who deploys
 * @param description who reads what is sent there
 */
export function askedAddress(scope: Construct, name: string, description: string): string {
  const parameter = new CfnParameter(scope, name, {
    description,
    allowedPattern: addressOfSomebody,
    constraintDescription: 'expected an address that somebody reads',
  });
  parameter.overrideLogicalId(name);
  return parameter.valueAsString;
}

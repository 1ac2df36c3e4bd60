import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { usualClaimNames } from '../../data-contracts/vocabularies/sign-in-claims.ts';
import { DevelopmentSignIn } from '../../functions/adapters/jose/development-sign-in.ts';
import { newId, systemClock } from '../../functions/homes/system.ts';
import { pathWithMoto } from './start-moto.ts';

/** A certificate of this machine for a day, by a library that moto stands on itself. */
const certificate = `
import datetime, ipaddress, sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, 'localhost')])
now = datetime.datetime.now(datetime.timezone.utc)
made = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
  .serial_number(x509.random_serial_number())
  .not_valid_before(now - datetime.timedelta(hours=1)).not_valid_after(now + datetime.timedelta(days=1))
  .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address('127.0.0.1'))]), False)
  .add_extension(x509.BasicConstraints(True, None), True)
  .sign(key, hashes.SHA256()))
open(sys.argv[1] + '/key.pem', 'wb').write(key.private_bytes(serialization.Encoding.PEM,
  serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
open(sys.argv[1] + '/certificate.pem', 'wb').write(made.public_bytes(serialization.Encoding.PEM))
`;

/** An issuer of tokens as one of a county’s is: its keys are fetched by https. */
export async function httpsIssuer(folder: string) {
  execFileSync('python3', ['-c', certificate, folder], { env: { ...process.env, PATH: pathWithMoto } });
  const [key, cert] = ['key.pem', 'certificate.pem'].map((name) => readFileSync(join(folder, name)));
  const signIn = await DevelopmentSignIn.start('https://login.county.example', { clock: systemClock, newId });
  const server = createServer({ key, cert }, (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(signIn.keys));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  return {
    signIn,
    environment: {
      ENNAKKO_TOKEN_ISSUER: signIn.expected.issuer,
      ENNAKKO_TOKEN_AUDIENCE: signIn.expected.audience,
      ENNAKKO_TOKEN_KEYS_URL: `https://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
      ENNAKKO_TOKEN_ROLE_CLAIM: usualClaimNames.role,
      ENNAKKO_TOKEN_UNIT_CLAIM: usualClaimNames.unit,
      ENNAKKO_TOKEN_REPRESENTS_CLAIM: usualClaimNames.represents,
      NODE_EXTRA_CA_CERTS: join(folder, 'certificate.pem'),
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

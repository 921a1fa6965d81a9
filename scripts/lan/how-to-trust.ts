import { renderUnicodeCompact } from 'uqr';
import { AUTHORITY_PATH } from './lan-server';

interface Place {
  /** How others reach this machine: addresses and names, the surest first. */
  readonly hosts: readonly string[];
  readonly port: number;
  readonly authorityPath: string;
}

/** What whoever starts the site for a classroom has to know, for the terminal. */
export function howToTrust({ hosts, port, authorityPath }: Place): string {
  const [first = 'localhost'] = hosts;
  return `Spawnpoint is on this network (Ctrl+C stops it):

${hosts.map((host) => `  https://${host}:${port}`).join('\n')}

${renderUnicodeCompact(`https://${first}:${port}`)}

Browsers warn, because nobody vouches for this machine. Who goes on past the warning can run everything. To be rid of it,
and to have the site offline after one visit (which browsers allow only where they trust the certificate), open

  http://${first}:${port}${AUTHORITY_PATH}

on the other machine, once, and then:

  Windows       open the file, Install Certificate, Current User, Trusted Root Certification Authorities
  macOS         open the file, then in Keychain Access: "Spawnpoint on this network", Trust, Always Trust
  iPhone, iPad  Settings, Profile Downloaded, Install; then General, About, Certificate Trust Settings
  Android       Settings, Security, More, Install a certificate, CA certificate
  ChromeOS,     chrome://certificate-manager (or Settings, Privacy, Security, Manage certificates),
  Chrome/Linux  Authorities or Custom, Import; trust it for websites
  Firefox       Settings, Privacy & Security, View Certificates, Authorities, Import; trust it for websites

Do that on machines of your class only, and remove it when the course is over: whoever has this machine's key can pretend
to be any site to them. The key is beside ${authorityPath}, where nobody but you can read it.`;
}

/**
 * Step 6, for tests only: the stock tools which tests hold our packages against.
 */
import { installPackages } from './debian.js';
import { hasProgram } from './processes.js';

const tools = [
  { program: 'ssh-keygen', debianPackage: 'openssh-client' },
  { program: 'unzip', debianPackage: 'unzip' },
];

/** Makes sure that OpenSSH and unzip are there. */
export function ensureTestTools() {
  const missing = tools.filter((tool) => !hasProgram(tool.program));
  if (missing.length === 0) return;
  installPackages(
    'the stock tools that tests compare with',
    missing.map((tool) => tool.debianPackage),
  );
}

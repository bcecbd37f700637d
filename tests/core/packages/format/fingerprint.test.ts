import { describe, expect, it } from 'vitest';
import {
  fingerprintDigits,
  packageNumber,
  typedDigits,
} from '../../../../main/core/packages/format/fingerprint';
import { keyBlob, publicKeyOfSeed } from '../../../../main/core/packages/format/ssh-key';

const blob = keyBlob(publicKeyOfSeed(Buffer.from(Array.from({ length: 32 }, (_, n) => n))));
const recipient = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';

describe('the number read aloud', () => {
  it('is the one of the test vector', () => {
    expect(fingerprintDigits('CI', blob, recipient)).toBe('66847 90639 36740 69401 49821');
    expect(fingerprintDigits('ROOT', blob, '')).toBe('20962 21765 01843 94054 51125');
  });

  it('changes with the code, the signing key and the reading key', () => {
    const digits = fingerprintDigits('CI', blob, recipient);
    const other = keyBlob(publicKeyOfSeed(Buffer.alloc(32, 1)));
    expect(fingerprintDigits('SN', blob, recipient)).not.toBe(digits);
    expect(fingerprintDigits('CI', other, recipient)).not.toBe(digits);
    expect(fingerprintDigits('CI', blob, `${recipient.slice(0, -1)}q`)).not.toBe(digits);
  });

  it('may be typed with spaces, dashes or Arabic digits', () => {
    const digits = '60302 74212 41277 36281 43511';
    expect(typedDigits('6030274212412773628143511')).toBe(digits);
    expect(typedDigits('60302-74212 41277\u00a036281  43511 ')).toBe(digits);
    expect(typedDigits('٦٠٣٠٢ ٧٤٢١٢ ٤١٢٧٧ ٣٦٢٨١ ٤٣٥١١')).toBe(digits);
    expect(typedDigits('60302 74212 41277 36281 4351')).toBeNull();
    expect(typedDigits('60302 74212 41277 36281 4351x')).toBeNull();
  });
});

describe('the number of a package', () => {
  it('has twelve digits from its digest', () => {
    expect(packageNumber(`sha256:${'00'.repeat(32)}`)).toBe('0000 0000 0000');
    expect(packageNumber(`sha256:0123456789ab${'00'.repeat(26)}`)).toBe('2509 9989 6491');
  });
});
